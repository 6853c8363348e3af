package io.arcline.journal;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of Supabase's table {@code logs}, as it is read. Written are they by {@link LogsTable}: "insert, unless it is there" has
 * no words in JPA.
 */
@Entity
@Table(name = "logs")
public class LogRow {
    @Id
    private UUID id;

    @Column(name = "session_id", nullable = false)
    private String sessionId;

    @Column(nullable = false)
    private String message;

    @Column(nullable = false)
    private String level;

    @Convert(converter = JsonbConverter.class)
    private JsonObject metadata;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For the persistence provider. */
    protected LogRow() {}

    public String message() {
        return message;
    }

    /** One of the levels that the table allows, in lower case. */
    public String level() {
        return level;
    }

    /** Empty where the row has none. */
    public JsonObject metadata() {
        return metadata == null ? JsonObject.EMPTY_JSON_OBJECT : metadata;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
