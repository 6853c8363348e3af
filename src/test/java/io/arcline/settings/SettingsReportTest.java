package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsReportTest {
    private static final String HIDDEN = "hunter2";

    @Test
    void hasALineForEachSettingWithValueUnitAndSource() {
        SettingsReader reader = Environment.reader(
                "PORT", "18080",
                "SILENCE_SECONDS", "6",
                "PING_SECONDS", "30s",
                "RATE_LIMIT", "off",
                "TWILIO_AUTH_TOKEN", HIDDEN);
        Settings.read(reader);
        assertThat(reader.report().lines())
                .contains(
                        "PORT = 18080 (environment)",
                        "MANAGEMENT_PORT = 9443 (default)",
                        "MAX_CALLS = not set (default)",
                        "RATE_LIMIT = off (environment)",
                        "TWILIO_AUTH_TOKEN = present (environment)",
                        "OPERATOR_PASSWORD = absent (default)",
                        "SILENCE_SECONDS = 6 seconds (environment)",
                        "PING_SECONDS = 30s (environment)",
                        "SETUP_SECONDS = 10 seconds (default)")
                .hasSize(Settings.GROUPS.stream()
                        .mapToInt(group -> group.getRecordComponents().length)
                        .sum())
                .doesNotHaveDuplicates();
    }

    @Test
    void noSecretIsShownAnywhere() {
        for (String url : new String[] {
            "postgresql://u:hunter2@db.example.com/x",
            "postgresql://u:hunter2@/x",
            "postgresql://u:hunter2%@h/x",
            "postgresql://u:hunter2@h:port/x",
            "postgresql://u:hunter2@h/x?sslmode=hunter2",
            "postgresql://u:a/hunter2@h:99999999999/x",
            "hunter2",
            "postgresql://hunter2",
        }) {
            SettingsReader reader = Environment.reader(
                    "DATABASE_URL", url,
                    "TWILIO_AUTH_TOKEN", HIDDEN,
                    "TWILIO_AUTH_TOKEN_PREVIOUS", HIDDEN + "\n" + HIDDEN,
                    "SUPABASE_ANON_KEY", HIDDEN,
                    "OPERATOR_PASSWORD", HIDDEN,
                    "PERPLEXITY_API_KEY", HIDDEN);
            Settings settings = Settings.read(reader);
            StartupChecks checks = StartupChecks.of(settings, reader.report());
            assertThat(settings + " " + reader.report() + " " + reader.report().lines() + checks)
                    .as(url)
                    .doesNotContain(HIDDEN);
        }
    }

    @Test
    void secretShowsItselfOnlyToThoseWhoAskForIt() {
        Secret secret = new Secret(HIDDEN);
        assertThat(secret).hasToString("...");
        assertThat(secret.value()).isEqualTo(HIDDEN);
        assertThat(secret.matches(HIDDEN)).isTrue();
        assertThat(secret.matches("hunter3")).isFalse();
    }
}
