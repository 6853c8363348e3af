package io.arcline.board;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;

/** The table {@code intel}. */
@Repository(dataStore = "java:app/env/arcline")
public interface IntelTable {

    @Insert
    void insert(Intel report);

    @Query("SELECT i.content FROM Intel i WHERE i.verified = TRUE ORDER BY i.createdAt DESC")
    List<String> newestVerified(Limit most);
}
