package io.arcline.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One row of Supabase's table {@code logs}. */
@Entity
@Table(name = "logs")
public class JournalEntry {
    @Id
    private UUID id;

    @Column(name = "session_id", nullable = false)
    private String sessionId;

    @Column(nullable = false)
    private String message;

    @Column(nullable = false)
    private String level;

    @Convert(converter = JsonbConverter.class)
    private Map<String, Object> metadata;

    @Column(name = "created_at")
    private Instant createdAt;

    /** The levels that the table's check constraint allows. */
    public enum Level {
        LOG,
        ERROR,
        WARN,
        DEBUG,
        INFO
    }

    /** For the persistence provider. */
    protected JournalEntry() {}

    /**
     * @param sessionId the call's or conversation's SID
     * @param metadata values that JSON knows: strings, numbers, booleans, maps and lists of them
     */
    public JournalEntry(
            String sessionId, Level level, String message, Map<String, Object> metadata, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.level = level.name().toLowerCase(Locale.ROOT);
        this.message = message;
        this.metadata = metadata;
        this.createdAt = createdAt;
    }
}
