package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

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
                    .isEqualTo(new OperatorSettings("operator", Optional.empty(), Optional.empty()));
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
                            "ben:x cleo:y"))
                    .isEqualTo(new OperatorSettings(
                            "anna", Optional.of(new Secret("a:b c")), Optional.of(new Secret("ben:x cleo:y"))));
        }
    }

    @Nested
    class Assistant {
        @Test
        void withNothingConfiguredThereIsNone() {
            assertThat(Environment.read(AssistantSettings.class).chat()).isEmpty();
        }

        @Test
        void perplexitysKeyAloneIsEnough() {
            assertThat(Environment.read(AssistantSettings.class, "PERPLEXITY_API_KEY", "pplx-1")
                            .chat())
                    .contains(new AssistantSettings.Chat(
                            URI.create("https://api.perplexity.ai"), Optional.of(new Secret("pplx-1")), "sonar-pro"));
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
                            .chat())
                    .contains(new AssistantSettings.Chat(
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
