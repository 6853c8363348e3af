package io.arcline.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of entries, unique and in the order of time: UUIDs of version 7 (RFC 9562), which keep new rows of the table's index beside
 * each other. What tells two servers apart is drawn once, so an id costs no random numbers. Thread-safe.
 */
final class EntryIds {
    private static final int COUNT_BITS = 26;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long NODE = VARIANT | new SecureRandom().nextLong() & 0x3fff_ffff_ffff_c000L;
    private static final AtomicLong COUNT = new AtomicLong();

    private EntryIds() {}

    /** An id that no other call gives: time in milliseconds, 26 bits that count, 48 that name this server's start. */
    static UUID next(Instant at) {
        long count = COUNT.getAndIncrement() & (1L << COUNT_BITS) - 1;
        long high = at.toEpochMilli() << 16 | 0x7000L | count >>> 14;
        return new UUID(high, NODE | count & 0x3fff);
    }
}
