package io.arcline.twilio.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code text_messages}: what became of each part of each text message. Thread-safe; blocks. */
public final class SentTexts {
    /** From the first state that the carrier reports of a message to the last. */
    private static final String STATUSES =
            "array['accepted','scheduled','queued','sending','sent','delivered','undelivered','failed','read','canceled']";

    private final DataSource database;

    public SentTexts(DataSource database) {
        this.database = database;
    }

    /** Where a part stands. */
    enum State {
        /** It was never tried before; from now on it is being sent. */
        NEW,
        /** Somebody has tried, and nobody knows what came of it. */
        SENDING,
        SENT,
        REFUSED,
        UNSURE
    }

    /** @param error the carrier's, where it refused */
    record Row(State state, OptionalInt error) {}

    /** Where a part stands; one that was never tried is being sent from now on, by whoever asked. */
    Row claim(UUID id, int part) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement("insert into text_messages (id, part, state)"
                    + " values (?, ?, 'sending') on conflict do nothing")) {
                insert.setObject(1, id);
                insert.setInt(2, part);
                if (insert.executeUpdate() == 1) {
                    return new Row(State.NEW, OptionalInt.empty());
                }
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "select state, coalesce(error_code, 0) from text_messages where id = ? and part = ?")) {
                select.setObject(1, id);
                select.setInt(2, part);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return new Row(State.UNSURE, OptionalInt.empty());
                    }
                    State state = State.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
                    int error = row.getInt(2);
                    return new Row(state, error == 0 ? OptionalInt.empty() : OptionalInt.of(error));
                }
            }
        }
    }

    void sent(UUID id, int part, String messageSid) throws SQLException {
        update(id, part, "sent", Optional.of(messageSid), 0);
    }

    void refused(UUID id, int part, int error) throws SQLException {
        update(id, part, "refused", Optional.empty(), error);
    }

    /** Nobody knows, unless somebody has found out meanwhile. */
    void unsure(UUID id, int part) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update text_messages set state = 'unsure'"
                        + " where id = ? and part = ? and state = 'sending'")) {
            update.setObject(1, id);
            update.setInt(2, part);
            update.executeUpdate();
        }
    }

    /** Whether a message of the carrier's is one of another part, or of another text. */
    boolean isAnothers(String messageSid, UUID id, int part) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from text_messages where message_sid = ? and not (id = ? and part = ?)")) {
            select.setString(1, messageSid);
            select.setObject(2, id);
            select.setInt(3, part);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * What the carrier reports of a part, in any order: a state that was passed already changes nothing. Returns whether there is such a
     * part.
     */
    public boolean reported(UUID id, int part, String messageSid, String status, int error) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update text_messages set"
                        + " state = case when ? in ('undelivered', 'failed') then state else 'sent' end,"
                        + " message_sid = ?,"
                        + " error_code = case when later then nullif(?, 0) else error_code end,"
                        + " status = case when later then ? else status end"
                        + " from (select coalesce(array_position(" + STATUSES + ", ?), 0)"
                        + " >= coalesce(array_position(" + STATUSES
                        + ", status), 0) as later, id as its_id, part as its_part"
                        + " from text_messages where id = ? and part = ? for update) as known"
                        + " where id = its_id and part = its_part")) {
            update.setString(1, status);
            update.setString(2, messageSid);
            update.setInt(3, error);
            update.setString(4, status);
            update.setString(5, status);
            update.setObject(6, id);
            update.setInt(7, part);
            return update.executeUpdate() == 1;
        }
    }

    private void update(UUID id, int part, String state, Optional<String> messageSid, int error) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update text_messages set state = ?,"
                        + " message_sid = coalesce(?, message_sid), error_code = coalesce(nullif(?, 0), error_code)"
                        + " where id = ? and part = ?")) {
            update.setString(1, state);
            update.setString(2, messageSid.orElse(null));
            update.setInt(3, error);
            update.setObject(4, id);
            update.setInt(5, part);
            update.executeUpdate();
        }
    }
}
