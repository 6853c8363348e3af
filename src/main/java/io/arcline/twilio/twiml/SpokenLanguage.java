package io.arcline.twilio.twiml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who speaks and who listens in one language. Everything is named: Twilio's defaults differ by account and language.
 *
 * @param code a BCP-47 tag such as {@code en-GB}, or {@code multi}
 * @param ttsProvider ElevenLabs, Google or Amazon
 * @param voice in that provider's notation
 * @param transcriptionProvider Deepgram or Google
 * @param speechModel of that provider
 */
public record SpokenLanguage(
        String code, String ttsProvider, String voice, String transcriptionProvider, String speechModel) {

    private static final Pattern GOOGLE_VOICE = Pattern.compile("[a-z]{2,3}-[A-Z]{2}-[A-Z].*");
    private static final Pattern AMAZON_VOICE = Pattern.compile("[A-Z][a-z]+-(Neural|Generative|Standard|Long-Form)");
    private static final Pattern ELEVENLABS_VOICE = Pattern.compile("(?=.*\\d)[A-Za-z0-9]{20}(-.+)?");
    private static final Pattern DEEPGRAM_MODEL = Pattern.compile("(nova|flux|enhanced|base)(-.+)?");
    private static final Pattern GOOGLE_MODEL = Pattern.compile("telephony(_short)?|long|short|latest_.+|chirp.*");

    /** Its five components as the attributes that they are. */
    Map<RelayAttribute, String> attributes() {
        Map<RelayAttribute, String> attributes = new EnumMap<>(RelayAttribute.class);
        attributes.put(RelayAttribute.LANGUAGE, code);
        attributes.put(RelayAttribute.TTS_PROVIDER, ttsProvider);
        attributes.put(RelayAttribute.VOICE, voice);
        attributes.put(RelayAttribute.TRANSCRIPTION_PROVIDER, transcriptionProvider);
        attributes.put(RelayAttribute.SPEECH_MODEL, speechModel);
        return attributes;
    }

    /** What in it does not fit together, one line each: Twilio ends a session with such a pair as soon as it starts. */
    List<String> wrongPairs() {
        List<String> problems = new ArrayList<>();
        wrongPair(problems, "voice", voice, voiceProvider(), RelayAttribute.TTS_PROVIDER, ttsProvider);
        wrongPair(
                problems,
                "speech model",
                speechModel,
                modelProvider(),
                RelayAttribute.TRANSCRIPTION_PROVIDER,
                transcriptionProvider);
        if (hearsWithFlux() && !code.matches("en(-.*)?")) {
            problems.add(code + ": speech model " + speechModel + " knows English only");
        }
        if (code.equals("multi") && !(ttsProvider.equals("ElevenLabs") && transcriptionProvider.equals("Deepgram"))) {
            problems.add("multi: needs ttsProvider ElevenLabs and transcriptionProvider Deepgram");
        }
        return problems;
    }

    /** Whether a model decides when the caller's turn is over. */
    boolean hearsWithFlux() {
        return speechModel.startsWith("flux");
    }

    private void wrongPair(
            List<String> problems, String what, String value, String owner, RelayAttribute which, String provider) {
        if (!owner.isEmpty() && which.allows(provider) && !owner.equals(provider)) {
            problems.add("%s: %s %s is one of %s, but %s is %s"
                    .formatted(code, what, value, owner, which.attribute(), provider));
        }
    }

    /** Whose voice it is by its looks; empty where they do not tell. */
    private String voiceProvider() {
        if (GOOGLE_VOICE.matcher(voice).matches()) {
            return "Google";
        }
        if (AMAZON_VOICE.matcher(voice).matches()) {
            return "Amazon";
        }
        return ELEVENLABS_VOICE.matcher(voice).matches() ? "ElevenLabs" : "";
    }

    private String modelProvider() {
        if (DEEPGRAM_MODEL.matcher(speechModel).matches()) {
            return "Deepgram";
        }
        return GOOGLE_MODEL.matcher(speechModel).matches() ? "Google" : "";
    }
}
