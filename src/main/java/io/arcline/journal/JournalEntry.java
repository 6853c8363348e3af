package io.arcline.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of Supabase's table {@code logs}.
 *
 * @param id the primary key: an entry that is written again after an unknown outcome is stored once
 * @param sessionId the call's or conversation's SID
 * @param metadata values that JSON knows: strings, numbers, booleans, maps and lists of them
 */
public record JournalEntry(
        UUID id, String sessionId, Level level, String message, Map<String, Object> metadata, Instant createdAt) {

    /** The levels that the table's check constraint allows. */
    public enum Level {
        LOG(0.9),
        ERROR(1),
        WARN(1),
        /** The first to be dropped in a long outage. */
        DEBUG(0.5),
        INFO(0.9);

        private final double share;

        Level(double share) {
            this.share = share;
        }

        /** How full, from 0 to 1, the place where entries wait may be for one of this level to be taken. */
        double share() {
            return share;
        }

        /** As the table has it. */
        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public JournalEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(level);
        Objects.requireNonNull(message);
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(createdAt);
    }

    static JournalEntry of(String sessionId, Level level, String message, Map<String, Object> metadata, Instant at) {
        return new JournalEntry(EntryIds.next(at), sessionId, level, message, metadata, at);
    }
}
