package io.arcline.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers; asked anew at most once a second, however often somebody wants to know. Thread-safe. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    private long askedAt = System.nanoTime() - 2 * FRESH_NANOS;
    private long tookNanos;
    private String failure = "";

    /** Blocks for some seconds at the most. */
    @Override
    public synchronized HealthCheckResponse call() {
        long now = System.nanoTime();
        if (now - askedAt > FRESH_NANOS) {
            failure = ask();
            askedAt = System.nanoTime();
            tookNanos = askedAt - now;
        }
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database")
                .status(failure.isEmpty())
                .withData("answers", failure.isEmpty())
                .withData("millis", Duration.ofNanos(tookNanos).toMillis());
        return (failure.isEmpty() ? answer : answer.withData("why", failure)).build();
    }

    /** Why it does not answer, without what the driver says: there may be addresses and users in that. */
    private String ask() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) ? "" : "no answer within " + PATIENCE_SECONDS + " s";
        } catch (SQLException away) {
            return inWords(away.getSQLState());
        }
    }

    /** What PostgreSQL's appendix of error codes says of a state. */
    private static String inWords(String state) {
        if (state == null) {
            return "no connection came free";
        }
        String meaning = switch (state.substring(0, 2)) {
            case "08" -> "nobody answers at its address";
            case "28" -> "it refuses the user or the password";
            case "3D" -> "there is no database of that name";
            case "53" -> "it has no room for another connection";
            case "57" -> "it is starting or stopping";
            default -> "it refuses";
        };
        return meaning + " (SQLState " + state + ")";
    }
}
