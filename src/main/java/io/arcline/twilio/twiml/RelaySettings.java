package io.arcline.twilio.twiml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the relay listens and speaks.
 *
 * <p>May hold values that Twilio would refuse; {@link #problems()} tells, and is to be asked before the first call.
 *
 * @param attributes those of {@code <ConversationRelay>} that are set; unmodifiable
 * @param furtherLanguages what can be switched to during a call; unmodifiable
 */
public record RelaySettings(Map<RelayAttribute, String> attributes, List<SpokenLanguage> furtherLanguages) {

    /**
     * The property with the codes of further languages, between commas; each can have properties such as
     * {@code relay.de-DE.voice}. Where it is not set: German, which the hotline speaks besides English, as long as
     * the main voice and recognition know it.
     */
    public static final String LANGUAGES_PROPERTY = "relay.languages";

    private static final String LANGUAGES_BY_DEFAULT = "de-DE";

    public RelaySettings {
        EnumMap<RelayAttribute, String> copy = new EnumMap<>(RelayAttribute.class);
        copy.putAll(attributes);
        attributes = Collections.unmodifiableMap(copy);
        furtherLanguages = List.copyOf(furtherLanguages);
    }

    /** Those that hold where nothing is configured. */
    public static RelaySettings defaults() {
        return configured(property -> Optional.empty());
    }

    /**
     * Those that the configuration says.
     *
     * @param property the value of a property, if it is set; an empty one counts as "not at all". Asked are
     *     {@link RelayAttribute#property()} and {@link #LANGUAGES_PROPERTY}
     */
    public static RelaySettings configured(Function<String, Optional<String>> property) {
        EnumMap<RelayAttribute, String> attributes = new EnumMap<>(RelayAttribute.class);
        for (RelayAttribute attribute : RelayAttribute.values()) {
            property.apply(attribute.property())
                    .or(attribute::byDefault)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> attributes.put(attribute, value));
        }
        SpokenLanguage main = new RelaySettings(attributes, List.of()).mainLanguage();
        List<SpokenLanguage> further = new ArrayList<>();
        for (String code :
                property.apply(LANGUAGES_PROPERTY).orElse(byDefault(main)).split(",")) {
            if (!code.isBlank()) {
                further.add(further(code.strip(), main, property));
            }
        }
        return new RelaySettings(attributes, further);
    }

    /** ElevenLabs' voices and Deepgram's models know German too; with the others a wrong guess would end the call. */
    private static String byDefault(SpokenLanguage main) {
        boolean polyglot = main.ttsProvider().equals("ElevenLabs")
                && main.transcriptionProvider().equals("Deepgram")
                && main.wrongPairs().isEmpty();
        return polyglot && !main.code().matches("de(-.*)?") ? LANGUAGES_BY_DEFAULT : "";
    }

    /**
     * A further language has the main one's voice and recognition unless it is given its own; but not flux, which is
     * English.
     */
    private static SpokenLanguage further(
            String code, SpokenLanguage main, Function<String, Optional<String>> property) {
        String model =
                main.hearsWithFlux() ? RelayAttribute.SPEECH_MODEL.byDefault().orElse("") : main.speechModel();
        String prefix = "relay." + code + ".";
        return new SpokenLanguage(
                code,
                property.apply(prefix + "tts-provider").orElse(main.ttsProvider()),
                property.apply(prefix + "voice").orElse(main.voice()),
                property.apply(prefix + "transcription-provider").orElse(main.transcriptionProvider()),
                property.apply(prefix + "speech-model").orElse(model));
    }

    /** The language that a call begins with; what is not set is empty. */
    public SpokenLanguage mainLanguage() {
        return new SpokenLanguage(
                value(RelayAttribute.LANGUAGE),
                value(RelayAttribute.TTS_PROVIDER),
                value(RelayAttribute.VOICE),
                value(RelayAttribute.TRANSCRIPTION_PROVIDER),
                value(RelayAttribute.SPEECH_MODEL));
    }

    /** The same with another value of one attribute. */
    public RelaySettings with(RelayAttribute attribute, String value) {
        Map<RelayAttribute, String> changed = new EnumMap<>(RelayAttribute.class);
        changed.putAll(attributes);
        changed.put(attribute, value);
        return new RelaySettings(changed, furtherLanguages);
    }

    /** Its value, or an empty one where it is not set. */
    public String value(RelayAttribute attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** What is wrong, one line each, with the property to change; nothing where Twilio will take it. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        attributes.forEach((attribute, value) -> {
            if (!attribute.allows(value)) {
                problems.add(attribute.property() + "=" + value + ": must be " + attribute.valuesInWords());
            }
        });
        mainLanguage().attributes().forEach((attribute, value) -> {
            if (value.isEmpty()) {
                problems.add(attribute.property() + ": must be set, to " + attribute.valuesInWords());
            }
        });
        problems.addAll(mainLanguage().wrongPairs());
        problems.addAll(furtherProblems());
        if (attributes.containsKey(RelayAttribute.EOT_THRESHOLD)
                && !mainLanguage().hearsWithFlux()) {
            problems.add(RelayAttribute.EOT_THRESHOLD.property() + ": works only with relay.speech-model=flux");
        }
        return problems.stream().map(problem -> problem.replaceAll("\\s+", " ")).toList();
    }

    private List<String> furtherProblems() {
        List<String> problems = new ArrayList<>();
        Set<String> codes = new HashSet<>(Set.of(mainLanguage().code()));
        for (SpokenLanguage language : furtherLanguages) {
            if (!codes.add(language.code())) {
                problems.add(LANGUAGES_PROPERTY + ": " + language.code() + " is there twice");
            }
            language.attributes().forEach((attribute, value) -> {
                if (!attribute.allows(value)) {
                    problems.add("language %s, %s=%s: must be %s"
                            .formatted(language.code(), attribute.attribute(), value, attribute.valuesInWords()));
                }
            });
            problems.addAll(language.wrongPairs());
        }
        return problems;
    }
}
