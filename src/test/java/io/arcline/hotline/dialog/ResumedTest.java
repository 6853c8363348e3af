package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.dialog.Heard.Resumed.Missing;
import io.arcline.hotline.line.Line;
import org.junit.jupiter.api.Test;

/** A conversation whose line was cut, taken up again. */
class ResumedTest {
    private static final String ANSWER = "Rusted gears turn up in industrial crates.";

    @Test
    void anAnswerThatWasCutOffIsSaidAgainAndOneThatWasHeardIsNot() {
        Caller caller = Caller.connects().says("loot").says("rusted gears").waitsFor(new Outcome.Answer(ANSWER));
        caller.does(new Heard.Resumed(Missing.NOTHING, false)).hears(ANSWER);
        caller.does(new Heard.Resumed(Missing.NOTHING, true)).hears(Line.RESUMED, Line.LOOT_MORE_SHORT);
    }

    @Test
    void aConfirmationIsNotTakenForAnotherOneWhereTurnsMayBeMissing() {
        Caller caller = Caller.connects()
                .says("submit intel")
                .says("Two Bastions at the dam.")
                .waitsFor(new Outcome.Stored());
        caller.does(new Heard.Resumed(Missing.LAST_TURNS, false)).hears(Line.RESUMED_BEHIND, Line.SUBMIT_MORE_SHORT);
        assertThat(caller.turn().says()).noneMatch(said -> said.text().contains("logged"));
    }

    /** Its number is the same, and the sender knows by that number what was sent already. */
    @Test
    void aTextThatWasBeingSentIsAskedForAgainUnderItsNumber() {
        Caller caller = Caller.connects()
                .says("loot")
                .says("rusted gears")
                .waitsFor(new Outcome.Answer(ANSWER))
                .says("text me");
        int number = caller.state().errands();
        caller.does(new Heard.Resumed(Missing.NOTHING, false)).hears(Line.RESUMED);
        assertThat(caller.turn().next()).isInstanceOf(Turn.Next.Run.class);
        assertThat(caller.state().errands()).isEqualTo(number);
    }

    @Test
    void whatIsForgottenIsAdmitted() {
        Caller caller = Caller.connects();
        caller.does(new Heard.Resumed(Missing.EVERYTHING, false)).hears(Line.RESUMED_UNKNOWN, Line.MENU_ALL);
    }

    @Test
    void aGoodbyeIsSaidAgain() {
        Caller caller = Caller.connects().says("goodbye");
        caller.does(new Heard.Resumed(Missing.NOTHING, true)).hears(Line.GOODBYE);
        assertThat(caller.turn().next()).isEqualTo(new Turn.Next.HangUp());
    }
}
