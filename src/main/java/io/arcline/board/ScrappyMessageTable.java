package io.arcline.board;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** The table {@code scrappy_messages}. */
@Repository(dataStore = "java:app/env/arcline")
public interface ScrappyMessageTable {

    @Insert
    void insert(ScrappyMessage message);
}
