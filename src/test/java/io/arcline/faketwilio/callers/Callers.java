package io.arcline.faketwilio.callers;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fake callers of this JVM said in all, and the numbers they called from: for a test that no log of the server has any of
 * it. Thread-safe.
 */
public final class Callers {
    private static final Set<String> WORDS = ConcurrentHashMap.newKeySet();
    private static final Set<String> NUMBERS = ConcurrentHashMap.newKeySet();

    private static final Pattern PROMPT = Pattern.compile("\"voicePrompt\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private Callers() {}

    /** Remembers what a caller says, before the server hears it. */
    public static void said(String words) {
        WORDS.add(words);
    }

    /** Remembers what a caller says in a frame that is sent as it stands, however wrong the rest of it is. */
    public static void saidIn(String frame) {
        Matcher prompts = PROMPT.matcher(frame);
        while (prompts.find()) {
            said(prompts.group(1));
        }
    }

    /** Remembers the number of a caller. */
    public static void calledFrom(String number) {
        NUMBERS.add(number);
    }

    /** Everything that was said, as it was said. */
    public static Collection<String> words() {
        return Collections.unmodifiableSet(WORDS);
    }

    /** Every number, as it was given. */
    public static Collection<String> numbers() {
        return Collections.unmodifiableSet(NUMBERS);
    }
}
