package io.arcline.board;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** The columns that Supabase's tables {@code intel} and {@code scrappy_messages} share. */
@MappedSuperclass
public abstract class Post {
    @Id
    private UUID id;

    @Column(nullable = false)
    private String content;

    private String faction;
    private Boolean verified;

    /** The database's own default. */
    @Column(name = "created_at", insertable = false, updatable = false)
    private Instant createdAt;

    /** For the persistence provider. */
    protected Post() {}

    /** A post from a caller, which nobody has verified. */
    protected Post(UUID id, String content, String faction) {
        this.id = id;
        this.content = content;
        this.faction = faction;
        this.verified = false;
    }

    public UUID id() {
        return id;
    }

    public String content() {
        return content;
    }

    public String faction() {
        return faction;
    }

    public boolean verified() {
        return Boolean.TRUE.equals(verified);
    }

    /** Null until it was read back from the database. */
    public Instant createdAt() {
        return createdAt;
    }
}
