package io.arcline.management.moderation;

/** What a moderator decides about a post. */
sealed interface Decision {

    /** Everybody may read and hear it. */
    record Verify() implements Decision {}

    /** Nobody does. */
    record Reject(String reason) implements Decision {}

    /** It says this instead. */
    record Edit(String content) implements Decision {}

    /** The latest decision that was not undone yet was none. */
    record Undo() implements Decision {}

    /** As the audit has it. */
    default String action() {
        return switch (this) {
            case Verify() -> "verify";
            case Reject(String reason) -> "reject";
            case Edit(String content) -> "edit";
            case Undo() -> "undo";
        };
    }
}
