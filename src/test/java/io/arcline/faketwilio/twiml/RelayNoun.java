package io.arcline.faketwilio.twiml;

import java.util.Map;

/**
 * A ConversationRelay noun.
 *
 * @param attributes as written, by name
 * @param parameters the values of its Parameter children by their names
 */
public record RelayNoun(Map<String, String> attributes, Map<String, String> parameters) {
    /** Where the relay's socket is; "" where the attribute is missing. */
    public String url() {
        return attribute("url", "");
    }

    /** An attribute, or what Twilio takes where it is not given. */
    public String attribute(String name, String otherwise) {
        return attributes.getOrDefault(name, otherwise);
    }

    /** A boolean attribute; false unless it says "true". */
    public boolean is(String name) {
        return attribute(name, "false").equals("true");
    }

    /** Whether the session subscribes to an event, by {@code events} or by the older {@code debug}. */
    public boolean subscribes(String event) {
        return (" " + attribute("events", "") + " " + attribute("debug", "") + " ").contains(" " + event + " ");
    }

    /** Whether that kind of input cuts Shani off, unless a message says otherwise. */
    public boolean interruptible(Input input) {
        return covers(attribute("interruptible", "any"), input);
    }

    /** Whether that kind of input reaches the server while the agent is speaking. */
    public boolean reports(Input input) {
        return covers(attribute("reportInputDuringAgentSpeech", "none"), input);
    }

    private static boolean covers(String which, Input input) {
        return which.equals("any") || which.equals("true") || which.equals(input.attributeValue());
    }

    /** The {@code lang} of prompts: recorded as the bare language with flux, with its region otherwise. */
    public String promptLanguage() {
        String language = attribute("transcriptionLanguage", attribute("language", "en-US"));
        boolean bare = attribute("speechModel", "").startsWith("flux") || language.equals("multi");
        return language.equals("multi") ? "en" : bare ? language.split("-")[0] : language;
    }

    /** What a caller can do to be heard. */
    public enum Input {
        SPEECH,
        DTMF;

        String attributeValue() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
