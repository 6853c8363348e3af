package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import java.util.List;
import java.util.Optional;

/**
 * Where a call stands: all that another server needs to go on with it.
 *
 * @param dialog where the dialog stands
 * @param unanswered what the caller did last, where that is not answered yet: speech, keys or silence
 * @param inputs what the caller did lately and was answered, as {@link Replays} recognises it again
 */
record Standing(DialogState dialog, Optional<Heard> unanswered, List<String> inputs) {
    Standing {
        inputs = List.copyOf(inputs);
    }
}
