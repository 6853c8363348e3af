package io.arcline.twilio.token;

import io.arcline.twilio.relay.UsedTokens;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Tokens are used once by all servers together, as long as the database answers within {@link #PATIENCE}; while it does not, once
 * by each server, because callers must be let in. Thread-safe; blocks that long at the most.
 */
public final class SharedUsedTokens implements UsedTokens {
    /** Twilio waits for the handshake meanwhile. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** So long the database is left alone after it did not answer. */
    static final Duration REST = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(SharedUsedTokens.class.getName());

    private final UsedTokens own;
    private final UsedTokensInDatabase shared;
    private final ExecutorService threads;
    private final LongSupplier nanos;
    private volatile boolean resting;
    private volatile long restedUntil;

    /**
     * @param own what this server remembers by itself
     * @param threads for the database's answers: virtual ones
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public SharedUsedTokens(UsedTokens own, DataSource database, ExecutorService threads, LongSupplier nanos) {
        this.own = own;
        this.shared = new UsedTokensInDatabase(database);
        this.threads = threads;
        this.nanos = nanos;
    }

    @Override
    public boolean firstUse(String nonce, Instant expiry) {
        return own.firstUse(nonce, expiry) && (rests() || firstOfAll(() -> shared.firstUse(nonce, expiry)));
    }

    private boolean rests() {
        return resting && nanos.getAsLong() - restedUntil < 0;
    }

    private boolean firstOfAll(Callable<Boolean> question) {
        try {
            // Late ones are left to come to their end: interrupted, they would take a connection with them.
            Future<Boolean> answer = threads.submit(question);
            boolean first = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            resting = false;
            return first;
        } catch (ExecutionException failed) {
            return letIn(failed.getCause());
        } catch (TimeoutException | RejectedExecutionException late) {
            return letIn(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return letIn(stopping);
        }
    }

    private boolean letIn(Throwable why) {
        restedUntil = nanos.getAsLong() + REST.toNanos();
        resting = true;
        LOG.log(
                System.Logger.Level.WARNING,
                "Relay tokens are checked by this server alone for {0} s: {1}",
                REST.toSeconds(),
                why instanceof SQLException database ? database.getSQLState() : why.toString());
        return true;
    }
}
