package io.arcline.journal;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

/** The table {@code logs}, for reading. */
@Repository(dataStore = "java:app/env/arcline")
public interface LogRows {

    /** What happened in a call or conversation, in the order in which it happened. */
    @Find
    @OrderBy("createdAt")
    List<LogRow> bySessionId(String sessionId, Limit most);
}
