package io.arcline.performance;

import io.arcline.database.DebianPostgres;
import io.arcline.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
            where message = 'journal entries dropped' and created_at >= ?""";

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

    /** Entries that the journal has dropped, as it has told of it itself. */
    int droppedSince(Instant since) throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/" + EmbeddedDatabase.DATABASE, "postgres", "");
                PreparedStatement sum = connection.prepareStatement(DROPPED)) {
            sum.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
