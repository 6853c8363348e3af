package io.arcline.twilio.twiml;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attribute of {@code <ConversationRelay>} that can be configured. Its name there and its configuration property
 * follow from the constant's name: {@code SPEECH_MODEL} is {@code speechModel} and {@code relay.speech-model} (in the
 * environment {@code RELAY_SPEECH_MODEL}).
 *
 * <p>Twilio's defaults depend on the age of the account and have changed, so whatever matters is said explicitly; an
 * attribute without a default here is left out of the TwiML unless it is configured. Left out altogether are attributes
 * whose values are not confirmed ({@code backgroundNoiseReduction}, {@code turnDetection}) and {@code <Failover>}.
 *
 * <p>Source: Twilio's page on {@code <ConversationRelay>}, and its changelog of 28 October 2026 for the last two.
 */
public enum RelayAttribute {
    /** What is spoken and heard, unless a message says otherwise: a BCP-47 tag, or {@code multi}. */
    LANGUAGE("en-GB", Allowed.LANGUAGE, "a language tag such as en-GB, or multi"),
    /** Who turns text into speech. */
    TTS_PROVIDER("ElevenLabs", "ElevenLabs|Google|Amazon", "ElevenLabs, Google or Amazon"),
    /** The voice, in its provider's notation. Shani's by default. */
    VOICE("1hlpeD1ydbI2ow0Tt3EW", "\\S{1,200}", "a voice of the provider"),
    /** Who turns speech into text. */
    TRANSCRIPTION_PROVIDER("Deepgram", "Deepgram|Google", "Deepgram or Google"),
    /**
     * The recognition model. nova-3-general by default: it takes hints and knows en-GB and the other languages.
     * Deepgram's flux ends turns some 200 to 600 ms sooner, but knows English only.
     */
    SPEECH_MODEL(
            "nova-3-general",
            "[A-Za-z0-9_-]{1,64}",
            "a model of the transcription provider, such as nova-3-general or flux"),
    /** What the recognition shall expect: phrases between commas. The game's names by default. */
    HINTS(
            "Speranza,Scrappy,Shani,Raider,topside,ARC,extraction,loot,submit intel,Dam Battlegrounds,Buried City,"
                    + "Spaceport,Acerra,Blue Gate,Red Lakes,Alcantara,Calabretta,Celeste,Tian Wen,Apollo,Lance,Bastion,"
                    + "Bombardier,Fireball,Hornet,Leaper,Matriarch,Queen,Rocketeer,Sentinel,Shredder,Snitch,Surveyor,"
                    + "Tick,Turret,Wasp",
            "[^,]*[^,\\s][^,]*(,[^,]*[^,\\s][^,]*)*",
            "phrases between commas"),
    /** By what the caller breaks into speech. */
    INTERRUPTIBLE("any", Allowed.INPUT, Allowed.INPUT_TEXT),
    /** How easily; lower it where callers on loudspeakers interrupt Shani with her own echo. */
    INTERRUPT_SENSITIVITY("high", "low|medium|high", "low, medium or high"),
    /** Whether "uh-huh" and the like do not interrupt. */
    IGNORE_BACKCHANNEL("false", Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /**
     * What is reported while Shani speaks; with Twilio's own default, none, the words that interrupt her would be lost.
     */
    REPORT_INPUT_DURING_AGENT_SPEECH("any", Allowed.INPUT, Allowed.INPUT_TEXT),
    /** Whether keys are reported. */
    DTMF_DETECTION("true", Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /** Whether what the caller says is reported before the end, too. */
    PARTIAL_PROMPTS("false", Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /** The silence that ends an utterance, in milliseconds. */
    SPEECH_TIMEOUT(null, "[6-9]\\d\\d|[1-4]\\d{3}|5000|auto", "600 to 5000 (milliseconds), or auto"),
    /** How sure flux has to be that the turn is over. */
    EOT_THRESHOLD(null, "0?\\.[5-8]\\d*|0?\\.90*", "0.5 to 0.9"),
    /** Whether Deepgram writes numbers, dates and the like as such. */
    DEEPGRAM_SMART_FORMAT(null, Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /** Whether the recognition stars out profanity. */
    PROFANITY_FILTER(null, Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /** Whether ElevenLabs spells out numbers and the like; off is faster. Sent with that provider only. */
    ELEVENLABS_TEXT_NORMALIZATION("off", "on|auto|off", "on, auto or off"),
    /** What Twilio tells besides: who speaks, and what has been played. What was heard is known from these. */
    EVENTS(
            "speaker-events tokens-played",
            "(speaker-events|tokens-played|config-updated)( (speaker-events|tokens-played|config-updated))*",
            "speaker-events, tokens-played and config-updated between spaces"),
    /** Whether Twilio connects again by itself after a drop and repeats what was missed. */
    APPLICATION_RECONNECT(null, Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT),
    /** Whether prompts that echo Shani's words are dropped. */
    ECHO_PROMPT_FILTERING(null, Allowed.BOOLEAN, Allowed.BOOLEAN_TEXT);

    private final Optional<String> byDefault;
    private final Pattern values;
    private final String valuesInWords;

    RelayAttribute(String byDefault, String values, String valuesInWords) {
        this.byDefault = Optional.ofNullable(byDefault);
        this.values = Pattern.compile(values);
        this.valuesInWords = valuesInWords;
    }

    /** Its value where nothing is configured, if it then has one. */
    public Optional<String> byDefault() {
        return byDefault;
    }

    /** Its name in the TwiML. */
    public String attribute() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    /** The configuration property that sets it; one that is empty leaves it out of the TwiML. */
    public String property() {
        return "relay." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean allows(String value) {
        return values.matcher(value).matches();
    }

    /** Its values, for people. */
    String valuesInWords() {
        return valuesInWords;
    }

    private static final class Allowed {
        static final String BOOLEAN = "true|false";
        static final String BOOLEAN_TEXT = "true or false";
        static final String INPUT = "none|dtmf|speech|any";
        static final String INPUT_TEXT = "none, dtmf, speech or any";
        static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|multi";
    }
}
