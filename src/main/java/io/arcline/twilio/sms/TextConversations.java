package io.arcline.twilio.sms;

import io.arcline.call.DialogStateJson;
import io.arcline.hotline.dialog.DialogState;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The conversations by text message, one a number: the tables {@code text_conversations} and {@code text_answers}, so that any server can
 * take up any of them. One that nobody has gone on with for an hour is over. Thread-safe; blocks.
 */
public final class TextConversations {
    private final DataSource database;
    private final Function<String, List<String>> names;

    /** @param names every name that a number may be written down by, the present one first */
    public TextConversations(DataSource database, Function<String, List<String>> names) {
        this.database = database;
        this.names = names;
    }

    /**
     * Where a conversation stands.
     *
     * @param answers how many it has had within an hour; -1 for one that has never been
     */
    record Standing(DialogState state, int answers) {}

    Standing of(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select state::text, answers,"
                        + " updated_at < now() - interval '1 hour' from text_conversations where caller = ?")) {
            select.setString(1, name(number));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Standing(DialogState.initial(), -1);
                }
                return new Standing(row.getBoolean(3) ? DialogState.initial() : read(row.getString(1)), row.getInt(2));
            }
        }
    }

    /** What a message was answered with, if it was. */
    Optional<String> answerTo(String messageSid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select answer from text_answers where message_sid = ?")) {
            select.setString(1, messageSid);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Keeps an answer and where the conversation stands after it; false, and nothing is kept, where this message was answered already or
     * the conversation has gone on meanwhile.
     */
    boolean keep(String number, Standing before, DialogState after, String messageSid, String answer)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean kept = insertAnswer(connection, messageSid, answer)
                        && goOn(connection, name(number), before.answers(), after);
                if (kept) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return kept;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static boolean insertAnswer(Connection connection, String messageSid, String answer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into text_answers (message_sid, answer) values (?, ?) on conflict do nothing")) {
            insert.setString(1, messageSid);
            insert.setString(2, answer);
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean goOn(Connection connection, String caller, int before, DialogState after)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into text_conversations as known"
                + " (caller, state, answers) values (?, ?::jsonb, 1) on conflict (caller) do update set"
                + " state = excluded.state, updated_at = now(),"
                + " answers = case when known.began_at < now() - interval '1 hour' then 1 else known.answers + 1 end,"
                + " began_at = case when known.began_at < now() - interval '1 hour' then now() else known.began_at end"
                + " where known.answers = ?")) {
            upsert.setString(1, caller);
            upsert.setString(2, DialogStateJson.text(after));
            upsert.setInt(3, before);
            return upsert.executeUpdate() == 1;
        }
    }

    /** Forgets a number's conversation. */
    void forget(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from text_conversations where caller = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("text", names.apply(number).toArray()));
            delete.executeUpdate();
        }
    }

    private String name(String number) {
        return names.apply(number).getFirst();
    }

    /** A state that another version wrote and this one cannot read begins anew. */
    private static DialogState read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return DialogStateJson.read(reader.readObject());
        } catch (IllegalArgumentException other) {
            return DialogState.initial();
        }
    }
}
