package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.DatabaseUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void defaults() {
        assertThat(Environment.read(DatabaseSettings.class))
                .isEqualTo(new DatabaseSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(8)));
    }

    @Test
    void fullMapping() {
        String url = "postgresql://postgres:pw@db.abc.supabase.co:5432/postgres";
        assertThat(Environment.read(
                        DatabaseSettings.class,
                        "DATABASE_URL",
                        url,
                        "DATABASE_MIGRATION_URL",
                        "postgresql://owner@db/postgres",
                        "SUPABASE_URL",
                        "https://abc.supabase.co",
                        "SUPABASE_ANON_KEY",
                        "eyJ",
                        "DATABASE_POOL_SIZE",
                        "20",
                        "DATABASE_POOL_WAIT_SECONDS",
                        "25",
                        "DATABASE_CONNECT_SECONDS",
                        "3",
                        "DATABASE_ANSWER_SECONDS",
                        "60"))
                .isEqualTo(new DatabaseSettings(
                        Optional.of(DatabaseUrl.parse(url)),
                        Optional.of(DatabaseUrl.parse("postgresql://owner@db/postgres")),
                        Optional.of(URI.create("https://abc.supabase.co")),
                        Optional.of(new Secret("eyJ")),
                        20,
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(1)));
    }

    @Test
    void saysWhatIsWrongWithoutTheSecret() {
        SettingsReader reader = Environment.reader(
                "DATABASE_URL", "mysql://root:hunter2@db/x",
                "SUPABASE_URL", "abc.supabase.co",
                "DATABASE_POOL_SIZE", "1");
        reader.read(DatabaseSettings.class);
        assertThat(reader.report().problems())
                .containsExactly(
                        "DATABASE_URL: the value does not begin with postgresql://"
                                + " (expected postgresql://user:password@host:port/database)",
                        "SUPABASE_URL: 'abc.supabase.co' is not a whole address like https://example.com",
                        "DATABASE_POOL_SIZE: '1' is less than 4 (default 10)");
    }
}
