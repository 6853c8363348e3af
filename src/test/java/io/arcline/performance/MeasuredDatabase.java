package io.arcline.performance;

import io.arcline.database.DebianPostgres;
import io.arcline.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The PostgreSQL of a measurement, new and empty, until the JVM ends. It is Debian's with a quarter of the memory of Supabase's size
 * "Small", as is advised for {@code shared_buffers}; where Debian's is not installed it is the embedded one, which is made for
 * development: compiled for size, with buffers of 32 MB.
 *
 * @param port on the loopback interface; its database is {@link EmbeddedDatabase#DATABASE}
 * @param kind what it is, to be kept with the figures
 */
record MeasuredDatabase(int port, String kind) {
    private static final String BUFFERS = "shared_buffers=512MB";
    private static final String DROPPED = """
            select coalesce(sum((metadata ->> 'entries')::int), 0) from logs
            where message = 'journal entries dropped'""";

    static MeasuredDatabase in(Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("database-" + System.nanoTime()));
        try {
            Optional<DebianPostgres> debian = DebianPostgres.in(folder, BUFFERS, "max_wal_size=4GB");
            if (debian.isEmpty()) {
                return new MeasuredDatabase(EmbeddedDatabase.in(folder).port(), "the embedded PostgreSQL");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(debian.get()::close, "postgresql-stop"));
            debian.get().execute("postgres", "create database " + EmbeddedDatabase.DATABASE);
            return new MeasuredDatabase(
                    debian.get().port(), "PostgreSQL " + debian.get().version() + ", " + BUFFERS);
        } catch (SQLException failed) {
            throw new IOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Empties the journal's table, in which an entry costs the more the more there are: a run shall not pay for those before it.
     *
     * @return how many entries the journal said in it that it had dropped
     */
    int emptyJournal() throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/" + EmbeddedDatabase.DATABASE, "postgres", "");
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("lock table logs");
            int dropped;
            try (ResultSet row = sql.executeQuery(DROPPED)) {
                row.next();
                dropped = row.getInt(1);
            }
            sql.execute("truncate logs");
            connection.commit();
            // And what is still to be written to the disk is not written during the run.
            sql.execute("checkpoint");
            connection.commit();
            return dropped;
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
