package io.arcline.journal;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;
import java.util.List;

/** The table {@code logs}. */
@Repository(dataStore = "java:app/env/arcline")
public interface JournalEntries {

    /** Writes all of them in one transaction. */
    @Insert
    void insertAll(List<JournalEntry> entries);
}
