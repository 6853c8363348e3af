package io.arcline.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a table's rows in the end: how a row is found to belong to a caller, for erasure and the caller's own copy,
 * and when it is deleted for its age. A table that has a line in the server's list is covered by all three.
 *
 * @param tie what the column holds
 * @param column that ties a row to its caller
 * @param words columns that an erasure empties, leaving the row; where there are none, it deletes the row
 * @param stays whether an erasure leaves the rows as they are, and says so: their purpose outlives it
 * @param withheld columns that are about others and not in the caller's copy
 * @param age when rows are deleted; empty for those that stay
 */
public record KeptTable(
        String table,
        Tie tie,
        String column,
        List<String> words,
        boolean stays,
        List<String> withheld,
        Optional<Age> age) {

    /** What a column may hold that ties a row to a caller. */
    public enum Tie {
        /** The caller's name in the journal, which is a hash of the number. */
        CALLER,
        /** A call's SID. */
        CALL,
        /** The key under which an errand of a call stores. */
        ERRAND
    }

    /**
     * When rows are old enough to be deleted.
     *
     * @param column with the time that counts; there should be an index on it
     * @param condition in SQL, for rows that are deleted at all, such as {@code state is null}
     * @param kept how long
     */
    public record Age(String column, String condition, Duration kept) {}

    public KeptTable {
        if (stays && tie != Tie.CALLER) {
            throw new IllegalArgumentException("rows of a call stay where the call is gone: " + table);
        }
        words = List.copyOf(words);
        withheld = List.copyOf(withheld);
    }

    /** A table with the caller's name in the journal in a column. */
    public static KeptTable ofCaller(String table, String column) {
        return new KeptTable(table, Tie.CALLER, column, List.of(), false, List.of(), Optional.empty());
    }

    /** A table with a call's SID in a column. */
    public static KeptTable ofCall(String table, String column) {
        return new KeptTable(table, Tie.CALL, column, List.of(), false, List.of(), Optional.empty());
    }

    /** A table with the key of what a call stored in a column. */
    public static KeptTable ofErrand(String table, String column) {
        return new KeptTable(table, Tie.ERRAND, column, List.of(), false, List.of(), Optional.empty());
    }

    /** The same, with rows deleted once the time in a column is this long ago. */
    public KeptTable until(String ageColumn, Duration kept) {
        return until(ageColumn, "true", kept);
    }

    /** The same, with rows for which an SQL condition holds deleted once the time in a column is this long ago. */
    public KeptTable until(String ageColumn, String condition, Duration kept) {
        return new KeptTable(
                table, tie, column, words, stays, withheld, Optional.of(new Age(ageColumn, condition, kept)));
    }

    /** The same, with an erasure that empties these columns and leaves the rows. */
    public KeptTable forgetting(String... columns) {
        return new KeptTable(table, tie, column, List.of(columns), stays, withheld, age);
    }

    /** The same, with rows that an erasure leaves and tells of. */
    public KeptTable staying() {
        return new KeptTable(table, tie, column, words, true, withheld, age);
    }

    /** The same, without these columns in the caller's copy. */
    public KeptTable withholding(String... columns) {
        return new KeptTable(table, tie, column, words, stays, List.of(columns), age);
    }
}
