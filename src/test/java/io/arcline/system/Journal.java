package io.arcline.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A call's journal in the table {@code logs}. */
final class Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Journal() {}

    /** The messages of a call, in the order in which they were written. */
    static List<String> messages(Connection database, String callSid) throws SQLException {
        try (var statement =
                database.prepareStatement("select message from logs where session_id = ? order by created_at")) {
            statement.setString(1, callSid);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> messages = new ArrayList<>();
                while (rows.next()) {
                    messages.add(rows.getString(1));
                }
                return messages;
            }
        }
    }

    /** The numbers of a call's turns, in the order in which they were written. */
    static List<Integer> turns(Connection database, String callSid) throws SQLException {
        try (var statement = database.prepareStatement("select (metadata->>'turn')::int from logs"
                + " where session_id = ? and message = 'turn' order by created_at")) {
            statement.setString(1, callSid);
            try (ResultSet rows = statement.executeQuery()) {
                List<Integer> turns = new ArrayList<>();
                while (rows.next()) {
                    turns.add(rows.getInt(1));
                }
                return turns;
            }
        }
    }

    /** Waits until a call's journal has an entry: it is written behind the call's back. */
    static void awaitEntry(Connection database, String callSid, String message) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!messages(database, callSid).contains(message)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no \"" + message + "\" in the journal of " + callSid + " within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    /** Waits until a call has ended for the carrier and the journal: from then on it may be erased. */
    static void awaitOver(Connection database, String callSid) throws SQLException {
        awaitEntry(database, callSid, "call disconnected");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isOver(database, callSid)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(callSid + " has a state to go on from after " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isOver(Connection database, String callSid) throws SQLException {
        try (var statement = database.prepareStatement("select 1 from calls where call_sid = ? and state is null")) {
            statement.setString(1, callSid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
