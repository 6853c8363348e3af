package io.arcline.twilio.relay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a relay's socket: {@code /ws/CALL/TOKEN}. Naming the call, it lets the handshake be refused that comes with the
 * token of another one.
 *
 * @param callSid the call, or empty where it was not known when the token was minted; {@code -} stands for that in the path
 * @param token whatever stands in the place of the token
 */
public record RelayPath(String callSid, String token) {
    private static final String UNKNOWN_CALL = "-";
    private static final String CALL = "[A-Za-z0-9][A-Za-z0-9:._~-]{0,199}";
    private static final Pattern CALL_SID = Pattern.compile(CALL);
    private static final Pattern PATH = Pattern.compile("(?<call>" + CALL + "|-)/(?<token>[A-Za-z0-9_-]{1,400})");

    /**
     * Where the socket for a call is.
     *
     * @throws IllegalArgumentException where {@link #canName} says no
     */
    public RelayPath {
        if (!callSid.isEmpty() && !canName(callSid)) {
            throw new IllegalArgumentException("a call SID that does not fit into a path");
        }
    }

    /** Whether a call's SID, as the carrier gives it, fits into a path as it is; Twilio's are letters and digits. */
    public static boolean canName(String callSid) {
        return CALL_SID.matcher(callSid).matches();
    }

    /** What a handshake's path names after {@code /ws/}, with or without a slash at its end; empty where it is something else. */
    public static Optional<RelayPath> of(String afterRoot) {
        String plain = afterRoot.endsWith("/") ? afterRoot.substring(0, afterRoot.length() - 1) : afterRoot;
        Matcher parts = PATH.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String call = parts.group("call");
        return Optional.of(new RelayPath(call.equals(UNKNOWN_CALL) ? "" : call, parts.group("token")));
    }

    /** The path on the public port, without the address's own prefix. */
    public String path() {
        return "/ws/" + (callSid.isEmpty() ? UNKNOWN_CALL : callSid) + "/" + token;
    }
}
