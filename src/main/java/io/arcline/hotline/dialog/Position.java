package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.meaning.Asked;

/** What a state means to the caller: what was asked, and what a goodbye was said over. */
final class Position {
    private Position() {}

    static Asked asked(DialogState state) {
        if (state.between().size() == 2) {
            return new Asked.Which(state.between().getFirst(), state.between().getLast());
        }
        return switch (state.step()) {
            case CHOOSING -> new Asked.Choice();
            case ASKED ->
                Scene.of(state.hotline())
                        .asksFor()
                        .<Asked>map(Asked.Content::new)
                        .orElseGet(() -> more(state.hotline()));
            case DONE, WORKING, SENDING, ANSWERING -> more(state.hotline());
            case UNSAVED -> new Asked.Retry(state.hotline());
            case ENDING -> asked(woken(state));
        };
    }

    private static Asked more(Hotline finished) {
        return finished == Hotline.MENU ? new Asked.Choice() : new Asked.More(finished);
    }

    /** The state for a caller who speaks into the goodbye: as if it had not been said. Any other state is as it is. */
    static DialogState woken(DialogState state) {
        if (state.step() != Step.ENDING) {
            return state;
        }
        if (state.hotline() == Hotline.MENU) {
            return state.at(Step.CHOOSING);
        }
        boolean unsaved =
                Scene.of(state.hotline()) instanceof Deposit && !state.kept().isEmpty();
        return state.at(unsaved ? Step.UNSAVED : Step.DONE);
    }
}
