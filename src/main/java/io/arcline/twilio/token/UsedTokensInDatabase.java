package io.arcline.twilio.token;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The table {@code relay_tokens}: a row for each token that some server took. Thread-safe; blocks.
 *
 * <p>A row is seen by all servers as soon as its statement has ended, but the disk is not waited for: what a database that crashes
 * loses of the last half second are tokens of calls whose sockets it has outlived or that each server remembers by itself, and a
 * handshake would otherwise wait for a disk while its caller listens to silence.
 */
final class UsedTokensInDatabase {
    private static final int USES_BETWEEN_SWEEPS = 500;

    /** The setting is that of the one transaction which the statement is, and part of it: no round trip more. */
    private static final String USE = "insert into relay_tokens (nonce, expires_at) select ?::text, ?::timestamptz"
            + " from set_config('synchronous_commit', 'off', true) on conflict do nothing";

    private final DataSource database;
    private final AtomicInteger uses = new AtomicInteger();

    UsedTokensInDatabase(DataSource database) {
        this.database = database;
    }

    /** Whether this is the first use of it by any server. */
    boolean firstUse(String nonce, Instant expiry) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(USE)) {
            insert.setString(1, nonce);
            insert.setObject(2, OffsetDateTime.ofInstant(expiry, ZoneOffset.UTC));
            boolean first = insert.executeUpdate() == 1;
            if (uses.incrementAndGet() % USES_BETWEEN_SWEEPS == 0) {
                sweep(connection);
            }
            return first;
        }
    }

    /** Servers' clocks may differ: expired tokens are kept a while longer. */
    private static void sweep(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement(
                "delete from relay_tokens where expires_at < now() - interval '10 minutes'")) {
            delete.executeUpdate();
        }
    }
}
