package io.arcline.management.moderation;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The posts of a board, newest first, page by page. */
record PostList(DataSource database) {

    /**
     * A page.
     *
     * @param next where the next one begins; empty at the end
     */
    record Page(List<Post> posts, Optional<Place> next) {}

    /**
     * What to look for.
     *
     * @param state only posts in this one
     * @param words only posts that hold these, in any case
     * @param after only posts older than this place
     */
    record Query(Board board, Optional<State> state, Optional<String> words, Optional<Place> after, int limit) {}

    Page find(Query query) throws SQLException {
        StringBuilder sql = new StringBuilder(
                "select " + Post.COLUMNS + " from " + query.board().table()
                        + " p left join post_moderation m on m.post_id = p.id where p.created_at is not null");
        List<Object> values = new ArrayList<>();
        query.state()
                .ifPresent(state -> sql.append(
                        switch (state) {
                            case VERIFIED -> " and p.verified";
                            case REJECTED -> " and p.verified is not true and m.state = 'rejected'";
                            case PENDING -> " and p.verified is not true and m.state is distinct from 'rejected'";
                        }));
        query.words().ifPresent(words -> {
            sql.append(" and p.content ilike ? escape '\\'");
            values.add("%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        });
        query.after().ifPresent(after -> {
            sql.append(" and (p.created_at, p.id) < (?, ?)");
            values.add(after.createdAt());
            values.add(after.id());
        });
        sql.append(" order by p.created_at desc, p.id desc limit ?");
        values.add(query.limit() + 1);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<Post> posts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    posts.add(Post.read(rows));
                }
            }
            boolean more = posts.size() > query.limit();
            List<Post> page = more ? posts.subList(0, query.limit()) : posts;
            return new Page(List.copyOf(page), more ? Optional.of(page.getLast().place()) : Optional.empty());
        }
    }
}
