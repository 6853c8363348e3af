package io.arcline.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A PostgreSQL on this machine, seen through its port as the superuser that embedded servers have. */
record LocalServer(int port) {
    static final String USER = "postgres";

    /** @param database its name, which needs no escaping */
    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Whether it answers and serves the data folder. */
    boolean serves(Path data) throws SQLException {
        return Path.of(text("show data_directory")).equals(data);
    }

    /** Makes the database when it is missing. */
    void ensure(String database) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + database);
        }
    }

    /**
     * Waits until no other connection has done anything for a moment, so that what a stopping application still has
     * to save is saved; idle connections of its pool do not count.
     *
     * @param atMostTenths of a second
     */
    void awaitQuiet(int atMostTenths) throws SQLException {
        for (int tenth = 0; tenth < atMostTenths; tenth++) {
            String busy = text("select count(*) from pg_stat_activity where backend_type = 'client backend'"
                    + " and pid <> pg_backend_pid()"
                    + " and (state <> 'idle' or state_change > clock_timestamp() - interval '500 ms')");
            if (busy.equals("0")) {
                return;
            }
            Pause.milliseconds(100);
        }
    }

    /** The first column of a query's only row. */
    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("ApplicationName", "ARC Line, starting and stopping");
        return DriverManager.getConnection(url("postgres"), properties);
    }
}
