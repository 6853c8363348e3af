package io.arcline.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A report: one row of Supabase's table {@code intel}. */
@Entity
@Table(name = "intel")
public class Intel extends Post {
    /** What callers' reports are signed with. */
    static final String FACTION = "Raider Report";

    /** For the persistence provider. */
    protected Intel() {}

    public Intel(UUID id, String content) {
        super(id, content, FACTION);
    }
}
