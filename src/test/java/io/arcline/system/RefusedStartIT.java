package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that must not run with its settings says why, a line for each reason, and ends. */
class RefusedStartIT {

    @Test
    void productionNeedsATokenADomainADatabaseAndALimitAndTheRelaysPairsMustFit() {
        try (LibertyServer server = LibertyServer.launch(
                "refused",
                Map.of(
                        "ARCLINE_MODE", "production",
                        "RATE_LIMIT", "off",
                        "RELAY_TTS_PROVIDER", "ElevenLabs",
                        "RELAY_VOICE", "en-GB-Chirp3-HD-Leda",
                        "RELAY_EOT_THRESHOLD", "0.8"))) {
            assertThat(server.awaitExit()).isNotZero();
            for (String line : new String[] {
                "TWILIO_AUTH_TOKEN: is required in production",
                "DATABASE_URL: is required in production",
                "DOMAIN: is required in production",
                "RATE_LIMIT: off is for development only",
                "voice en-GB-Chirp3-HD-Leda",
                "relay.eot-threshold: works only with relay.speech-model=flux"
            }) {
                assertThat(server.console().lines().filter(printed -> printed.contains(line)))
                        .as(line)
                        .hasSize(1);
            }
        }
    }
}
