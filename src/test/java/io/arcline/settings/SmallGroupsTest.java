package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Defaults and full mapping of the groups that have no rules of their own. */
class SmallGroupsTest {
    @Nested
    class Board {
        @Test
        void defaults() {
            assertThat(Environment.read(BoardSettings.class)).isEqualTo(new BoardSettings(List.of(), 2000));
        }

        @Test
        void fullMapping() {
            assertThat(Environment.read(
                            BoardSettings.class,
                            "BOARD_CORS_ORIGINS",
                            "https://a.example, https://b.example",
                            "BOARD_READERS",
                            "0"))
                    .isEqualTo(new BoardSettings(List.of("https://a.example", "https://b.example"), 0));
        }
    }

    @Nested
    class Operators {
        @Test
        void defaults() {
            assertThat(Environment.read(OperatorSettings.class))
                    .isEqualTo(new OperatorSettings("operator", Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Test
        void fullMapping() {
            assertThat(Environment.read(
                            OperatorSettings.class,
                            "OPERATOR_USER",
                            "anna",
                            "OPERATOR_PASSWORD",
                            "a:b c",
                            "MODERATORS",
                            "ben:x cleo:y",
                            "READERS",
                            "prometheus:z"))
                    .isEqualTo(new OperatorSettings(
                            "anna",
                            Optional.of(new Secret("a:b c")),
                            Optional.of(new Secret("ben:x cleo:y")),
                            Optional.of(new Secret("prometheus:z"))));
        }
    }

    @Nested
    class Features {
        @Test
        void defaults() {
            assertThat(Environment.read(FeatureSettings.class))
                    .isEqualTo(new FeatureSettings("off", "off", "on", "on"));
        }

        @Test
        void whatIsMisspeltIsNamedAndNotTakenForOff() {
            SettingsReader reader = Environment.reader("METRICS", "On", "TELEMETRY", "true");

            reader.read(FeatureSettings.class);

            assertThat(reader.report().problems())
                    .containsExactly(
                            "TELEMETRY: 'true' is not on or off (default off)",
                            "METRICS: 'On' is not on or off (default on)");
        }
    }

    @Nested
    class Figures {
        @Test
        void nothingIsPrintedByItself() {
            assertThat(Environment.read(FiguresSettings.class)).isEqualTo(new FiguresSettings(Optional.empty()));
        }

        @Test
        void fullMapping() {
            assertThat(Environment.read(FiguresSettings.class, "CLOUDWATCH_SERVICE", "arcline"))
                    .isEqualTo(new FiguresSettings(Optional.of("arcline")));
        }
    }

    @Nested
    class Assistant {
        @Test
        void withNothingConfiguredThereIsNone() {
            assertThat(Environment.read(AssistantSettings.class).chosen()).isEmpty();
        }

        @Test
        void perplexitysKeyAloneIsEnough() {
            assertThat(Environment.read(AssistantSettings.class, "PERPLEXITY_API_KEY", "pplx-1")
                            .chosen())
                    .contains(new AssistantSettings.Model.Chat(
                            URI.create("https://api.perplexity.ai"), Optional.of(new Secret("pplx-1")), "sonar-pro"));
        }

        @Test
        void aProviderThatLacksSomethingIsRefused() {
            for (String[] lacking : new String[][] {
                {"ASSISTANT_PROVIDER", "openai", "ASSISTANT_MODEL", "small"},
                {"ASSISTANT_PROVIDER", "openai", "ASSISTANT_BASE_URL", "http://localhost:1"},
                {"ASSISTANT_PROVIDER", "perplexity"},
                {"ASSISTANT_PROVIDER", "bedrock", "ASSISTANT_MODEL", "m"},
                {"ASSISTANT_PROVIDER", "bedrock", "AWS_REGION", "eu-central-1"},
                {"ASSISTANT_API_KEY", "key-1"}
            }) {
                assertThatThrownBy(() -> Environment.read(AssistantSettings.class, lacking))
                        .as(String.join(" ", lacking))
                        .hasMessageContaining(": is ");
            }
        }

        @Test
        void bedrockNeedsNoKeyAndNoneIsNoneWhateverKeysThereAre() {
            assertThat(Environment.read(
                                    AssistantSettings.class,
                                    "ASSISTANT_PROVIDER",
                                    "bedrock",
                                    "ASSISTANT_MODEL",
                                    "eu.model",
                                    "AWS_REGION",
                                    "eu-central-1")
                            .chosen())
                    .contains(new AssistantSettings.Model.Bedrock("eu-central-1", "eu.model", Optional.empty()));
            assertThat(Environment.read(
                                    AssistantSettings.class,
                                    "ASSISTANT_PROVIDER",
                                    "none",
                                    "PERPLEXITY_API_KEY",
                                    "pplx-1")
                            .chosen())
                    .isEmpty();
        }

        @Test
        void anyOtherGoesBefore() {
            assertThat(Environment.read(
                                    AssistantSettings.class,
                                    "ASSISTANT_BASE_URL",
                                    "http://localhost:1234/v1",
                                    "ASSISTANT_MODEL",
                                    "small",
                                    "PERPLEXITY_API_KEY",
                                    "pplx-1")
                            .chosen())
                    .contains(new AssistantSettings.Model.Chat(
                            URI.create("http://localhost:1234/v1"), Optional.empty(), "small"));
        }
    }

    @Nested
    class OfTheJournal {
        @Test
        void defaults() {
            JournalSettings none = Environment.read(JournalSettings.class);
            assertThat(none)
                    .isEqualTo(new JournalSettings(
                            Optional.empty(), Optional.empty(), Optional.empty(), 256, Duration.ofDays(30)));
            assertThat(none.words(Mode.DEVELOPMENT)).isTrue();
            assertThat(none.words(Mode.PRODUCTION)).isFalse();
        }

        @Test
        void fullMapping() {
            JournalSettings all = Environment.read(
                    JournalSettings.class,
                    "JOURNAL_WORDS",
                    "on",
                    "JOURNAL_KEY",
                    "k",
                    "JOURNAL_SPOOL_DIR",
                    "/var/spool/arcline",
                    "JOURNAL_SPOOL_MEGABYTES",
                    "64",
                    "LOG_RETENTION",
                    "90d");
            assertThat(all)
                    .isEqualTo(new JournalSettings(
                            Optional.of(true),
                            Optional.of(new Secret("k")),
                            Optional.of(Path.of("/var/spool/arcline")),
                            64,
                            Duration.ofDays(90)));
            assertThat(all.words(Mode.PRODUCTION)).isTrue();
        }
    }

    @Nested
    class Resilience {
        @Test
        void defaults() {
            ResilienceSettings none = Environment.read(ResilienceSettings.class);
            assertThat(none).isEqualTo(new ResilienceSettings(Optional.empty(), true, Optional.empty()));
            assertThat(none.drainOf(Mode.PRODUCTION)).isEqualTo(Duration.ofSeconds(80));
            assertThat(none.drainOf(Mode.DEVELOPMENT)).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void fullMapping() {
            ResilienceSettings all = Environment.read(
                    ResilienceSettings.class,
                    "DRAIN_SECONDS",
                    "45",
                    "CALL_STATE",
                    "false",
                    "ECS_AGENT_URI",
                    "http://169.254.170.2/api/x");
            assertThat(all)
                    .isEqualTo(new ResilienceSettings(
                            Optional.of(Duration.ofSeconds(45)),
                            false,
                            Optional.of(URI.create("http://169.254.170.2/api/x"))));
            assertThat(all.drainOf(Mode.DEVELOPMENT)).isEqualTo(Duration.ofSeconds(35));
        }
    }

    @Nested
    class Calls {
        @Test
        void defaults() {
            assertThat(Environment.read(CallSettings.class))
                    .isEqualTo(new CallSettings(
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(20),
                            Optional.empty(),
                            20_000));
        }

        @Test
        void fullMapping() {
            assertThat(Environment.read(
                            CallSettings.class,
                            "SILENCE_SECONDS",
                            "6",
                            "SETUP_SECONDS",
                            "PT7.5S",
                            "SEND_TIMEOUT_SECONDS",
                            "2500ms",
                            "PING_SECONDS",
                            "1m",
                            "MAX_CALLS_PER_NUMBER",
                            "100",
                            "MAX_FRAMES_PER_SECOND",
                            "500"))
                    .isEqualTo(new CallSettings(
                            Duration.ofSeconds(6),
                            Duration.ofMillis(7500),
                            Duration.ofMillis(2500),
                            Duration.ofMinutes(1),
                            Optional.of(100),
                            500));
        }
    }
}
