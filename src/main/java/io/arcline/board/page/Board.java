package io.arcline.board.page;

import java.util.Arrays;
import java.util.Optional;

/** The two kinds of posts. */
public enum Board {
    INTEL("intel", "intel"),
    MESSAGES("messages", "scrappy_messages");

    private final String path;
    private final String table;

    Board(String path, String table) {
        this.path = path;
        this.table = table;
    }

    /** The board that a path names. */
    public static Optional<Board> of(String path) {
        return Arrays.stream(values()).filter(board -> board.path.equals(path)).findFirst();
    }

    /** Its name in paths and in the audit. */
    public String path() {
        return path;
    }

    /** Supabase's table. */
    public String table() {
        return table;
    }
}
