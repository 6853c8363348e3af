package io.arcline.call;

/** Telephone numbers, as people may see them. */
public final class PhoneNumbers {
    private static final int SHOWN = 2;

    private PhoneNumbers() {}

    /** The number with all but its last two digits hidden; "withheld" for a blank one. */
    public static String masked(String number) {
        if (number.isBlank()) {
            return "withheld";
        }
        int shownFrom = Math.max(0, number.length() - SHOWN);
        return "*".repeat(Math.min(shownFrom, 10)) + number.substring(shownFrom);
    }
}
