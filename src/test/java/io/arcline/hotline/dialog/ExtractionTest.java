package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.EXTRACTION;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.line.Line;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    private static Caller asked() {
        return Caller.connects().says("extraction").isAt(EXTRACTION, ASKED).hears(Line.EXTRACTION_ASK);
    }

    @Test
    void sendsTheElevatorToThePlace() {
        Caller caller = asked().says("I'm at the old pumping station")
                .isAt(EXTRACTION, DONE)
                .isListenedTo();
        caller.hears("he old pumping station").doesNotHear("I'm at");
        var minutes = Pattern.compile("(\\d+) minutes").matcher(caller.said());
        assertThat(minutes.find()).isTrue();
        assertThat(Integer.parseInt(minutes.group(1))).isBetween(3, 8);
    }

    @Test
    void takesAnythingAsThePlace() {
        asked().says("by the exit of the main hall, where the loot was").isAt(EXTRACTION, DONE);
    }

    @Test
    void doesNotSayBackAWholeStory() {
        String story = "we ran from the north gate past the two towers and then down into the tunnel with red lamps";
        asked().says(story).doesNotHear("towers").hears("minutes").isAt(EXTRACTION, DONE);
    }

    @Test
    void warnsOfMachines() {
        asked().says("Red Lakes, there's a Bastion here")
                .hears(Line.EXTRACTION_CONFIRMED, Line.EXTRACTION_DANGER, Line.EXTRACTION_MORE);
    }

    @Test
    void warnsOnceAtMost() {
        for (int metres = 0; metres < 20; metres++) {
            Caller caller = asked().says("Red Lakes, a Bastion " + metres + " metres off");
            caller.hears(Line.EXTRACTION_CONFIRMED, Line.EXTRACTION_DANGER, Line.EXTRACTION_MORE);
        }
    }

    @Test
    void warnsOfALongWait() {
        var waits = IntStream.range(0, 20)
                .mapToObj(level -> asked().says("parking level " + level).turn())
                .toList();
        assertThat(waits)
                .anyMatch(turn -> turn.says().size() == 3)
                .anyMatch(turn -> turn.says().size() == 2);
    }

    @Test
    void saysTheSameTwiceForTheSamePlaceAtTheSameTurn() {
        assertThat(asked().says("Red Lakes").said())
                .isEqualTo(asked().says("Red Lakes").said());
    }

    @Test
    void goesOnWithAnotherLift() {
        asked().says("Red Lakes").says("another one").isAt(EXTRACTION, ASKED).hears(Line.EXTRACTION_NEXT);
    }
}
