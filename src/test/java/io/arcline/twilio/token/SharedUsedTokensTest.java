package io.arcline.twilio.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.Migration;
import io.arcline.twilio.relay.UsedTokensInMemory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SharedUsedTokensTest {
    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aTokenIsFirstUsedOnceAmongServersThatShareADatabase(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase embedded = EmbeddedDatabase.in(folder)) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(embedded.jdbcUrl());
            database.setUser(embedded.user());
            Migration.migrate(database);
            List<SharedUsedTokens> servers = List.of(server(database), server(database), server(database));
            for (int token = 0; token < 20; token++) {
                String nonce = "nonce-" + token;
                List<Future<Boolean>> uses = new ArrayList<>();
                for (SharedUsedTokens server : servers) {
                    uses.add(threads.submit(() -> server.firstUse(nonce, EXPIRY)));
                }
                int first = 0;
                for (Future<Boolean> use : uses) {
                    first += use.get() ? 1 : 0;
                }
                assertThat(first).as(nonce).isEqualTo(1);
            }
        }
    }

    @Test
    void theDiskIsWaitedForAgainByWhateverComesAfterIt(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase embedded = EmbeddedDatabase.in(folder)) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(embedded.jdbcUrl());
            database.setUser(embedded.user());
            Migration.migrate(database);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                UsedTokensInDatabase tokens = new UsedTokensInDatabase(alwaysThe(connection));
                statement.execute("truncate relay_tokens");
                assertThat(tokens.firstUse("one", EXPIRY)).isTrue();
                assertThat(tokens.firstUse("one", EXPIRY)).isFalse();
                try (ResultSet setting = statement.executeQuery("show synchronous_commit")) {
                    setting.next();
                    assertThat(setting.getString(1)).isEqualTo("on");
                }
                try (ResultSet row = statement.executeQuery("select nonce, expires_at from relay_tokens")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("one");
                    assertThat(row.getTimestamp(2).toInstant()).isEqualTo(EXPIRY);
                }
            }
        }
    }

    /** A pool of one connection, which stays open when it is given back. */
    private static DataSource alwaysThe(Connection connection) {
        Connection kept = proxy(
                Connection.class,
                (self, method, args) -> method.getName().equals("close") ? null : method.invoke(connection, args));
        return proxy(DataSource.class, (self, method, args) -> kept);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void aDatabaseThatIsAwayKeepsNobodyOutAndTheServersOwnMemoryStillCounts() throws Exception {
        PGSimpleDataSource away = new PGSimpleDataSource();
        try (ServerSocket free = new ServerSocket(0)) {
            away.setUrl("jdbc:postgresql://localhost:" + free.getLocalPort() + "/arcline");
        }
        SharedUsedTokens server = server(away);
        assertThat(server.firstUse("one", EXPIRY)).isTrue();
        assertThat(server.firstUse("one", EXPIRY)).isFalse();
        assertThat(server.firstUse("two", EXPIRY)).isTrue();
    }

    @Test
    void aDatabaseThatHangsIsWaitedForOnceAndThenLeftAlone() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0)) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl("jdbc:postgresql://localhost:" + hanging.getLocalPort() + "/arcline");
            SharedUsedTokens server = server(database);
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertThat(server.firstUse("nonce-" + i, EXPIRY)).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(SharedUsedTokens.PATIENCE.multipliedBy(2));
        }
    }

    private SharedUsedTokens server(PGSimpleDataSource database) {
        return new SharedUsedTokens(
                new UsedTokensInMemory(InstantSource.system()), database, threads, System::nanoTime);
    }
}
