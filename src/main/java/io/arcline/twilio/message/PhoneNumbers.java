package io.arcline.twilio.message;

import java.util.Set;
import java.util.regex.Pattern;

/** Which of the things that stand where a caller's number should are numbers. */
final class PhoneNumbers {
    /** The form of every telephone number: ITU-T E.164. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** What Twilio puts for callers who withhold theirs: ANONYMOUS, RESTRICTED, UNAVAILABLE, UNKNOWN, BLOCKED on the keypad. */
    private static final Set<String> WITHHELD =
            Set.of("+266696687", "+7378742833", "+86282452253", "+8566696", "+2562533");

    private PhoneNumbers() {}

    /** Whether a text message can be addressed to it. */
    static boolean isNumber(String text) {
        return E164.matcher(text).matches() && !WITHHELD.contains(text);
    }
}
