package io.arcline.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The scripts of this build with their checksums, as they stand in the table of a database that they were all run in
 * ({@code migration/history.txt}). Where they stand there so, and nothing else does, there is nothing for Flyway to do
 * or to object to, and it need not be loaded, which takes a start longer than asking.
 */
final class KnownHistory {
    private static final String SCRIPTS = "migration/";

    private KnownHistory() {}

    /**
     * The version of the newest script when exactly the scripts of this build were run, all with success; nothing when
     * the table is not there or has anything else. Blocks for at most two statements.
     */
    static Optional<String> newestIn(Connection connection, String table) throws SQLException {
        String known = text("history.txt");
        boolean same = "t".equals(first(connection, "select to_regclass('" + table + "') is not null"))
                && known.equals(first(connection, """
                        select string_agg(concat_ws(' ', version, checksum, script)
                            || case when success then '' else ' failed' end || chr(10), '' order by installed_rank)
                        from %s where type <> 'BASELINE'""".formatted(table)));
        if (!same) {
            return Optional.empty();
        }
        String newest = known.substring(known.lastIndexOf('\n', known.length() - 2) + 1);
        return Optional.of(newest.substring(0, newest.indexOf(' ')));
    }

    /** What Flyway runs after each migration, also after one that found nothing to do; in a transaction of its own. */
    static void runWhatComesAfter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text("afterMigrate.sql"));
        }
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static String text(String file) {
        try (InputStream stream = KnownHistory.class.getResourceAsStream(SCRIPTS + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
