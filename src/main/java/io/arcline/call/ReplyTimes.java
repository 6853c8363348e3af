package io.arcline.call;

/**
 * How long a caller waited, from the end of the caller's words or the key: durations in nanoseconds.
 *
 * @param firstWords until the first words were sent, be they only that Shani is looking
 * @param answer until the first words of the answer itself
 * @param complete until the last words
 */
public record ReplyTimes(long firstWords, long answer, long complete) {}
