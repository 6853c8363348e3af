package io.arcline.call.saved;

/** Told what became of a state that was to be saved. Called on the writer's thread; must not block or throw. */
@FunctionalInterface
public interface Receipt {

    /** What became of it. */
    enum Result {
        /** It is committed. */
        SAVED,
        /** Another server holds the call now, and has saved a later state. */
        SUPERSEDED,
        /** There is no room for more that waits; nothing is known of the call any more once it leaves this server. */
        DROPPED
    }

    void is(Result result);
}
