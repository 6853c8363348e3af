package io.arcline.twilio.twiml;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayTwimlTest {

    private static final String SOCKET = "wss://phone.example.com/ws/abc";
    private static final String ACTION = "https://phone.example.com/twiml/ended";

    private static Xml relay(Map<String, String> configuration) {
        return connect(configuration).child("ConversationRelay");
    }

    private static Xml connect(Map<String, String> configuration) {
        RelaySettings settings = RelaySettings.configured(name -> Optional.ofNullable(configuration.get(name)));
        Xml response = Xml.parse(new RelayTwiml(settings).connect(SOCKET, ACTION));
        assertThat(response.name()).isEqualTo("Response");
        assertThat(response.childNames()).containsExactly("Connect");
        return response.child("Connect");
    }

    @Test
    void withoutConfigurationEverythingThatMattersIsNamed() {
        Map<String, String> sent = new LinkedHashMap<>(relay(Map.of()).attributes());
        assertThat(sent.remove("hints").split(","))
                .contains("Speranza", "Scrappy", "Tian Wen", "Dam Battlegrounds", "submit intel");
        assertThat(sent)
                .containsOnly(
                        entry("url", SOCKET),
                        entry("language", "en-GB"),
                        entry("ttsProvider", "ElevenLabs"),
                        entry("voice", "1hlpeD1ydbI2ow0Tt3EW"),
                        entry("transcriptionProvider", "Deepgram"),
                        entry("speechModel", "nova-3-general"),
                        entry("interruptible", "any"),
                        entry("interruptSensitivity", "high"),
                        entry("ignoreBackchannel", "false"),
                        entry("reportInputDuringAgentSpeech", "any"),
                        entry("dtmfDetection", "true"),
                        entry("partialPrompts", "false"),
                        entry("elevenlabsTextNormalization", "off"),
                        entry("events", "speaker-events tokens-played"));
    }

    @Test
    void theActionStandsOnConnectAndIsPosted() {
        Xml connect = connect(Map.of());
        assertThat(connect.attributes()).containsOnly(entry("action", ACTION), entry("method", "POST"));
        assertThat(connect.childNames()).containsExactly("ConversationRelay");
        assertThat(connect.child("ConversationRelay").childNames()).containsExactly("Language");
    }

    @ParameterizedTest
    @EnumSource
    void everyAttributeCanBeConfiguredUnderTheNameThatTwilioDocuments(RelayAttribute attribute) {
        Map<String, String> sent =
                relay(Map.of(attribute.property(), "configured")).attributes();
        Map<String, String> byDefault = relay(Map.of()).attributes();
        if (attribute == RelayAttribute.TTS_PROVIDER) {
            assertThat(sent)
                    .containsEntry("ttsProvider", "configured")
                    .doesNotContainKey("elevenlabsTextNormalization");
            return;
        }
        assertThat(DOCUMENTED).contains(attribute.attribute());
        Map<String, String> expected = new LinkedHashMap<>(byDefault);
        expected.put(attribute.attribute(), "configured");
        assertThat(sent).isEqualTo(expected);
        assertThat(sent.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    private static final List<String> DOCUMENTED = List.of(
            "language",
            "ttsProvider",
            "voice",
            "transcriptionProvider",
            "speechModel",
            "hints",
            "interruptible",
            "interruptSensitivity",
            "ignoreBackchannel",
            "reportInputDuringAgentSpeech",
            "dtmfDetection",
            "partialPrompts",
            "speechTimeout",
            "eotThreshold",
            "deepgramSmartFormat",
            "profanityFilter",
            "elevenlabsTextNormalization",
            "events",
            "applicationReconnect",
            "echoPromptFiltering");

    @ParameterizedTest
    @EnumSource
    void anEmptyPropertyLeavesItsAttributeOut(RelayAttribute attribute) {
        assertThat(relay(Map.of(attribute.property(), " ")).attributes()).doesNotContainKey(attribute.attribute());
    }

    @Test
    void germanCanBeSwitchedToUnlessTheVoiceOrTheConfigurationSaysOtherwise() {
        assertThat(relay(Map.of()).child("Language").attribute("code")).isEqualTo("de-DE");
        assertThat(relay(Map.of("relay.language", "de-DE")).children()).isEmpty();
        assertThat(relay(Map.of("relay.languages", "")).children()).isEmpty();
        assertThat(relay(Map.of("relay.tts-provider", "Google", "relay.voice", "en-GB-Chirp3-HD-Leda"))
                        .children())
                .isEmpty();
    }

    @Test
    void furtherLanguagesHaveTheMainVoiceAndRecognition() {
        Xml relay = relay(Map.of("relay.languages", "de-DE, fr-FR", "relay.fr-FR.voice", "ZF6FPAbjXT4488VcRRnw"));
        assertThat(relay.children()).extracting(Xml::name).containsExactly("Language", "Language");
        assertThat(relay.children().getFirst().attributes())
                .containsOnly(
                        entry("code", "de-DE"),
                        entry("ttsProvider", "ElevenLabs"),
                        entry("voice", "1hlpeD1ydbI2ow0Tt3EW"),
                        entry("transcriptionProvider", "Deepgram"),
                        entry("speechModel", "nova-3-general"));
        assertThat(relay.children().getLast().attributes())
                .contains(entry("code", "fr-FR"), entry("voice", "ZF6FPAbjXT4488VcRRnw"));
    }

    @Test
    void furtherLanguagesAreNotHeardWithAnEnglishModel() {
        Xml relay = relay(Map.of("relay.speech-model", "flux", "relay.languages", "de-DE"));
        assertThat(relay.attribute("speechModel")).isEqualTo("flux");
        assertThat(relay.child("Language").attribute("speechModel")).isEqualTo("nova-3-general");
    }

    @Test
    void eachCallHasItsOwnAddresses() {
        RelayTwiml twiml = new RelayTwiml(RelaySettings.defaults());
        twiml.connect(SOCKET, ACTION);
        Xml connect = Xml.parse(twiml.connect("wss://h/ws/b", "https://h/twiml/ended?lost=1&moved=2"))
                .child("Connect");
        assertThat(connect.attribute("action")).isEqualTo("https://h/twiml/ended?lost=1&moved=2");
        assertThat(connect.child("ConversationRelay").attribute("url")).isEqualTo("wss://h/ws/b");
    }

    @Test
    void whateverItIsGivenTheXmlIsWellFormed() {
        String evil = "evil.example\"/><x a='&amp;<![CDATA[\u0001\u0000\ud800\uFFFE\u2028]]>--> \t\r\n é😀";
        String carried = "evil.example\"/><x a='&amp;<![CDATA[\uFFFD\uFFFD\uFFFD\uFFFD\u2028]]>--> \t\r\n é😀";
        RelaySettings settings =
                RelaySettings.configured(name -> Optional.of(name.equals("relay.languages") ? "de-DE" : evil));
        Xml connect = Xml.parse(new RelayTwiml(settings).connect("wss://" + evil, "https://" + evil))
                .child("Connect");
        assertThat(connect.attribute("action")).isEqualTo("https://" + carried);
        Xml relay = connect.child("ConversationRelay");
        assertThat(relay.attribute("url")).isEqualTo("wss://" + carried);
        assertThat(relay.attribute("voice")).isEqualTo(carried);
        assertThat(relay.child("Language").attribute("voice")).isEqualTo(carried);
    }
}
