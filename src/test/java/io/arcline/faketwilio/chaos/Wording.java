package io.arcline.faketwilio.chaos;

import java.util.regex.Pattern;

/**
 * By what words callers of a crowd know what they hear. ARC Line's, in English; a server with other lines needs others.
 *
 * @param greeting is said once a call
 * @param apology is said when a call was lost and has come back
 * @param behind is said when what the caller did last may be missing
 * @param forgotten is said when it has come back and begins anew
 * @param stored confirms that a report is stored
 * @param unsaved says that it is not, and that it can be sent again
 * @param asks for a report
 */
public record Wording(
        Pattern greeting,
        Pattern apology,
        Pattern behind,
        Pattern forgotten,
        Pattern stored,
        Pattern unsaved,
        Pattern asks) {

    /** ARC Line's. */
    public static Wording arcLine() {
        return new Wording(
                Pattern.compile("Shani here"),
                Pattern.compile("Lost you|dropped out"),
                Pattern.compile("maybe your last words"),
                Pattern.compile("my notes of this call"),
                Pattern.compile("report is logged|Report logged"),
                Pattern.compile("not saved|Not saved"),
                Pattern.compile(
                        "What did you see|Give me your report|Go ahead with the next|Next report|Your report\\?"));
    }
}
