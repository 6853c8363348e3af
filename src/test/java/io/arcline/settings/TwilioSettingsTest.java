package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioSettingsTest {
    private static final String SID = "AC0123456789abcdef0123456789ABCDEF";

    @Test
    void defaults() {
        TwilioSettings settings = Environment.read(TwilioSettings.class);
        assertThat(settings)
                .isEqualTo(new TwilioSettings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(settings.authTokens()).isEmpty();
    }

    @Test
    void fullMapping() {
        TwilioSettings settings = Environment.read(
                TwilioSettings.class,
                "TWILIO_ACCOUNT_SID",
                SID,
                "TWILIO_AUTH_TOKEN",
                " now\n",
                "TWILIO_AUTH_TOKEN_PREVIOUS",
                "before",
                "TWILIO_PHONE_NUMBER",
                "+442079460000");
        assertThat(settings)
                .isEqualTo(new TwilioSettings(
                        Optional.of(SID),
                        Optional.of(new Secret("now")),
                        Optional.of(new Secret("before")),
                        Optional.of("+442079460000"),
                        Optional.empty()));
        assertThat(settings.authTokens()).containsExactly(new Secret("now"), new Secret("before"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TWILIO_ACCOUNT_SID | AC123 | TWILIO_ACCOUNT_SID: 'AC123' is not an account SID: AC and 32"
                        + " hexadecimal digits",
                "TWILIO_PHONE_NUMBER | 02079460000 | TWILIO_PHONE_NUMBER: '02079460000' is not a phone number in"
                        + " E.164 form"
                        + " like +442079460000",
                "TWILIO_AUTH_TOKEN_PREVIOUS | x | TWILIO_AUTH_TOKEN_PREVIOUS: is set without TWILIO_AUTH_TOKEN",
            })
    void saysWhatIsWrong(String name, String value, String line) {
        SettingsReader reader = Environment.reader(name, value);
        reader.read(TwilioSettings.class);
        assertThat(reader.report().problems()).containsExactly(line);
    }
}
