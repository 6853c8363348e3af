package io.arcline.twilio.twiml;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.ConversationRelay;
import com.twilio.twiml.voice.Language;
import com.twilio.twiml.voice.Parameter;
import java.util.Map;

/**
 * The TwiML that connects a call to the relay's socket. Immutable; for any thread.
 *
 * <p>Every attribute is written under the name that Twilio documents: twilio-java 13.0.1 writes some in lower case,
 * lacks some, and knows only true and false for {@code reportInputDuringAgentSpeech}, so all are given as options and
 * none by its own methods.
 */
public final class RelayTwiml {

    private final RelaySettings settings;

    public RelayTwiml(RelaySettings settings) {
        this.settings = settings;
    }

    /**
     * A {@code <Connect>} with one {@code <ConversationRelay>} and no greeting: the server speaks first, when it has
     * seen {@code setup}.
     *
     * @param socketUrl where Twilio opens its WebSocket; what it signs is this, to the letter
     * @param actionUrl where it posts the session's end
     * @param parameters come back in {@code setup}; not secret
     * @return an XML document
     */
    public String connect(String socketUrl, String actionUrl, Map<String, String> parameters) {
        ConversationRelay.Builder relay = new ConversationRelay.Builder().option("url", XmlText.of(socketUrl));
        settings.attributes().forEach((attribute, value) -> {
            if (applies(attribute)) {
                relay.option(attribute.attribute(), XmlText.of(value));
            }
        });
        settings.furtherLanguages().forEach(language -> relay.language(language(language)));
        parameters.forEach((name, value) -> relay.parameter(new Parameter.Builder()
                .name(XmlText.of(name))
                .value(XmlText.of(value))
                .build()));
        Connect connect = new Connect.Builder()
                .option("action", XmlText.of(actionUrl))
                .option("method", "POST")
                .conversationRelay(relay.build())
                .build();
        return new VoiceResponse.Builder().connect(connect).build().toXml();
    }

    private boolean applies(RelayAttribute attribute) {
        return attribute != RelayAttribute.ELEVENLABS_TEXT_NORMALIZATION
                || settings.value(RelayAttribute.TTS_PROVIDER).equals("ElevenLabs");
    }

    private static Language language(SpokenLanguage language) {
        return new Language.Builder()
                .code(XmlText.of(language.code()))
                .ttsProvider(XmlText.of(language.ttsProvider()))
                .voice(XmlText.of(language.voice()))
                .transcriptionProvider(XmlText.of(language.transcriptionProvider()))
                .speechModel(XmlText.of(language.speechModel()))
                .build();
    }
}
