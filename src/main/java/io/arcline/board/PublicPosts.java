package io.arcline.board;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import io.arcline.board.page.Timestamps;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The verified posts, newest first, page by page; the thousandth page costs what the first does. Thread-safe. */
public final class PublicPosts {
    private final DataSource database;

    public PublicPosts(DataSource database) {
        this.database = database;
    }

    /**
     * A page.
     *
     * @param rows a JSON array of rows as Supabase's REST shows them
     * @param next where the page after this one begins; empty at the end
     */
    public record Page(String rows, Optional<Place> next) {}

    /**
     * Reads a page.
     *
     * @param after where it begins; empty for the newest
     * @param limit posts at the most
     */
    public Page page(Board board, Optional<Place> after, int limit) throws SQLException {
        String query = "select id, content, faction, verified, created_at from " + board.table()
                + " where verified and created_at is not null"
                + (after.isPresent() ? " and (created_at, id) < (?, ?)" : "")
                + " order by created_at desc, id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            int parameter = 1;
            if (after.isPresent()) {
                select.setObject(parameter++, after.get().createdAt());
                select.setObject(parameter++, after.get().id());
            }
            // One more tells whether there is a further page.
            select.setInt(parameter, limit + 1);
            try (ResultSet posts = select.executeQuery()) {
                return page(posts, limit);
            }
        }
    }

    private static Page page(ResultSet posts, int limit) throws SQLException {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        Place last = null;
        for (int count = 0; posts.next(); count++) {
            if (count == limit) {
                return new Page(rows.build().toString(), Optional.of(last));
            }
            OffsetDateTime createdAt = posts.getObject("created_at", OffsetDateTime.class);
            last = new Place(createdAt, posts.getObject("id", UUID.class));
            JsonObjectBuilder row = Json.createObjectBuilder()
                    .add("id", last.id().toString())
                    .add("content", posts.getString("content"));
            String faction = posts.getString("faction");
            if (faction == null) {
                row.add("faction", JsonValue.NULL);
            } else {
                row.add("faction", faction);
            }
            rows.add(row.add("verified", posts.getBoolean("verified")).add("created_at", Timestamps.text(createdAt)));
        }
        return new Page(rows.build().toString(), Optional.empty());
    }
}
