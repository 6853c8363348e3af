package io.arcline.faketwilio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final Form FORM = Form.of(
            "CallSid",
            "CA1234567890ABCDE",
            "Caller",
            "+14158675309",
            "Digits",
            "1234",
            "From",
            "+14158675309",
            "To",
            "+18005551212");

    @Test
    void isTheOneOfTwiliosOwnExample() {
        assertThat(TwilioSignature.of("12345", URL, FORM)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void isAcceptedByTwiliosLibraryForEveryKindOfRequest() {
        RequestValidator library = new RequestValidator("12345");
        Form incoming = VoiceForm.incoming(Account.unsigned(), "CA1", "+447700900001", "+15550100001");
        Map<String, String> fields = new LinkedHashMap<>();
        incoming.fields().forEach(field -> fields.put(field.getKey(), field.getValue()));
        String get = URL + "&" + incoming.encoded();

        assertThat(library.validate(URL, fields, TwilioSignature.of("12345", URL, incoming)))
                .isTrue();
        assertThat(library.validate(get, Map.of(), TwilioSignature.of("12345", get)))
                .isTrue();
        assertThat(library.validate("wss://h/ws/t", Map.of(), TwilioSignature.of("12345", "wss://h/ws/t")))
                .isTrue();
    }

    @Test
    void changesWithEveryPartOfTheRequest() {
        String right = TwilioSignature.of("12345", URL, FORM);

        assertThat(TwilioSignature.of("12346", URL, FORM)).isNotEqualTo(right);
        assertThat(TwilioSignature.of("12345", URL + "/", FORM)).isNotEqualTo(right);
        assertThat(TwilioSignature.of("12345", URL, FORM.with("Empty", ""))).isNotEqualTo(right);
        assertThat(TwilioSignature.of("12345", URL, FORM.replacing("Digits", "1234 ")))
                .isNotEqualTo(right);
    }
}
