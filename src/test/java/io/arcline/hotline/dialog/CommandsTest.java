package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.EXTRACTION;
import static io.arcline.hotline.Hotline.LOOT;
import static io.arcline.hotline.Hotline.MENU;
import static io.arcline.hotline.Hotline.SCRAPPY;
import static io.arcline.hotline.Hotline.SUBMIT_INTEL;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.CHOOSING;
import static io.arcline.hotline.dialog.DialogState.Step.DONE;
import static io.arcline.hotline.dialog.DialogState.Step.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every hotline: commands, keys, silence, the way from one to the other. */
class CommandsTest {
    private static final Dialog DIALOG = Dialog.load();

    @Test
    void greetsAndNamesAllFiveWithTheirKeys() {
        Caller caller = Caller.connects()
                .hears(Line.GREETING, Line.MENU_ALL)
                .isAt(MENU, CHOOSING)
                .isListenedTo();
        assertThat(caller.said())
                .containsIgnoringCase("extraction, 1")
                .containsIgnoringCase("loot, 2")
                .containsIgnoringCase("scrappy, 3")
                .containsIgnoringCase("submit intel, 4")
                .containsIgnoringCase("listen to intel, 5")
                .hasSizeLessThan(160);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MENU")
    void everyHotlineIsReachedByKeyFromEveryOther(Hotline to) {
        for (Hotline from : Hotline.values()) {
            Caller caller = Caller.connects().presses(key(from));
            if (from == Hotline.LISTEN_INTEL) {
                caller.waitsFor(new Outcome.Failed());
            }
            caller.presses(key(to)).isAt(to, to == Hotline.LISTEN_INTEL ? WORKING : ASKED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"extraction", "loot", "scrappy", "submit intel", "listen to intel"})
    void everyHotlineIsReachedByNameFromTheMenuAndFromAFinishedOne(String name) {
        Hotline to = Caller.connects().says(name).state().hotline();
        assertThat(to.id()).startsWith(name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ')));
        Caller finished = Caller.connects().says("scrappy").says("Bring wire.").waitsFor(new Outcome.Stored());
        finished.isAt(SCRAPPY, DONE).says(name).isAt(to, to == Hotline.LISTEN_INTEL ? WORKING : ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extraction", "loot", "scrappy", "submit intel"})
    void everyHotlineIsLeftForTheMenu(String name) {
        for (String word : new String[] {"menu", "back", "cancel", "never mind"}) {
            Caller.connects().says(name).says(word).isAt(MENU, CHOOSING).hears(Line.MENU_SHORT);
        }
        Caller.connects().says(name).presses("0").isAt(MENU, CHOOSING).hears(Line.MENU_SHORT);
        Caller.connects().says(name).says("goodbye").isHungUpOn();
    }

    @Test
    void repeatsTheLastAnswerWhole() {
        Caller caller = Caller.connects().says("submit intel").says("Wasps.").waitsFor(new Outcome.Stored());
        String said = caller.said();
        caller.says("repeat").hears(said).isAt(SUBMIT_INTEL, DONE);
        caller.presses("*").hears(said);
        caller.isSilent().says("what did you say").hears(said);
        caller.says("repeat").says("yes").isAt(SUBMIT_INTEL, ASKED);
    }

    @Test
    void helpsWhereTheCallerIs() {
        Caller.connects().says("help").hears(Line.MENU_HELP).isAt(MENU, CHOOSING);
        Caller.connects().says("loot").says("help").hears(Line.LOOT_HELP).isAt(LOOT, ASKED);
        Caller.connects().presses("1#").isAt(EXTRACTION, ASKED).presses("#").hears(Line.EXTRACTION_HELP);
        Caller.connects()
                .says("extraction")
                .says("Red Lakes")
                .says("help")
                .hears(Line.MENU_HELP)
                .isAt(MENU, CHOOSING);
    }

    @Test
    void endsAfterTheGoodbye() {
        for (String word : new String[] {"goodbye", "hang up", "that's all", "done"}) {
            Caller.connects().says(word).isHungUpOn();
        }
        Caller.connects().says("extraction").says("Red Lakes").says("no").isHungUpOn();
        Caller.connects()
                .says("extraction")
                .says("Red Lakes")
                .says("nothing else")
                .isHungUpOn();
    }

    @Test
    void aCallerWhoSpeaksIntoTheGoodbyeIsHeard() {
        Caller.connects().says("goodbye").says("loot").isAt(LOOT, ASKED).isListenedTo();
        Caller.connects()
                .says("goodbye")
                .says("my brother is outside")
                .isAt(MENU, CHOOSING)
                .hears(Line.MENU_BACK, Line.MENU_SHORT);
        Caller.connects().says("goodbye").says("bye").isHungUpOn();
        Caller.connects().says("goodbye").says("yes").isHungUpOn();
        Caller.connects().says("goodbye").isSilent().isHungUpOn();
        Caller.connects()
                .says("extraction")
                .says("Red Lakes")
                .says("no")
                .says("another one")
                .isAt(EXTRACTION, ASKED);
    }

    @Test
    void silenceAsksThenNamesTheKeysThenEnds() {
        Caller.connects()
                .isSilent()
                .hears(Line.STILL_THERE, Line.MENU_SHORT)
                .isSilent()
                .hears(Line.KEYS)
                .isSilent()
                .isHungUpOn();
        Caller.connects()
                .says("loot")
                .isSilent()
                .hears(Line.STILL_THERE, Line.LOOT_SHORT)
                .isSilent()
                .hears(Line.KEYS)
                .isAt(LOOT, ASKED)
                .says("help")
                .isSilent()
                .hears(Line.STILL_THERE, Line.LOOT_SHORT);
    }

    @Test
    void namesTheKeysWhenNotUnderstoodTwice() {
        Caller.connects()
                .says("my brother is outside")
                .hears(Line.NOT_UNDERSTOOD, Line.MENU_SHORT)
                .says("I like loud music")
                .hears(Line.KEYS)
                .says("loot")
                .says("")
                .hears(Line.NOT_UNDERSTOOD, Line.LOOT_SHORT);
    }

    @Test
    void namesTheKeysForAKeyThatLeadsNowhere() {
        Caller.connects().presses("7").hears(Line.KEYS).presses("92").isAt(LOOT, ASKED);
    }

    @Test
    void takesSeveralDigitsForAPlaceAndOneForACommand() {
        Caller caller = Caller.connects().presses("1").presses("2714").isAt(EXTRACTION, DONE);
        assertThat(caller.said()).contains("2 7 1 4");
        caller.presses("1")
                .isAt(EXTRACTION, ASKED)
                .presses("2")
                .isAt(LOOT, ASKED)
                .presses("27")
                .isAt(LOOT, ASKED);
    }

    @Test
    void takesEachKeyForACommandOnceTheKeysHaveBeenNamed() {
        Caller caller = Caller.connects().presses("1");
        assertThat(DIALOG.keying(caller.state()).most()).isGreaterThan(1);
        caller.isSilent().isSilent().hears(Line.KEYS);
        assertThat(DIALOG.keying(caller.state())).isEqualTo(Keying.CHOICE);
        caller.presses("27").isAt(LOOT, ASKED);
    }

    @Test
    void asksBetweenTwoAndTakesTheAnswer() {
        var between = new Meaning.Between(EXTRACTION, LOOT);
        Turn asked = DIALOG.answer(Caller.connects().state(), between);
        assertThat(asked.says().getFirst().text()).isEqualTo("Extraction, or Loot?");
        assertThat(DIALOG.askedIn(asked.state())).isEqualTo(new Asked.Which(EXTRACTION, LOOT));
        Turn chosen = DIALOG.answer(asked.state(), new Heard.Speech("the second one", "en"));
        assertThat(chosen.state().hotline()).isEqualTo(LOOT);
        assertThat(chosen.state().between()).isEmpty();
    }

    @Test
    void asksBetweenTwoAgainAfterSilence() {
        Turn asked = DIALOG.answer(Caller.connects().state(), new Meaning.Between(EXTRACTION, LOOT));
        Turn again = DIALOG.answer(asked.state(), new Heard.Silence());
        assertThat(again.says().getLast().text()).isEqualTo("Extraction, or Loot?");
        assertThat(DIALOG.askedIn(again.state())).isEqualTo(new Asked.Which(EXTRACTION, LOOT));
    }

    @Test
    void ignoresAnErrandNobodyWaitsFor() {
        Caller caller = Caller.connects();
        DialogState before = caller.state();
        caller.waitsFor(new Outcome.Stored()).hearsNothingYet().isListenedTo();
        assertThat(caller.state()).isEqualTo(before);
    }

    @Test
    void asksForPatienceWhileAnErrandRuns() {
        Caller.connects()
                .says("submit intel")
                .says("Wasps.")
                .says("hello?")
                .hears(Line.WAIT_SAVING)
                .isAt(SUBMIT_INTEL, WORKING)
                .presses("1")
                .isAt(SUBMIT_INTEL, WORKING)
                .waitsFor(new Outcome.Stored())
                .hears(Line.SUBMIT_STORED, Line.SUBMIT_MORE);
    }

    @Test
    void takesUpACallThatWasCutOff() {
        Caller caller = Caller.connects().says("loot");
        String question = caller.said();
        caller.reconnects().hears(question).isAt(LOOT, ASKED);
    }

    private static String key(Hotline hotline) {
        return String.valueOf(hotline.key());
    }
}
