package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @Test
    void defaults() {
        assertThat(Environment.read(ServerSettings.class))
                .isEqualTo(new ServerSettings(
                        Mode.DEVELOPMENT,
                        8080,
                        9443,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new RateLimit(OptionalInt.of(300))));
    }

    @Test
    void fullMapping() {
        ServerSettings settings = Environment.read(
                ServerSettings.class,
                "ARCLINE_MODE",
                "production",
                "PORT",
                "18080",
                "MANAGEMENT_PORT",
                "19443",
                "DOMAIN",
                "Hotline.Example.com",
                "ARCLINE_DATA_DIR",
                "/some/dir",
                "ARCLINE_WORDS_DIR",
                "/other/dir",
                "MAX_CALLS",
                "500",
                "RATE_LIMIT",
                "off");
        assertThat(settings)
                .isEqualTo(new ServerSettings(
                        Mode.PRODUCTION,
                        18080,
                        19443,
                        Optional.of(new Domain("hotline.example.com")),
                        Optional.of(Path.of("/some/dir")),
                        Optional.of(Path.of("/other/dir")),
                        Optional.of(500),
                        new RateLimit(OptionalInt.empty())));
        assertThat(settings.production()).isTrue();
        assertThat(settings.publicHost()).contains("hotline.example.com");
    }

    @ParameterizedTest
    @CsvSource({"staging", "prod", "production2"})
    void everyOtherModeIsDevelopment(String mode) {
        assertThat(Environment.read(ServerSettings.class, "ARCLINE_MODE", mode).production())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "placeholder", "'  '"})
    void domainIsUnknownWhileItIsEmptyOrPlaceholder(String domain) {
        assertThat(Environment.read(ServerSettings.class, "DOMAIN", domain).publicHost())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | abc | PORT: 'abc' is not a whole number (default 8080)",
                "PORT | 0 | PORT: '0' is less than 1 (default 8080)",
                "PORT | 65536 | PORT: '65536' is more than 65535 (default 8080)",
                "PORT | 9443 | PORT and MANAGEMENT_PORT: both are 9443",
                "MAX_CALLS | 1e3 | MAX_CALLS: '1e3' is not a whole number",
                "MAX_CALLS | 99999999999999999999 | MAX_CALLS: '99999999999999999999' is not a whole number",
                "MAX_CALLS | -5 | MAX_CALLS: '-5' is less than 1",
                "RATE_LIMIT | none | RATE_LIMIT: 'none' is neither a number from 1 to 100000 nor off (default 300)",
                "DOMAIN | https://a.example/ | DOMAIN: 'https://a.example/' is not a host name like"
                        + " hotline.example.com, "
                        + "without https:// and without a path",
                "DOMAIN | a.example\"/><x | DOMAIN: 'a.example\"/><x' is not a host name like hotline.example.com, "
                        + "without https:// and without a path",
            })
    void saysWhatIsWrong(String name, String value, String line) {
        SettingsReader reader = Environment.reader(name, value);
        reader.read(ServerSettings.class);
        assertThat(reader.report().problems()).containsExactly(line);
    }
}
