package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that must not run with its settings says why, a line for each reason, and ends. */
class RefusedStartIT {

    @TempDir
    Path words;

    @Test
    void productionNeedsATokenADomainADatabaseAndALimitAndTheRelaysPairsMustFit() throws Exception {
        Files.createDirectories(words.resolve("en"));
        Files.writeString(words.resolve("en").resolve("lines.properties"), "greting = Hello.");
        try (LibertyServer server = LibertyServer.launch(
                "refused",
                Map.of(
                        "ARCLINE_MODE", "production",
                        "RATE_LIMIT", "off",
                        "RELAY_TTS_PROVIDER", "ElevenLabs",
                        "RELAY_VOICE", "en-GB-Chirp3-HD-Leda",
                        "RELAY_EOT_THRESHOLD", "0.8",
                        "MAX_CALLS", "lots",
                        "SILENCE_SECONDS", "1",
                        "ARCLINE_WORDS_DIR", words.toString()))) {
            assertThat(server.awaitExit()).isNotZero();
            for (String line : new String[] {
                "TWILIO_AUTH_TOKEN: is required in production",
                "DATABASE_URL: is required in production",
                "DOMAIN: is required in production",
                "RATE_LIMIT: off is for development only",
                "voice en-GB-Chirp3-HD-Leda",
                "relay.eot-threshold: works only with relay.speech-model=flux",
                "MAX_CALLS: 'lots' is not a whole number",
                "SILENCE_SECONDS: '1' is less than 2",
                "lines.properties: greting is no key of a line"
            }) {
                assertThat(server.console().lines().filter(printed -> printed.contains(line)))
                        .as(line)
                        .singleElement()
                        .asString()
                        .as("JSON in production")
                        .startsWith("{")
                        .contains("\"type\":\"liberty_message\"");
            }
        }
    }
}
