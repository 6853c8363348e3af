package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.LISTEN_INTEL;
import static io.arcline.hotline.Hotline.SUBMIT_INTEL;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.DONE;
import static io.arcline.hotline.dialog.DialogState.Step.WORKING;

import io.arcline.hotline.line.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenIntelTest {
    private static final Outcome THREE =
            new Outcome.Reports(List.of("Wasps over the dam", "Spaceport is quiet.", "Queen at the harvester!"));

    private static Caller listening() {
        return Caller.connects()
                .says("listen to intel")
                .isAt(LISTEN_INTEL, WORKING)
                .waitsWhile(new Errand.FetchReports(3));
    }

    @Test
    void readsThreeReports() {
        listening()
                .waitsFor(THREE)
                .isAt(LISTEN_INTEL, DONE)
                .hears(
                        Line.LISTEN_SEVERAL,
                        Line.LISTEN_REPORT,
                        Line.LISTEN_REPORT,
                        Line.LISTEN_REPORT,
                        Line.LISTEN_MORE)
                .hears("1: Wasps over the dam. 2: Spaceport is quiet. 3: Queen at the harvester!");
    }

    @Test
    void readsThreeMore() {
        listening().waitsFor(THREE).says("more").waitsWhile(new Errand.FetchReports(3));
        listening().waitsFor(THREE).presses("5").waitsWhile(new Errand.FetchReports(3));
    }

    @Test
    void repeatsThemWhole() {
        Caller caller = listening().waitsFor(THREE);
        String said = caller.said();
        caller.says("repeat that").hears(said).says("repeat").hears(said).isAt(LISTEN_INTEL, DONE);
    }

    @Test
    void saysSoWhenThereAreNone() {
        listening()
                .waitsFor(new Outcome.Reports(List.of()))
                .hears(Line.LISTEN_NONE)
                .says("submit")
                .isAt(SUBMIT_INTEL, ASKED);
    }

    @Test
    void saysSoWhenTheyCannotBeFetched() {
        listening()
                .waitsFor(new Outcome.Failed())
                .hears(Line.LISTEN_FAILED)
                .says("another")
                .waitsWhile(new Errand.FetchReports(3));
    }

    @Test
    void readsOutNothingThatIsNotSpeech() {
        String wasps = "<b>Wasps</b> see https://x.example/?a=1 *now*\u0007";
        listening()
                .waitsFor(new Outcome.Reports(List.of(wasps, "<br>", "\u0000")))
                .hears("One report. Wasps see now. ");
    }
}
