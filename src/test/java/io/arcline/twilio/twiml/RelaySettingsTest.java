package io.arcline.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelaySettingsTest {

    private static List<String> problems(String... propertiesAndValues) {
        Map<String, String> configuration = new HashMap<>();
        for (int i = 0; i < propertiesAndValues.length; i += 2) {
            configuration.put(propertiesAndValues[i], propertiesAndValues[i + 1]);
        }
        return RelaySettings.configured(name -> Optional.ofNullable(configuration.get(name)))
                .problems();
    }

    @Test
    void theDefaultsAreInOrder() {
        assertThat(RelaySettings.defaults().problems()).isEmpty();
        assertThat(problems("relay.languages", "de-DE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relay.speech-timeout|600",
                "relay.speech-timeout|5000",
                "relay.speech-timeout|auto",
                "relay.language|en-US",
                "relay.speech-model|flux",
                "relay.speech-model|flux-general-en",
                "relay.speech-model|nova-2-general",
                "relay.interruptible|speech",
                "relay.voice|ZF6FPAbjXT4488VcRRnw-flash_v2_5-1.0_0.5_0.75",
                "relay.language|multi",
                "relay.events|config-updated",
                "relay.hints|Speranza",
                "relay.hints|''",
                "relay.application-reconnect|true"
            })
    void whatTwilioTakesIsTaken(String property, String value) {
        assertThat(problems(property, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relay.speech-timeout|599|must be 600 to 5000 (milliseconds), or auto",
                "relay.speech-timeout|5001|must be 600 to 5000 (milliseconds), or auto",
                "relay.speech-timeout|1s|must be 600 to 5000 (milliseconds), or auto",
                "relay.interruptible|true|must be none, dtmf, speech or any",
                "relay.report-input-during-agent-speech|yes|must be none, dtmf, speech or any",
                "relay.interrupt-sensitivity|medium-high|must be low, medium or high",
                "relay.dtmf-detection|on|must be true or false",
                "relay.tts-provider|google|must be ElevenLabs, Google or Amazon",
                "relay.transcription-provider|Whisper|must be Deepgram or Google",
                "relay.language|English|must be a language tag such as en-GB, or multi",
                "relay.events|speaker-events,tokens-played|must be speaker-events, tokens-played and config-updated between spaces",
                "relay.elevenlabs-text-normalization|true|must be on, auto or off",
                "relay.hints|Speranza,,Raider|must be phrases between commas",
            })
    void aValueThatTwilioDoesNotKnowIsRefused(String property, String value, String why) {
        assertThat(problems(property, value)).containsExactly(property + "=" + value + ": " + why);
    }

    @ParameterizedTest
    @CsvSource({"0.4,false", "0.5,true", "0.75,true", "0.9,true", "0.90,true", "0.91,false", "1,false", "0.05,false"})
    void theEndOfTurnThresholdHasItsRange(String value, boolean taken) {
        assertThat(problems("relay.speech-model", "flux", "relay.eot-threshold", value)
                        .isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void aGoogleVoiceDoesNotGoWithElevenLabs() {
        assertThat(problems("relay.voice", "en-GB-Chirp3-HD-Leda"))
                .containsExactly("en-GB: voice en-GB-Chirp3-HD-Leda is one of Google, but ttsProvider is ElevenLabs");
        assertThat(problems("relay.voice", "en-GB-Chirp3-HD-Leda", "relay.tts-provider", "Google"))
                .isEmpty();
    }

    @Test
    void noVoiceGoesWithAnotherProvider() {
        assertThat(problems("relay.tts-provider", "Google"))
                .hasSize(1)
                .first()
                .asString()
                .contains("one of ElevenLabs");
        assertThat(problems("relay.tts-provider", "Google", "relay.voice", "Amy-Neural"))
                .first()
                .asString()
                .contains("one of Amazon");
        assertThat(problems("relay.tts-provider", "Amazon", "relay.voice", "Amy-Neural"))
                .isEmpty();
        assertThat(problems("relay.tts-provider", "Amazon", "relay.voice", "en-US-Journey-O"))
                .hasSize(1);
    }

    @Test
    void aModelGoesWithItsProvider() {
        assertThat(problems("relay.transcription-provider", "Google", "relay.speech-model", "flux"))
                .containsExactly("en-GB: speech model flux is one of Deepgram, but transcriptionProvider is Google");
        assertThat(problems("relay.speech-model", "telephony")).hasSize(1);
        assertThat(problems("relay.transcription-provider", "Google", "relay.speech-model", "telephony"))
                .isEmpty();
    }

    @Test
    void fluxHearsEnglishOnly() {
        assertThat(problems("relay.language", "de-DE", "relay.speech-model", "flux"))
                .containsExactly("de-DE: speech model flux knows English only");
    }

    @Test
    void multiNeedsDeepgramAndElevenLabs() {
        assertThat(problems(
                        "relay.language",
                        "multi",
                        "relay.tts-provider",
                        "Google",
                        "relay.voice",
                        "en-GB-Chirp3-HD-Leda"))
                .containsExactly("multi: needs ttsProvider ElevenLabs and transcriptionProvider Deepgram");
    }

    @Test
    void theEndOfTurnThresholdNeedsFlux() {
        assertThat(problems("relay.eot-threshold", "0.8"))
                .containsExactly("relay.eot-threshold: works only with relay.speech-model=flux");
    }

    @ParameterizedTest
    @EnumSource(names = {"LANGUAGE", "TTS_PROVIDER", "VOICE", "TRANSCRIPTION_PROVIDER", "SPEECH_MODEL"})
    void noProviderOrVoiceIsLeftToTwilio(RelayAttribute attribute) {
        assertThat(problems(attribute.property(), ""))
                .anyMatch(problem -> problem.startsWith(attribute.property() + ": must be set"));
    }

    @Test
    void furtherLanguagesAreCheckedToo() {
        assertThat(problems("relay.languages", "en-GB,Deutsch"))
                .containsExactly(
                        "relay.languages: en-GB is there twice",
                        "language Deutsch, language=Deutsch: must be a language tag such as en-GB, or multi");
        assertThat(problems("relay.languages", "de-DE", "relay.de-DE.voice", "de-DE-Chirp3-HD-Leda"))
                .hasSize(1);
        assertThat(problems("relay.languages", "de-DE", "relay.de-DE.speech-model", "flux"))
                .containsExactly("de-DE: speech model flux knows English only");
    }

    @Test
    void eachProblemIsOneLine() {
        assertThat(problems("relay.events", "a\nb\tc"))
                .singleElement()
                .asString()
                .startsWith("relay.events=a b c: must be");
    }
}
