package io.arcline.twilio.relay;

import java.util.regex.Pattern;

/**
 * A setting of the session that {@link Outbound.Config} can change; the names and values are those of the TwiML's
 * attributes.
 */
public enum RelaySetting {
    INTERRUPTIBLE("interruptible", Values.INPUT, false),
    PREEMPTIBLE("preemptible", Values.BOOL, true),
    DTMF_DETECTION("dtmfDetection", Values.BOOL, true),
    REPORT_INPUT_DURING_AGENT_SPEECH("reportInputDuringAgentSpeech", Values.INPUT, false),
    PARTIAL_PROMPTS("partialPrompts", Values.BOOL, true),
    /** Milliseconds from 600 to 5000, or "auto". */
    SPEECH_TIMEOUT("speechTimeout", "[6-9]\\d\\d|[1-4]\\d{3}|5000|auto", false),
    ECHO_PROMPT_FILTERING("echoPromptFiltering", Values.BOOL, true),
    INTERRUPT_SENSITIVITY("interruptSensitivity", "low|medium|high", false),
    IGNORE_BACKCHANNEL("ignoreBackchannel", Values.BOOL, true),
    PROFANITY_FILTER("profanityFilter", Values.BOOL, true),
    /** How sure the model has to be that the turn is over, 0.5 to 0.9. */
    EOT_THRESHOLD("eotThreshold", "0\\.[5-8]\\d?|0\\.90?", true);

    private final String wireName;
    private final Pattern values;
    private final boolean bare;

    RelaySetting(String wireName, String values, boolean bare) {
        this.wireName = wireName;
        this.values = Pattern.compile(values);
        this.bare = bare;
    }

    /** Its name in a frame. */
    public String wireName() {
        return wireName;
    }

    /** Whether it can have that value; null it cannot. */
    public boolean allows(String value) {
        return value != null && values.matcher(value).matches();
    }

    /** Whether its values are JSON numbers or booleans, not strings. */
    boolean isBare() {
        return bare;
    }

    private static final class Values {
        static final String INPUT = "none|dtmf|speech|any";
        static final String BOOL = "true|false";
    }
}
