package io.arcline.faketwilio.webhook;

import java.util.Map;

/**
 * The Twilio account that owns the number.
 *
 * @param accountSid "AC" and 32 hexadecimal digits
 * @param authToken the primary auth token that requests are signed with; null for requests without a signature
 */
public record Account(String accountSid, String authToken) {
    /** The account of the recorded calls, with no token. */
    public static Account unsigned() {
        return new Account("AC00000000000000000000000000000000", null);
    }

    /** The account of the recorded calls with this token. */
    public static Account signing(String authToken) {
        return new Account(unsigned().accountSid, authToken);
    }

    /** The account of {@code TWILIO_ACCOUNT_SID} and {@code TWILIO_AUTH_TOKEN}; that of the recorded calls, unsigned, without them. */
    public static Account of(Map<String, String> environment) {
        String sid = environment.getOrDefault("TWILIO_ACCOUNT_SID", "");
        String token = environment.getOrDefault("TWILIO_AUTH_TOKEN", "");
        return new Account(sid.isBlank() ? unsigned().accountSid : sid, token.isBlank() ? null : token);
    }
}
