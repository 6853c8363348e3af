package io.arcline.assistant;

import java.util.regex.Pattern;

/** Numbers as a voice says them: without signs that it would spell, and no telephone numbers at all. Immutable. */
final class SpokenNumbers {
    private static final String WITHIN = " .,:/()+-\u2013\u2014'\u2019\u00a0\u202f";
    private static final int LONGEST = 60;

    /** Fewer digits than any telephone number has, but for the short ones. */
    private static final int TELEPHONE_DIGITS = 7;

    private static final Pattern NOT_A_TELEPHONE = Pattern.compile(
            "[1-9]\\d{0,2}([.,'\u2019 ]\\d{3})+([.,]\\d+)?|\\d{4}-\\d\\d-\\d\\d|\\d\\d?[./]\\d\\d?[./]\\d{4}");
    private static final Pattern RANGE = Pattern.compile("(\\d)\\s?[-\u2013\u2014]\\s?(?=\\d)");

    private final String to;
    private final Pattern thousands;

    SpokenNumbers(Briefing briefing) {
        to = " " + briefing.to() + " ";
        thousands = Pattern.compile("(?<=\\d)[" + briefing.thousands() + "\u00a0\u202f](?=\\d{3}(?!\\d))");
    }

    /** Where the number at the beginning of a text ends: its length where it may go on. */
    int end(CharSequence text) {
        int end = 0;
        int digits = 0;
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                end = i + 1;
                digits++;
            } else if (WITHIN.indexOf(c) < 0) {
                return Math.max(end, 1);
            }
        }
        boolean over = text.length() >= LONGEST || digits == 0 && text.length() > 3;
        return over ? Math.max(end, 1) : text.length();
    }

    /** The number as it is said; "" for a telephone number. */
    String spoken(String number) {
        String bare = number.strip();
        long digits = bare.chars().filter(Character::isDigit).count();
        boolean telephone = digits >= TELEPHONE_DIGITS
                && !NOT_A_TELEPHONE
                        .matcher(bare.replaceAll("[\\s.,:/(+-]+$", ""))
                        .matches();
        if (telephone) {
            return "";
        }
        String plain = thousands.matcher(number).replaceAll("");
        return RANGE.matcher(plain).replaceAll("$1" + to);
    }
}
