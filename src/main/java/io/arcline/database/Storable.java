package io.arcline.database;

import java.util.regex.Pattern;

/** Text that PostgreSQL takes: UTF-8 without zeros. */
public final class Storable {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Storable() {}

    /** The text without zeros and halves of characters; whatever Twilio sends, they never reach SQL. */
    public static String text(String any) {
        return any.chars().anyMatch(Storable::isSuspect)
                ? UNSTORABLE.matcher(any).replaceAll("")
                : any;
    }

    /** Almost no text holds one of these, and looking for the pattern costs much more than looking for them. */
    private static boolean isSuspect(int c) {
        return c == 0 || Character.isSurrogate((char) c);
    }
}
