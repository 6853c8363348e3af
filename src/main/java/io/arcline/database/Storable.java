package io.arcline.database;

import java.util.regex.Pattern;

/** Text that PostgreSQL takes: UTF-8 without zeros. */
public final class Storable {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Storable() {}

    /** The text without zeros and halves of characters; whatever Twilio sends, they never reach SQL. */
    public static String text(String any) {
        for (int i = 0; i < any.length(); i++) {
            if (isSuspect(any.charAt(i))) {
                return UNSTORABLE.matcher(any).replaceAll("");
            }
        }
        return any;
    }

    /** Almost no text holds one of these, and looking for the pattern costs much more than looking for them. */
    private static boolean isSuspect(char c) {
        return c == 0 || Character.isSurrogate(c);
    }
}
