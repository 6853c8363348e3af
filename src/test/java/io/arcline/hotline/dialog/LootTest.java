package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.LOOT;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.DONE;
import static io.arcline.hotline.dialog.DialogState.Step.SENDING;
import static io.arcline.hotline.dialog.DialogState.Step.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.line.Line;
import org.junit.jupiter.api.Test;

class LootTest {
    private static final String ANSWER = "Rusted gears turn up in the machine halls. Try Buried City.";

    private static Caller waiting() {
        return Caller.connects()
                .says("loot")
                .isAt(LOOT, ASKED)
                .hears(Line.LOOT_ASK)
                .says("I'm looking for rusted gears")
                .isAt(LOOT, WORKING)
                .waitsWhile(new Errand.LookUp("rusted gears", "en"));
    }

    private static Caller answered() {
        return waiting().waitsFor(new Outcome.Answer(ANSWER)).isAt(LOOT, DONE).hears(ANSWER);
    }

    @Test
    void saysAtOnceThatItIsLooking() {
        Caller caller = waiting().hears(Line.LOOT_LOOKING).hears("rusted gears");
        assertThat(caller.turn().says()).allMatch(Spoken::preemptible);
    }

    @Test
    void aLongWaitIsFilled() {
        Caller caller = waiting().isSilent().hears(Line.WAIT_LOOKING).isAt(LOOT, WORKING);
        caller.waitsFor(new Outcome.Answer(ANSWER)).hears(ANSWER);
    }

    @Test
    void sendsTheAnswerAsAText() {
        answered()
                .says("text me")
                .isAt(LOOT, SENDING)
                .waitsWhile(new Errand.SendText(ANSWER))
                .waitsFor(new Outcome.TextSent())
                .isAt(LOOT, DONE)
                .hears(Line.LOOT_TEXT_SENT, Line.LOOT_TEXTED_MORE);
    }

    @Test
    void aNumberWithoutTextsHearsTheAnswerAgain() {
        answered()
                .says("text me")
                .waitsFor(new Outcome.NotTexted(Outcome.NotTexted.Why.CANNOT_RECEIVE))
                .hears(Line.LOOT_TEXT_NO_NUMBER)
                .says("repeat")
                .hears(ANSWER);
    }

    @Test
    void aTextThatFailedCanBeSentAgain() {
        answered()
                .says("text me")
                .waitsFor(new Outcome.Failed())
                .hears(Line.LOOT_TEXT_FAILED)
                .says("text me")
                .waitsWhile(new Errand.SendText(ANSWER));
    }

    @Test
    void aLookupThatFailedAsksForTheItemAgain() {
        waiting()
                .waitsFor(new Outcome.Failed())
                .hears(Line.LOOT_FAILED)
                .isAt(LOOT, ASKED)
                .says("rusted gears")
                .waitsWhile(new Errand.LookUp("rusted gears", "en"));
    }

    @Test
    void anEmptyAnswerIsAFailure() {
        waiting().waitsFor(new Outcome.Answer(" ** ")).hears(Line.LOOT_FAILED);
    }

    @Test
    void speaksNoMarkup() {
        String marked = "**Gears** are in [Dam Battlegrounds](https://x.example/a).[1] See https://x.example";
        waiting().waitsFor(new Outcome.Answer(marked)).hears("Gears are in Dam Battlegrounds. See.");
    }

    @Test
    void goesOnWithAnotherItem() {
        answered().says("another one").isAt(LOOT, ASKED).hears(Line.LOOT_NEXT);
    }
}
