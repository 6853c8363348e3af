package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fillFolder(TestInfo test) throws IOException {
        if (!test.getTags().contains("empty")) {
            ReadyCluster.copyTo(folder);
        }
    }

    @Test
    @Tag("empty")
    void keepsItsDataAcrossRestarts() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:" + database.port() + "/arcline");
            run(database, "create table kept (what text)");
            run(database, "insert into kept values ('Zwiebel 🐓')");
        }
        assertThat(serving()).as("stopped by close").isFalse();
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(text(database, "select what from kept")).isEqualTo("Zwiebel 🐓");
        }
    }

    @Test
    void losesNothingThatIsCommittedAndListensOnLoopbackOnly() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(text(database, "show fsync")).isEqualTo("on");
            assertThat(text(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(
                            database,
                            "select pg_encoding_to_char(encoding) from pg_database where datname =" + " 'arcline'"))
                    .isEqualTo("UTF8");
            for (Inet4Address outside : addressesOutsideLoopback()) {
                assertThat(accepts(outside, database.port())).as("%s", outside).isFalse();
            }
        }
    }

    @Test
    void isStartedOnceForThreadsOfOneJvm() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<EmbeddedDatabase>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> EmbeddedDatabase.in(folder)));
            }
            List<EmbeddedDatabase> databases = new ArrayList<>();
            for (Future<EmbeddedDatabase> one : all) {
                databases.add(one.get());
            }
            assertThat(databases)
                    .extracting(EmbeddedDatabase::port)
                    .containsOnly(databases.getFirst().port());
            databases.forEach(EmbeddedDatabase::close);
        }
        assertThat(serving()).isFalse();
    }

    @Test
    void isUsedByAnotherClassLoaderOfThisJvm() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder);
                URLClassLoader reloaded = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> again = reloaded.loadClass(EmbeddedDatabase.class.getName());
            Object second = again.getMethod("in", Path.class).invoke(null, folder);
            assertThat(again.getMethod("port").invoke(second)).isEqualTo(database.port());
            again.getMethod("close").invoke(second);
            assertThat(text(database, "select 1"))
                    .as("still there after the second one is closed")
                    .isEqualTo("1");
        }
    }

    @Test
    void isStoppedWhenTheJvmThatStartedItEnds() throws Exception {
        try (OtherJvm other = OtherJvm.using(folder)) {
            other.port();
            other.end();
        }
        assertThat(serving()).isFalse();
    }

    @Test
    void isTakenOverFromAKilledJvm() throws Exception {
        try (OtherJvm killed = OtherJvm.using(folder)) {
            int port = killed.port();
            killed.kill();
            assertThat(serving()).as("left behind").isTrue();
            try (OtherJvm next = OtherJvm.using(folder)) {
                assertThat(next.port()).isEqualTo(port);
                next.end();
            }
        }
        assertThat(serving()).as("stopped by the one that took it over").isFalse();
    }

    @Test
    void isStoppedByTheLastOfTwoJvms() throws Exception {
        try (OtherJvm first = OtherJvm.using(folder);
                OtherJvm second = OtherJvm.using(folder)) {
            assertThat(first.port()).isEqualTo(second.port());
            first.end();
            assertThat(serving()).as("the second one still uses it").isTrue();
            second.end();
        }
        assertThat(serving()).isFalse();
    }

    @Test
    void startsAgainAfterPostgresWasKilled() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            run(database, "create table kept as select 'committed' as what");
            ProcessHandle.of(PostmasterFile.in(cluster().data()).orElseThrow().pid())
                    .orElseThrow()
                    .destroyForcibly();
            try (EmbeddedDatabase again = EmbeddedDatabase.in(folder)) {
                assertThat(text(again, "select what from kept")).isEqualTo("committed");
            }
        }
    }

    @Test
    void isStoppedByTheJvmThatHadToStartItAgain() throws Exception {
        try (OtherJvm other = OtherJvm.using(folder, OtherJvm.Deed.KILL_POSTGRES)) {
            other.port();
            other.end();
        }
        assertThat(serving()).isFalse();
    }

    @Test
    void isStoppedEvenWhenItsProgramsAreGone() throws Exception {
        try (OtherJvm other = OtherJvm.using(folder)) {
            other.port();
            Files.writeString(cluster().data().resolve("postmaster.opts"), "/nowhere/bin/postgres \"-F\"\n");
            ProcessHandle postgres = ProcessHandle.of(
                            PostmasterFile.in(cluster().data()).orElseThrow().pid())
                    .orElseThrow();
            other.end();
            assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void waitsForWhatIsSavedWhileTheJvmEnds() throws Exception {
        try (OtherJvm other = OtherJvm.using(folder, OtherJvm.Deed.WRITE_WHILE_ENDING)) {
            other.port();
            other.end();
        }
        assertThat(serving()).isFalse();
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(text(database, "select count(*) from late")).isEqualTo("10");
        }
    }

    @Test
    void startsAlthoughAnotherProgramHasTheProcessIdOfADeadServer() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    PostmasterFile.path(cluster().data()),
                    "%d\n%s\n1790000000\n1\n\nlocalhost\n  1234567 99\nready   \n"
                            .formatted(other.pid(), cluster().data()));
            try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
                assertThat(text(database, "select 1")).isEqualTo("1");
            }
        } finally {
            other.destroy();
        }
    }

    @Test
    @Tag("empty")
    void makesItsDataAnewWhenTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(cluster().data());
        Files.writeString(cluster().data().resolve("postgresql.conf"), "");
        Files.writeString(folder.resolve("making-data"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(text(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    @Tag("empty")
    void worksInAFolderWithSpacesAndUmlauts() throws Exception {
        folder = folder.resolve("böse 'Ordner'").resolve("tief");
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            assertThat(text(database, "select 1")).isEqualTo("1");
        }
        assertThat(serving()).isFalse();
    }

    @Test
    @Tag("empty")
    void saysInOneLineWhyThereIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedDatabase.in(file))
                .isInstanceOf(DatabaseStartException.class)
                .message()
                .contains(file.toString(), "set DATABASE_URL")
                .doesNotContain("\n");
    }

    @Test
    void saysWhatPostgresComplainsOf() throws Exception {
        Files.writeString(cluster().data().resolve("PG_VERSION"), "9\n");
        assertThatThrownBy(() -> EmbeddedDatabase.in(folder))
                .isInstanceOf(DatabaseStartException.class)
                .message()
                .contains("database files are incompatible with server", "set DATABASE_URL")
                .doesNotContain("\n");
        assertThat(FolderClaim.held(folder.toRealPath())).isFalse();
    }

    private Cluster cluster() throws IOException {
        return new Cluster(folder.toRealPath());
    }

    private boolean serving() throws IOException {
        return PostmasterFile.in(cluster().data()).filter(PostmasterFile::alive).isPresent();
    }

    private static void run(EmbeddedDatabase database, String statement) throws SQLException {
        withStatement(database, sql -> sql.execute(statement));
    }

    private static String text(EmbeddedDatabase database, String query) throws SQLException {
        return withStatement(database, sql -> {
            try (ResultSet row = sql.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private static <T> T withStatement(EmbeddedDatabase database, Use<T> use) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
                Statement statement = connection.createStatement()) {
            return use.of(statement);
        }
    }

    private interface Use<T> {
        T of(Statement statement) throws SQLException;
    }

    private static List<Inet4Address> addressesOutsideLoopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .toList();
    }

    private static boolean accepts(Inet4Address address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
