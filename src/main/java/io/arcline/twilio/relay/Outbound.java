package io.arcline.twilio.relay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One message to Twilio on a ConversationRelay socket.
 *
 * <p>A message that Twilio would refuse (error 64107; ten in a row end the call) cannot be built: the constructors
 * throw {@link IllegalArgumentException}, or {@link NullPointerException} where something required is null. Components
 * documented as nullable are left out of the frame when null, and Twilio's default or the TwiML's value applies.
 *
 * <p>{@link Text}, {@link Play} and {@link SendDigits} share one queue at Twilio and are played in order.
 *
 * <p>Source: Twilio's page "WebSocket messages to Twilio"; {@link Config} and {@link Hints} are newer and less certain.
 */
public sealed interface Outbound {

    /** A BCP-47 tag or "multi". */
    Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /**
     * A piece of a reply, to be spoken after what was sent before it. Pieces are joined as they are: the spaces between
     * them have to be in them.
     *
     * @param token may be empty, which with {@code last} ends a reply and is not spoken
     * @param last whether the reply ends here; exactly one message of each reply says so
     * @param lang the language to speak it in, nullable
     * @param interruptible whether the caller may break into it, nullable
     * @param preemptible whether the next message may replace it while it is spoken (for fillers), nullable
     */
    record Text(String token, boolean last, String lang, Boolean interruptible, Boolean preemptible)
            implements Outbound {
        public Text {
            Objects.requireNonNull(token, "token");
            requireLanguage(lang);
        }

        /** A piece with the TwiML's settings. */
        public Text(String token, boolean last) {
            this(token, last, null, null, null);
        }
    }

    /**
     * A recording to be played.
     *
     * @param source an absolute http or https URL
     * @param loop how often, from 1; 0 is 1,000 times
     * @param preemptible whether the next message may replace it, nullable
     * @param interruptible whether the caller may break into it, nullable
     */
    record Play(String source, int loop, Boolean preemptible, Boolean interruptible) implements Outbound {

        /** The most repetitions, which 0 stands for too. */
        public static final int MAX_LOOP = 1_000;

        public Play {
            require(isWebAddress(source), "source is not an absolute http or https URL");
            require(loop >= 0 && loop <= MAX_LOOP, "loop is not between 0 and " + MAX_LOOP);
        }
    }

    /**
     * Keys to be pressed on the line.
     *
     * @param digits any of {@code 0-9 # *}, and {@code w} for half a second's wait
     */
    record SendDigits(String digits) implements Outbound {
        private static final Pattern DIGITS = Pattern.compile("[0-9w#*]+");

        public SendDigits {
            require(DIGITS.matcher(digits).matches(), "digits are not all of 0-9w#*, or there are none");
        }
    }

    /**
     * Speak or listen in another language from now on; at least one of both.
     *
     * @param ttsLanguage to speak in, nullable
     * @param transcriptionLanguage to listen for, nullable
     */
    record Language(String ttsLanguage, String transcriptionLanguage) implements Outbound {
        public Language {
            require(ttsLanguage != null || transcriptionLanguage != null, "no language");
            requireLanguage(ttsLanguage);
            requireLanguage(transcriptionLanguage);
        }
    }

    /**
     * End the session; Twilio closes the socket and posts the action of the TwiML. Not promised to wait for what is
     * still queued.
     *
     * @param handoffData comes back as {@code HandoffData} in the action, nullable; Twilio neither protects nor
     *     authenticates it
     */
    record End(String handoffData) implements Outbound {

        /** Without hand-off data. */
        public End() {
            this(null);
        }
    }

    /**
     * Change settings of the session (announced by Twilio on 28 October 2026). What can be changed is documented; the
     * frame's exact shape was not confirmed: assumed is one flat object with the names and value types of the TwiML's
     * attributes. Twilio answers a shape that it does not know with an error message and the call goes on.
     *
     * @param settings at least one; unmodifiable
     */
    record Config(Map<RelaySetting, String> settings) implements Outbound {
        public Config {
            require(!settings.isEmpty(), "no settings");
            settings = Collections.unmodifiableMap(new EnumMap<>(settings));
            settings.forEach(
                    (setting, value) -> require(setting.allows(value), setting.wireName() + " cannot be that"));
        }
    }

    /**
     * Other words for the speech recognition to expect (announced with {@link Config}, and the frame's exact shape as
     * uncertain: assumed is the TwiML's comma-separated list under the name {@code hints}).
     *
     * @param phrases at least one, none blank or with a comma; unmodifiable
     */
    record Hints(List<String> phrases) implements Outbound {
        public Hints {
            phrases = List.copyOf(phrases);
            require(!phrases.isEmpty(), "no phrases");
            require(
                    phrases.stream().noneMatch(p -> p.isBlank() || p.contains(",")),
                    "a phrase is blank or has a comma");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static void requireLanguage(String tag) {
        require(tag == null || LANGUAGE_TAG.matcher(tag).matches(), "not a language tag");
    }

    private static boolean isWebAddress(String source) {
        try {
            URI uri = new URI(source);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
