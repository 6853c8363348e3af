package io.arcline.twilio.twiml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a session was ended and what shall come next: sent as {@code handoffData} with {@code end}, and returned by
 * Twilio, to the letter, as {@code HandoffData} in the Connect action.
 *
 * @param kind what shall come next, such as {@code human}: 1 to 32 lower-case letters, digits and hyphens
 */
public record Handoff(String kind) {

    private static final String KIND = "[a-z0-9-]{1,32}";
    /** The call goes on at another server of ours. */
    public static final Handoff MOVE = new Handoff("move");

    private static final Pattern DATA = Pattern.compile("\\{\"kind\":\"(" + KIND + ")\"}");

    public Handoff {
        if (!kind.matches(KIND)) {
            throw new IllegalArgumentException("a kind is 1 to 32 lower-case letters, digits and hyphens");
        }
    }

    /** Itself as {@code handoffData}: a JSON object. */
    public String toData() {
        return "{\"kind\":\"" + kind + "\"}";
    }

    /** The hand-off that was sent; empty where {@code handoffData} is null or not what {@link #toData()} gives. */
    public static Optional<Handoff> ofData(String handoffData) {
        Matcher data = DATA.matcher(handoffData == null ? "" : handoffData);
        return data.matches() ? Optional.of(new Handoff(data.group(1))) : Optional.empty();
    }
}
