package io.arcline.twilio.twiml;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.ConversationRelay;
import com.twilio.twiml.voice.Language;
import java.util.UUID;

/**
 * The TwiML that connects a call to the relay's socket. Immutable; for any thread.
 *
 * <p>Every attribute is written under the name that Twilio documents: twilio-java 13.0.1 writes some in lower case,
 * lacks some, and knows only true and false for {@code reportInputDuringAgentSpeech}, so all are given as options and
 * none by its own methods. It makes a document tree, and looks for a factory and a transformer, each time; so it makes the document once,
 * and the two addresses of each call are put in between.
 */
public final class RelayTwiml {
    private final String begin;
    private final String middle;
    private final String end;

    public RelayTwiml(RelaySettings settings) {
        // No setting can hold either. The action is Connect's, whose child has the socket.
        String socket = "socket-" + UUID.randomUUID();
        String action = "action-" + UUID.randomUUID();
        String document = document(settings, socket, action);
        int actionAt = document.indexOf(action);
        int socketAt = document.indexOf(socket);
        begin = document.substring(0, actionAt);
        middle = document.substring(actionAt + action.length(), socketAt);
        end = document.substring(socketAt + socket.length());
    }

    /**
     * A {@code <Connect>} with one {@code <ConversationRelay>} and no greeting: the server speaks first, when it has
     * seen {@code setup}.
     *
     * @param socketUrl where Twilio opens its WebSocket; what it signs is this, to the letter
     * @param actionUrl where it posts the session's end
     * @return an XML document
     */
    public String connect(String socketUrl, String actionUrl) {
        return begin + XmlText.attribute(actionUrl) + middle + XmlText.attribute(socketUrl) + end;
    }

    private static String document(RelaySettings settings, String socketUrl, String actionUrl) {
        ConversationRelay.Builder relay = new ConversationRelay.Builder().option("url", socketUrl);
        settings.attributes().forEach((attribute, value) -> {
            if (applies(settings, attribute)) {
                relay.option(attribute.attribute(), XmlText.of(value));
            }
        });
        settings.furtherLanguages().forEach(language -> relay.language(language(language)));
        Connect connect = new Connect.Builder()
                .option("action", actionUrl)
                .option("method", "POST")
                .conversationRelay(relay.build())
                .build();
        return new VoiceResponse.Builder().connect(connect).build().toXml();
    }

    private static boolean applies(RelaySettings settings, RelayAttribute attribute) {
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
