package io.arcline.faketwilio.twiml;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The attributes of ConversationRelay and the values they take, from Twilio's page of the noun (2026-06-22) and its
 * changelog up to November 2026. Twilio ignores unknown ones silently; here they are reported.
 */
final class RelayAttributes {
    private static final Set<String> BOOLEANS = Set.of(
            "partialPrompts",
            "deepgramSmartFormat",
            "profanityFilter",
            "ignoreBackchannel",
            "dtmfDetection",
            "preemptible",
            "applicationReconnect",
            "echoPromptFiltering");
    private static final Set<String> FREE = Set.of(
            "url",
            "welcomeGreeting",
            "language",
            "ttsLanguage",
            "transcriptionLanguage",
            "voice",
            "speechModel",
            "hints",
            "backgroundNoiseReduction",
            "turnDetection",
            "intelligenceService",
            "conversationConfiguration",
            "conversationId",
            "debug");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "welcomeGreetingInterruptible", Set.of("none", "dtmf", "speech", "any", "true", "false"),
            "interruptible", Set.of("none", "dtmf", "speech", "any", "true", "false"),
            "reportInputDuringAgentSpeech", Set.of("none", "dtmf", "speech", "any"),
            "ttsProvider", Set.of("Google", "Amazon", "ElevenLabs"),
            "transcriptionProvider", Set.of("Google", "Deepgram"),
            "interruptSensitivity", Set.of("low", "medium", "high"),
            "elevenlabsTextNormalization", Set.of("on", "auto", "off"));
    private static final Set<String> EVENTS = Set.of("speaker-events", "tokens-played", "config-updated");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?");

    private RelayAttributes() {}

    static void check(RelayNoun noun, Consumer<String> objections) {
        noun.attributes().forEach((name, value) -> {
            if (!accepted(name, value)) {
                objections.accept("ConversationRelay: " + name + "=\"" + value + "\" means nothing to Twilio");
            }
        });
        if (!socketUrl(noun.url())) {
            objections.accept("ConversationRelay: url=\"" + noun.url() + "\" is no wss:// URL");
        }
    }

    private static boolean accepted(String name, String value) {
        if (BOOLEANS.contains(name)) {
            return value.equals("true") || value.equals("false");
        }
        if (CHOICES.containsKey(name)) {
            return CHOICES.get(name).contains(value);
        }
        return switch (name) {
            case "events" -> EVENTS.containsAll(List.of(value.strip().split("\\s+")));
            case "speechTimeout" -> value.equals("auto") || within(value, 600, 5000);
            case "eotThreshold" -> within(value, 0.5, 0.9);
            default -> FREE.contains(name);
        };
    }

    private static boolean within(String value, double least, double most) {
        return NUMBER.matcher(value).matches()
                && Double.parseDouble(value) >= least
                && Double.parseDouble(value) <= most;
    }

    /** Plain {@code ws://} passes for loopback addresses only, where a developer's server has no TLS. */
    private static boolean socketUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null && ("wss".equals(uri.getScheme()) || local && "ws".equals(uri.getScheme()));
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
