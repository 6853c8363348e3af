package io.arcline.system;

import io.arcline.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Servers that many tests share, started when first asked for and stopped with the tests' JVM. */
final class Servers {
    /** The number that callers dial. The servers say at their start that it is theirs. */
    static final String HOTLINE = "+15550100009";

    /** What Twilio signs with, as far as {@link #production()} knows. */
    static final String AUTH_TOKEN = "0123456789abcdef0123456789abcdef";

    /** What it signed with before. */
    static final String PREVIOUS_AUTH_TOKEN = "fedcba9876543210fedcba9876543210";

    /** The public name of {@link #production()}. */
    static final String DOMAIN = "phone.example.net";

    /** Requests without a good signature that {@link #production()} answers with 403 a minute and address. */
    static final int RATE_LIMIT = 200;

    private Servers() {}

    /** A development server: no token, an embedded database. */
    static LibertyServer development() {
        return Development.SERVER;
    }

    /**
     * A production server behind a proxy: signed requests only, a PostgreSQL beside it, in which it has the role {@code arcline_server}
     * and nothing more.
     */
    static LibertyServer production() {
        return Production.SERVER;
    }

    /**
     * Another server on the database of {@link #production()}, with little room, no OpenAPI, quick pings and a relay set up
     * otherwise.
     */
    static LibertyServer small() {
        return Small.SERVER;
    }

    /** A development server with moderators: Anna and Ben by password, and the people of {@link #provider()}. */
    static LibertyServer moderated() {
        return Moderated.SERVER;
    }

    /**
     * A development server with all that operators can ask for: Admin Center, JMX over REST, traces, JSON on the console, a reader
     * {@code prometheus} with the password {@code scrapes}, and folders for words and variables, which are empty.
     */
    static LibertyServer operated() {
        return Operated.SERVER;
    }

    /** Where {@link #operated()} sends its traces. */
    static TraceCollector collector() {
        return Operated.COLLECTOR;
    }

    /** A file in the folders of {@link #operated()}: {@code words/…} or {@code variables/…}. */
    static Path changed(String file) {
        return Operated.FOLDER.resolve(file);
    }

    /** The OpenID provider of {@link #moderated()}. */
    static OpenIdProvider provider() {
        return Moderated.PROVIDER;
    }

    /** A connection to the database of {@link #production()} by one of its roles. */
    static Connection productionDatabase(String role) throws SQLException {
        return DriverManager.getConnection(Production.DATABASE.jdbcUrl(), role, "");
    }

    private static LibertyServer production(String name, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ARCLINE_MODE",
                "production",
                "DOMAIN",
                DOMAIN,
                "TWILIO_ACCOUNT_SID",
                "AC00000000000000000000000000000000",
                "TWILIO_AUTH_TOKEN",
                AUTH_TOKEN,
                "TWILIO_AUTH_TOKEN_PREVIOUS",
                PREVIOUS_AUTH_TOKEN,
                "RATE_LIMIT",
                String.valueOf(RATE_LIMIT),
                "DRAIN_SECONDS",
                "2",
                "DATABASE_URL",
                Production.url("arcline_server"),
                "DATABASE_MIGRATION_URL",
                Production.url("arcline_owner")));
        environment.putAll(more);
        return LibertyServer.start(name, environment);
    }

    private static final class Development {
        static final LibertyServer SERVER = LibertyServer.start("development", Map.of("TWILIO_PHONE_NUMBER", HOTLINE));
    }

    private static final class Production {
        static final EmbeddedDatabase DATABASE =
                withRoles(EmbeddedDatabase.in(Path.of("target", "test-servers", "production-" + System.nanoTime())));
        static final LibertyServer SERVER = production("production", Map.of("MAX_FRAMES_PER_SECOND", "1000"));

        static String url(String role) {
            return "postgresql://" + role + ":unused@localhost:" + DATABASE.port() + "/" + EmbeddedDatabase.DATABASE;
        }

        /** The tables' owner, who migrates, and the role that the server works as, by the statements of docs/database.md. */
        private static EmbeddedDatabase withRoles(EmbeddedDatabase database) {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
                    Statement sql = connection.createStatement()) {
                sql.execute("create role arcline_owner login");
                sql.execute("alter database " + EmbeddedDatabase.DATABASE + " owner to arcline_owner");
                sql.execute("alter schema public owner to arcline_owner");
                sql.execute(Files.readString(Path.of("docs", "database.md"))
                        .lines()
                        .dropWhile(line -> !line.startsWith("create role arcline_server"))
                        .takeWhile(line -> !line.startsWith("```"))
                        .collect(Collectors.joining("\n")));
                return database;
            } catch (SQLException | IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static final class Small {
        static final LibertyServer SERVER = production(
                "small",
                Map.ofEntries(
                        Map.entry("OPENAPI", "off"),
                        Map.entry("METRICS", "off"),
                        Map.entry("MAX_CALLS", "2"),
                        Map.entry("BOARD_READERS", "3"),
                        Map.entry("MAX_CALLS_PER_NUMBER", "1"),
                        Map.entry("PING_SECONDS", "5"),
                        Map.entry("SEND_TIMEOUT_SECONDS", "2"),
                        Map.entry("SILENCE_SECONDS", "60"),
                        Map.entry("RELAY_TTS_PROVIDER", "Google"),
                        Map.entry("RELAY_VOICE", "en-GB-Chirp3-HD-Leda"),
                        Map.entry("RELAY_SPEECH_MODEL", "flux"),
                        Map.entry("RELAY_EOT_THRESHOLD", "0.7"),
                        Map.entry("RELAY_INTERRUPT_SENSITIVITY", "low"),
                        Map.entry("RELAY_APPLICATION_RECONNECT", "true")));
    }

    private static final class Operated {
        static final Path FOLDER = folder();
        static final TraceCollector COLLECTOR = collector();
        static final LibertyServer SERVER = LibertyServer.start(
                "operated",
                Map.ofEntries(
                        Map.entry("ADMIN_CENTER", "on"),
                        Map.entry("TELEMETRY", "on"),
                        Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR.endpoint()),
                        Map.entry("OTEL_BSP_SCHEDULE_DELAY", "500"),
                        Map.entry("READERS", "prometheus:scrapes"),
                        Map.entry("ARCLINE_WORDS_DIR", FOLDER.resolve("words").toString()),
                        Map.entry(
                                "VARIABLE_SOURCE_DIRS",
                                FOLDER.resolve("variables").toString()),
                        Map.entry("WLP_LOGGING_CONSOLE_FORMAT", "JSON"),
                        Map.entry("WLP_LOGGING_CONSOLE_LOGLEVEL", "info"),
                        Map.entry("WLP_LOGGING_CONSOLE_SOURCE", "message,ffdc")));

        private static TraceCollector collector() {
            try {
                return TraceCollector.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path folder() {
            try {
                Path folder = Path.of("target", "test-servers", "operated-" + System.nanoTime())
                        .toAbsolutePath();
                Files.createDirectories(folder.resolve("words").resolve("en"));
                Files.createDirectories(folder.resolve("variables"));
                return folder;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Moderated {
        static final OpenIdProvider PROVIDER = OpenIdProvider.in(Path.of("target", "test-servers"));
        static final LibertyServer SERVER = LibertyServer.start(
                "moderated",
                Map.of(
                        "MODERATORS",
                        "anna:a-password ben:b:password",
                        "OPERATOR_SIGN_IN",
                        "openid",
                        "OIDC_DISCOVERY_URL",
                        PROVIDER.discoveryUrl(),
                        "OIDC_CLIENT_ID",
                        OpenIdProvider.CLIENT,
                        "OIDC_CLIENT_SECRET",
                        OpenIdProvider.CLIENT_SECRET,
                        "OIDC_OPERATOR_GROUP",
                        "line-operators",
                        "OIDC_MODERATOR_GROUP",
                        "line-moderators",
                        "cert_defaultKeyStore",
                        PROVIDER.certificate().toAbsolutePath().toString()));
    }
}
