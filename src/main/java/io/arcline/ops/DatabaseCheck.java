package io.arcline.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Whether the database answers; asked anew at most once a second, however often somebody wants to know. Thread-safe. */
@ApplicationScoped
public class DatabaseCheck {
    private static final int PATIENCE_SECONDS = 2;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    private long askedAt = System.nanoTime() - 2 * FRESH_NANOS;
    private boolean answered;

    /** Blocks for some seconds at the most. */
    public synchronized boolean answers() {
        if (System.nanoTime() - askedAt > FRESH_NANOS) {
            answered = ask();
            askedAt = System.nanoTime();
        }
        return answered;
    }

    private boolean ask() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
