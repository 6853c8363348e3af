package io.arcline.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Deletes the journal's entries when they are old, some at a time. Several servers may do it at once: none waits for the others,
 * and nothing is locked that a call writes.
 */
public final class Retention {
    private static final int BATCH = 5_000;
    private static final String DELETE =
            "delete from logs where id in (select id from logs where created_at < ? order by created_at limit ?)";

    private final DataSource database;
    private final Duration kept;
    private final InstantSource clock;

    /** @param kept how old entries get */
    public Retention(DataSource database, Duration kept, InstantSource clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Deletes what is too old, each batch in a transaction of its own.
     *
     * @return how many entries
     */
    public long run() throws SQLException {
        long deleted = 0;
        int batch;
        do {
            batch = deleteBatch();
            deleted += batch;
        } while (batch == BATCH);
        return deleted;
    }

    private int deleteBatch() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, clock.instant().minus(kept).atOffset(ZoneOffset.UTC));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
