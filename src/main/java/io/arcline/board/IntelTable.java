package io.arcline.board;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** The table {@code intel}, as far as callers' reports go into it. */
@Repository(dataStore = "java:app/env/arcline")
public interface IntelTable {

    @Insert
    void insert(Intel report);
}
