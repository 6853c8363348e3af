package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;
import java.util.Optional;

/**
 * What one hotline does with a caller. The scenes differ in this; commands, keys and silence are the same in all of
 * them.
 */
sealed interface Scene permits Menu, Extraction, Loot, Deposit, ListenIntel {

    /** The scene of a hotline. */
    static Scene of(Hotline hotline) {
        return switch (hotline) {
            case MENU -> new Menu();
            case EXTRACTION -> new Extraction();
            case LOOT -> new Loot();
            case SCRAPPY -> new Scrappy();
            case SUBMIT_INTEL -> new SubmitIntel();
            case LISTEN_INTEL -> new ListenIntel();
        };
    }

    /** The caller comes in from elsewhere. */
    Turn open(Reply reply);

    /** The caller stays for another one of the same. */
    default Turn another(Reply reply) {
        return open(reply);
    }

    /** What the hotline asks callers for, where it asks for anything. */
    default Optional<Asked.Kind> asksFor() {
        return Optional.empty();
    }

    /** What was asked for has been given; never blank. */
    default Turn taken(Reply reply, String content) {
        return open(reply);
    }

    /** How many keys make one entry. */
    default Keying keying(DialogState.Step step) {
        return Keying.CHOICE;
    }

    /** Several digits were entered where {@link #keying} takes several. */
    default Turn keyed(Reply reply, String digits) {
        return taken(reply, digits);
    }

    /** The errand has come back, with an outcome of any kind: one that does not fit counts as a failure. */
    default Turn returned(Reply reply, Outcome outcome) {
        return open(reply);
    }

    /** The errand that a state is waiting for; empty where it waits for none. */
    default Optional<Errand> pending(DialogState state) {
        return Optional.empty();
    }

    /** The question of a step, in short. */
    Line shortly(DialogState.Step step);

    /** What a caller can do here. */
    Line help();

    /** What to say when an errand takes long. */
    default Line waiting(DialogState.Step step) {
        return shortly(step);
    }
}
