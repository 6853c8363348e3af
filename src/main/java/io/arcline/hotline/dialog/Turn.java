package io.arcline.hotline.dialog;

import java.util.List;

/**
 * The dialog's answer to what was heard.
 *
 * @param state where the dialog stands now
 * @param says what to say, in order, at once; may be empty
 * @param next what is to happen after that
 */
public record Turn(DialogState state, List<Spoken> says, Next next) {
    public Turn {
        says = List.copyOf(says);
    }

    /** All that is said, as one text; "" where nothing is. */
    public String words() {
        return Spoken.words(says);
    }

    /** What happens when everything is said. */
    public sealed interface Next {

        /** The caller's turn. */
        record Listen() implements Next {}

        /** Run this errand, then call the dialog again with {@link Heard.Returned}. */
        record Run(Errand errand) implements Next {}

        /** End the call once the last line has been heard. */
        record HangUp() implements Next {}
    }
}
