package io.arcline.twilio.socket;

/** How many frames a second one socket may send: a bucket that refills. Not thread-safe. */
final class FrameRate {
    private final long nanosAFrame;
    private final long burstNanos;
    private long filledUntil = Long.MIN_VALUE;

    /** @param framesASecond on average; as many may come at once */
    FrameRate(int framesASecond) {
        nanosAFrame = 1_000_000_000L / framesASecond;
        burstNanos = nanosAFrame * framesASecond;
    }

    boolean allows(long now) {
        if (filledUntil == Long.MIN_VALUE) {
            filledUntil = now;
        }
        long filled = Math.max(filledUntil, now) + nanosAFrame;
        if (filled - now > burstNanos) {
            return false;
        }
        filledUntil = filled;
        return true;
    }
}
