package io.arcline.management.moderation;

import io.arcline.board.page.Place;
import io.arcline.board.page.Timestamps;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A post as moderators see it.
 *
 * @param faction null where it has none
 * @param reason why it was rejected; null where it is not
 * @param version counts the decisions about it; a decision names the one that it was made upon
 */
record Post(
        UUID id, String content, String faction, State state, String reason, long version, OffsetDateTime createdAt) {
    /** The columns of {@link #read}, of a post as p and what was decided about it as m. */
    static final String COLUMNS = """
            p.id, p.content, p.faction, p.created_at, m.reason, coalesce(m.version, 0) as version,
            case when p.verified then 'verified' when m.state = 'rejected' then 'rejected' else 'pending' end as state""";

    static Post read(ResultSet row) throws SQLException {
        State state = State.of(row.getString("state")).orElseThrow();
        return new Post(
                row.getObject("id", UUID.class),
                row.getString("content"),
                row.getString("faction"),
                state,
                state == State.REJECTED ? row.getString("reason") : null,
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    Place place() {
        return new Place(createdAt, id);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("content", content)
                .add("state", state.text())
                .add("version", version)
                .add("created_at", Timestamps.text(createdAt));
        if (faction != null) {
            json.add("faction", faction);
        }
        if (reason != null) {
            json.add("reason", reason);
        }
        return json.build();
    }
}
