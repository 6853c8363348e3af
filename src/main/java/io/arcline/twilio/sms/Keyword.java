package io.arcline.twilio.sms;

import java.util.Locale;
import java.util.Set;

/**
 * Words by which people stop text messages and allow them again. Twilio answers them itself, and delivers them all the same.
 *
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio's support for opt-out keywords</a>
 */
enum Keyword {
    STOP,
    START,
    NONE;

    private static final Set<String> STOPS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> STARTS = Set.of("START", "UNSTOP");

    /**
     * What a message is.
     *
     * @param optOutType Twilio's own opinion, "" where it has none
     */
    static Keyword of(String body, String optOutType) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (optOutType.equals("STOP") || STOPS.contains(word)) {
            return STOP;
        }
        return optOutType.equals("START") || STARTS.contains(word) ? START : NONE;
    }
}
