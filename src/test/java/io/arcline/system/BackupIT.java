package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.DebianPostgres;
import io.arcline.database.Migration;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A backup by the commands of docs/database.md, restored into a new database, on which the hotline goes on. */
class BackupIT {
    @TempDir
    Path folder;

    @Test
    void theHotlineGoesOnWithARestoredDatabase() throws Exception {
        Optional<DebianPostgres> debian = DebianPostgres.in(folder);
        Assumptions.assumeTrue(
                debian.isPresent(),
                "no PostgreSQL with pg_dump in /usr/lib/postgresql, so backup and restore are not tested here"
                        + " (apt-get install postgresql)");
        try (DebianPostgres postgres = debian.get()) {
            postgres.execute("postgres", "create database before");
            postgres.execute("before", Files.readString(Path.of("src/test/resources/schema/v12.sql")));
            Migration.migrate(database(postgres, "before"));

            for (String command : documented()) {
                postgres.run(
                        Map.of(
                                "DATABASE_URL", postgres.url("before"),
                                "NEW_DATABASE_URL", postgres.url("restored"),
                                "DATABASE_SERVER_URL", postgres.url("postgres")),
                        "cd " + folder + " && " + command);
            }
            assertThat(counts(postgres, "restored")).isEqualTo(counts(postgres, "before"));

            try (LibertyServer server =
                            LibertyServer.start("restored", Map.of("DATABASE_URL", postgres.url("restored")));
                    FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                            .line(LineSettings.faster(20))
                            .patience(Duration.ofSeconds(60))
                            .start()) {
                FakeCall call = twilio.dial("+15550400001");
                call.awaitReply();
                call.say("listen to intel");
                assertThat(call.awaitAnswer().text()).contains("Queen at the old bridge");
                call.say("submit intel");
                call.awaitAnswer();
                call.say("three Snitches over the marsh");
                assertThat(Confirmations.isOne(call.awaitAnswer())).isTrue();
                call.say("goodbye");
                assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
                assertThat(server.operator("/api/moderation/intel?state=rejected")
                                .body())
                        .contains("advertising");
                assertThat(server.operator("/api/calls/CA00000000000000000000000000000012/journal")
                                .body())
                        .contains("call connected");
            }
            try (Connection restored = postgres.connect("restored");
                    Statement sql = restored.createStatement();
                    ResultSet row = sql.executeQuery(
                            "select count(*) from intel where content = 'three Snitches over the marsh'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    /** The commands of docs/database.md, in their order. */
    private static List<String> documented() throws Exception {
        return Files.readString(Path.of("docs", "database.md"))
                .lines()
                .filter(line -> line.matches("(pg_dump|psql|pg_restore) .*"))
                .toList();
    }

    private static PGSimpleDataSource database(DebianPostgres postgres, String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:" + postgres.url(name).replace("postgres@", ""));
        database.setUser("postgres");
        return database;
    }

    private static Map<String, Integer> counts(DebianPostgres postgres, String database) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Connection connection = postgres.connect(database);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select relname, (xpath('/row/c/text()', query_to_xml("
                        + "'select count(*) as c from public.' || relname, false, true, '')))[1]::text::int"
                        + " from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }
}
