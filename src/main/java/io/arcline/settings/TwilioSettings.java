package io.arcline.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The account at Twilio. */
@SettingsGroup(
        title = "Twilio",
        about = "The account that calls come from. Wherever a token is set, signatures are" + " checked.")
public record TwilioSettings(
        @Setting(
                name = "TWILIO_ACCOUNT_SID",
                about = "The account, for sending text messages and for refusing other accounts' calls.",
                otherwise = "no text messages",
                pattern = "AC[0-9a-fA-F]{32}",
                patternMeans = "an account SID: AC and 32 hexadecimal digits")
        Optional<String> accountSid,

        @Setting(
                name = "TWILIO_AUTH_TOKEN",
                about = "The primary auth token, by which requests are signed. Required in production.",
                otherwise = "unsigned requests from this machine only",
                secret = true)
        Optional<Secret> authToken,

        @Setting(
                name = "TWILIO_AUTH_TOKEN_PREVIOUS",
                about = "The token before the present one, accepted too while it is being changed.",
                secret = true)
        Optional<Secret> authTokenPrevious,

        @Setting(
                name = "TWILIO_PHONE_NUMBER",
                about = "The hotline's number, which text messages are sent from.",
                otherwise = "the number that was called",
                pattern = "\\+[1-9]\\d{1,14}",
                patternMeans = "a phone number in E.164 form like +442079460000")
        Optional<String> phoneNumber,

        @Setting(
                name = "TWILIO_API_URL",
                about = "Another server to send requests to Twilio's REST API to, such as a stand-in.",
                otherwise = "Twilio's",
                pattern = "https?://[^/]+",
                patternMeans = "an address without a path, such as http://localhost:8000")
        Optional<URI> apiUrl) {

    public TwilioSettings {
        if (authToken.isEmpty() && authTokenPrevious.isPresent()) {
            throw new IllegalArgumentException("TWILIO_AUTH_TOKEN_PREVIOUS: is set without TWILIO_AUTH_TOKEN");
        }
    }

    /** The tokens by which a request may be signed, the present one first. */
    public List<Secret> authTokens() {
        return Stream.of(authToken, authTokenPrevious).flatMap(Optional::stream).toList();
    }
}
