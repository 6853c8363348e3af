package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.LISTEN_INTEL;
import static io.arcline.hotline.Hotline.LOOT;
import static io.arcline.hotline.Hotline.MENU;
import static io.arcline.hotline.Hotline.SCRAPPY;
import static io.arcline.hotline.Hotline.SUBMIT_INTEL;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.CHOOSING;
import static io.arcline.hotline.dialog.DialogState.Step.DONE;
import static io.arcline.hotline.dialog.DialogState.Step.UNSAVED;
import static io.arcline.hotline.dialog.DialogState.Step.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.line.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepositTest {
    private static final String REPORT = "The main hall was abandoned, and then the exit closed.";

    private static Caller submitting() {
        return Caller.connects().says("submit intel").isAt(SUBMIT_INTEL, ASKED).hears(Line.SUBMIT_ASK);
    }

    private static Caller unsaved() {
        return submitting()
                .says(REPORT)
                .waitsWhile(new Errand.StoreReport(REPORT))
                .waitsFor(new Outcome.Failed())
                .isAt(SUBMIT_INTEL, UNSAVED)
                .hears(Line.SUBMIT_UNSAVED);
    }

    @Test
    void confirmsAReportOnceItIsStored() {
        Caller caller = submitting().says(REPORT).isAt(SUBMIT_INTEL, WORKING).hearsNothingYet();
        caller.waitsFor(new Outcome.Stored()).isAt(SUBMIT_INTEL, DONE).hears(Line.SUBMIT_STORED, Line.SUBMIT_MORE);
        assertThat(caller.turn().says()).extracting(Spoken::interruptible).containsExactly(false, true);
    }

    @Test
    void takesAnotherReportOrReadsTheLatest() {
        Caller caller = submitting().says(REPORT).waitsFor(new Outcome.Stored());
        caller.says("yes").isAt(SUBMIT_INTEL, ASKED).hears(Line.SUBMIT_NEXT);
        caller.says("Two Hornets at the gate.").waitsFor(new Outcome.Stored());
        caller.says("the latest").isAt(LISTEN_INTEL, WORKING).waitsWhile(new Errand.FetchReports(3));
    }

    @Test
    void takesAMessageForScrappy() {
        Caller.connects()
                .says("scrappy")
                .isAt(SCRAPPY, ASKED)
                .hears(Line.SCRAPPY_ASK)
                .says("Tell his mother I'm done with feathers.")
                .waitsWhile(new Errand.StoreMessage("Tell his mother I'm done with feathers."))
                .waitsFor(new Outcome.Stored())
                .isAt(SCRAPPY, DONE)
                .hears(Line.SCRAPPY_STORED, Line.SCRAPPY_MORE)
                .says("another")
                .isAt(SCRAPPY, ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "send", "yes", "send it again", "try again", "again please"})
    void oneWordSendsAgainWhatWasNotSaved(String word) {
        int number = unsaved().state().errands();
        Caller caller = unsaved().says(word).isAt(SUBMIT_INTEL, WORKING).waitsWhile(new Errand.StoreReport(REPORT));
        assertThat(caller.state().errands()).as("the same errand").isEqualTo(number);
        caller.waitsFor(new Outcome.Stored()).isAt(SUBMIT_INTEL, DONE).hears(Line.SUBMIT_STORED, Line.SUBMIT_MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "#"})
    void oneKeySendsAgainWhatWasNotSaved(String key) {
        unsaved().presses(key).waitsWhile(new Errand.StoreReport(REPORT));
    }

    @Test
    void staysUnsavedUntilItIsStored() {
        unsaved()
                .says("again")
                .waitsFor(new Outcome.Failed())
                .hears(Line.SUBMIT_UNSAVED)
                .isSilent()
                .hears(Line.STILL_THERE, Line.SUBMIT_UNSAVED_SHORT)
                .says("erm")
                .isAt(SUBMIT_INTEL, UNSAVED)
                .says("again")
                .waitsWhile(new Errand.StoreReport(REPORT));
    }

    @Test
    void whatWasNotSavedCanBeLeft() {
        unsaved().says("menu").isAt(MENU, CHOOSING).hears(Line.DROPPED, Line.MENU_SHORT);
        unsaved().says("no").isAt(MENU, CHOOSING).hears(Line.DROPPED, Line.MENU_SHORT);
        unsaved().says("loot").isAt(LOOT, ASKED);
        unsaved().says("goodbye").isHungUpOn();
    }

    @Test
    void aGoodbyeOverWhatWasNotSavedCanBeTakenBack() {
        unsaved().says("goodbye").isHungUpOn().presses("#").waitsWhile(new Errand.StoreReport(REPORT));
    }

    @Test
    void whatIsSavedIsNotSentAgain() {
        Caller caller = submitting()
                .says(REPORT)
                .waitsFor(new Outcome.Stored())
                .says("goodbye")
                .isHungUpOn();
        caller.presses("#").hears(Line.MENU_HELP).isAt(MENU, CHOOSING);
    }

    @Test
    void anotherReportIsAnotherErrand() {
        Caller caller = submitting().says(REPORT);
        int first = caller.state().errands();
        caller.waitsFor(new Outcome.Stored()).says("another").says(REPORT);
        assertThat(caller.state().errands()).isEqualTo(first + 1);
    }

    @Test
    void keepsNothingThatADatabaseCannotHold() {
        submitting().says("a\u0000 Wasp \uD83D").waitsWhile(new Errand.StoreReport("a Wasp"));
    }

    @Test
    void aCallCutOffWhileSavingGoesOnSaving() {
        Caller caller = submitting().says(REPORT);
        int number = caller.state().errands();
        caller.reconnects().hears(Line.RESUMED).waitsWhile(new Errand.StoreReport(REPORT));
        assertThat(caller.state().errands()).isEqualTo(number);
    }
}
