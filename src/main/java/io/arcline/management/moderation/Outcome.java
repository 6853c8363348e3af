package io.arcline.management.moderation;

/** What came of a decision. */
sealed interface Outcome {

    /** It holds; the post as it is now. */
    record Done(Post post) implements Outcome {}

    /** Somebody else decided in between; the post as it is now. */
    record Conflict(Post post) implements Outcome {}

    /** There is nothing to undo. */
    record NothingToUndo(Post post) implements Outcome {}

    /** There is no such post. */
    record Missing() implements Outcome {}
}
