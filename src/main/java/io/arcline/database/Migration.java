package io.arcline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The tables in their newest form: brings a database there by the scripts beside this class ({@code
 * migration/V*.sql}) and remembers in the table {@code arcline_schema_history} which of them were run. Each script is
 * one transaction.
 *
 * @param version of the last script in the database now
 * @param executed how many were run this time; 0 when the database was up to date
 */
public record Migration(String version, int executed) {
    private static final String HISTORY = "arcline_schema_history";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Migrates. Tables of an earlier ARC Line that are there already are taken over with what is in them. Several
     * servers may do it at once: one works, the others wait, at most a minute. Blocks; needs three connections for a
     * moment, of a user who owns the tables or may make them. Works through a pool of transactions, too.
     *
     * @throws DatabaseStartException when it is not possible; what the failed script did is undone
     */
    public static Migration migrate(DataSource database) {
        // Flyway's own lock does not cover the taking over of tables that are there: two servers at once would fail.
        try (Connection turn = database.getConnection();
                Statement lock = turn.createStatement()) {
            turn.setAutoCommit(false);
            try {
                lock.execute("set local lock_timeout = '60s'");
                lock.execute("select pg_advisory_xact_lock(hashtext('" + HISTORY + "'))");
                Optional<String> newest = known(database);
                return newest.isPresent() ? new Migration(newest.get(), 0) : run(database);
            } finally {
                turn.rollback();
                turn.setAutoCommit(true);
            }
        } catch (SQLException | FlywayException failed) {
            throw new DatabaseStartException("The tables could not be brought up to date: " + reason(failed), failed);
        }
    }

    /** The version of tables that need nothing but what is run at each start, which has been done then. */
    private static Optional<String> known(DataSource database) throws SQLException {
        // Not by the connection whose transaction is open: its lock on the table would keep a policy from being made.
        try (Connection connection = database.getConnection()) {
            Optional<String> newest = KnownHistory.newestIn(connection, HISTORY);
            if (newest.isPresent()) {
                KnownHistory.runWhatComesAfter(connection);
            }
            return newest;
        }
    }

    private static Migration run(DataSource database) {
        MigrateResult result = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:io/arcline/database/migration")
                .failOnMissingLocations(true)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholderReplacement(false)
                .connectRetries(0)
                .load()
                .migrate();
        String version = result.migrationsExecuted > 0 ? result.targetSchemaVersion : result.initialSchemaVersion;
        if (version == null) {
            throw new FlywayException("the migration scripts are not there");
        }
        return new Migration(version, result.migrationsExecuted);
    }

    /** What the driver says, without the banner that Flyway draws around it. */
    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
            return "another server has had them locked for too long";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
