package io.arcline.board;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A message for Scrappy: one row of Supabase's table {@code scrappy_messages}. */
@Entity
@Table(name = "scrappy_messages")
public class ScrappyMessage extends Post {
    /** What callers' messages are signed with. */
    static final String FACTION = "Scrappy's Hotline";

    /** For the persistence provider. */
    protected ScrappyMessage() {}

    public ScrappyMessage(UUID id, String content) {
        super(id, content, FACTION);
    }
}
