package io.arcline.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The data source of server.xml: {@code DATABASE_URL} where it is set, otherwise a PostgreSQL that it starts itself on the first
 * connection, with its data in {@code ARCLINE_DATA_DIR}. Loaded by the data source's library, not by the application, so that
 * the database outlives a reload of the application. Thread-safe.
 */
public final class ArcLineDataSource extends PGConnectionPoolDataSource {
    private static final long serialVersionUID = 1L;
    private static final String DEFAULT_FOLDER = ".arcline";

    private transient boolean addressed;
    private String preferred = "DATABASE_URL";

    public ArcLineDataSource() {
        setApplicationName("ARC Line");
        setConnectTimeout(seconds("DATABASE_CONNECT_SECONDS", 5));
        setLoginTimeout(seconds("DATABASE_CONNECT_SECONDS", 5));
        // A database that hangs is treated like one that is away.
        setSocketTimeout(seconds("DATABASE_ANSWER_SECONDS", 8));
        setTcpKeepAlive(true);
        setReWriteBatchedInserts(true);
    }

    /** The environment variable whose address is used before {@code DATABASE_URL}'s where it is set. */
    public void setPreferred(String variable) {
        preferred = variable;
    }

    @Override
    public PooledConnection getPooledConnection() throws SQLException {
        address();
        return super.getPooledConnection();
    }

    @Override
    public PooledConnection getPooledConnection(String user, String password) throws SQLException {
        address();
        return super.getPooledConnection(user, password);
    }

    private synchronized void address() throws SQLException {
        if (addressed) {
            return;
        }
        try {
            Optional<String> configured = environment(preferred).or(() -> environment("DATABASE_URL"));
            if (configured.isPresent()) {
                DatabaseUrl url = DatabaseUrl.parse(configured.get());
                setUrl(url.jdbcUrl());
                setUser(url.user());
                setPassword(url.password());
            } else {
                String folder = environment("ARCLINE_DATA_DIR").orElse(DEFAULT_FOLDER);
                EmbeddedDatabase embedded = EmbeddedDatabase.in(Path.of(folder, "postgresql"));
                setUrl(embedded.jdbcUrl());
                setUser(embedded.user());
            }
        } catch (DatabaseStartException | IllegalArgumentException failed) {
            throw new SQLException(failed.getMessage(), "08001", failed);
        }
        // Text goes to jsonb columns without the driver knowing the type.
        setStringType("unspecified");
        addressed = true;
    }

    private static int seconds(String name, int otherwise) {
        return environment(name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
