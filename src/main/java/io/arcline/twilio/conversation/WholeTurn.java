package io.arcline.twilio.conversation;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.dialog.Turn;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Talk;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of the dialog with the errands that it takes, for those who wait for the whole of it.
 *
 * @param says all that was said
 * @param over whether it was the last
 */
public record WholeTurn(DialogState state, List<String> says, boolean over) {
    /** A turn with more errands than this goes round in circles. */
    private static final int MOST_ERRANDS = 4;

    public WholeTurn {
        says = List.copyOf(says);
    }

    /** Which number an errand of the turn gets: the state's own, or one that counts from 1 in every turn. */
    public enum Numbering {
        BY_STATE,
        BY_TURN
    }

    /** Answers what was heard. Blocks as long as the errands do. */
    public static WholeTurn of(
            Dialog dialog, Errands errands, Talk talk, Numbering numbering, DialogState state, Heard heard) {
        List<String> says = new ArrayList<>();
        Turn turn = answer(dialog, state, heard, says);
        for (int i = 1; i <= MOST_ERRANDS && turn.next() instanceof Turn.Next.Run(var errand); i++) {
            int number = numbering == Numbering.BY_STATE ? turn.state().errands() : i;
            turn = answer(dialog, turn.state(), new Heard.Returned(errands.run(errand, talk, number)), says);
        }
        return new WholeTurn(turn.state(), says, turn.next() instanceof Turn.Next.HangUp);
    }

    private static Turn answer(Dialog dialog, DialogState state, Heard heard, List<String> says) {
        Turn turn = dialog.answer(state, heard);
        // What may be cut off is only said while somebody waits for the rest, and here it arrives together with it.
        turn.says().stream()
                .filter(line -> !line.preemptible())
                .map(Spoken::text)
                .forEach(says::add);
        return turn;
    }
}
