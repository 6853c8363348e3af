package io.arcline.faketwilio.callers;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the fake callers of this JVM said in all, and the numbers they called from: for a test that no log of the server has any of
 * it. Thread-safe.
 */
public final class Callers {
    private static final Set<String> WORDS = ConcurrentHashMap.newKeySet();
    private static final Set<String> NUMBERS = ConcurrentHashMap.newKeySet();

    private Callers() {}

    /** Remembers what a caller says, before the server hears it. */
    public static void said(String words) {
        WORDS.add(words);
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
