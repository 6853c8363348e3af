package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import org.junit.jupiter.api.Test;

/** What the environment says of voice and recognition is in the TwiML, and what it does not is said explicitly. */
class RelayAttributesIT {

    @Test
    void theDefaultsAreSaidExplicitly() throws Exception {
        RelayNoun relay = relay(Servers.production());
        assertThat(relay.attribute("ttsProvider", "")).isEqualTo("ElevenLabs");
        assertThat(relay.attribute("transcriptionProvider", "")).isEqualTo("Deepgram");
        assertThat(relay.attribute("speechModel", "")).isEqualTo("nova-3-general");
        assertThat(relay.attribute("reportInputDuringAgentSpeech", "")).isEqualTo("any");
        assertThat(relay.attribute("dtmfDetection", "")).isEqualTo("true");
        assertThat(relay.attribute("events", "")).isEqualTo("speaker-events tokens-played");
        assertThat(relay.attribute("hints", "")).isNotBlank();
        assertThat(relay.attribute("eotThreshold", "")).isEmpty();
    }

    @Test
    void theEnvironmentChangesThem() throws Exception {
        RelayNoun relay = relay(Servers.small());
        assertThat(relay.attribute("ttsProvider", "")).isEqualTo("Google");
        assertThat(relay.attribute("voice", "")).isEqualTo("en-GB-Chirp3-HD-Leda");
        assertThat(relay.attribute("speechModel", "")).isEqualTo("flux");
        assertThat(relay.attribute("eotThreshold", "")).isEqualTo("0.7");
        assertThat(relay.attribute("interruptSensitivity", "")).isEqualTo("low");
    }

    private static RelayNoun relay(LibertyServer server) throws Exception {
        String twiml = new SignedTwilio(server)
                .twiml(Servers.AUTH_TOKEN, "CAattributes")
                .body();
        for (Verb verb : TwimlReader.read(twiml, objection -> {})) {
            if (verb instanceof Verb.Connect connect) {
                return connect.relay();
            }
        }
        throw new AssertionError("no relay in " + twiml);
    }
}
