package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.LOOT;
import static io.arcline.hotline.Hotline.MENU;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.CHOOSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Meaning;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void speaksTheLanguageThatIsHeard() {
        Caller caller =
                Caller.connects().saysIn("de-DE", "Beute").isAt(LOOT, ASKED).hears(Line.LOOT_ASK);
        assertThat(caller.state().language()).isEqualTo("de");
    }

    @Test
    void changesOnRequestAndStaysThere() {
        Caller caller = Caller.connects().says("Deutsch, bitte").isAt(MENU, CHOOSING);
        caller.hears(Line.SWITCHED, Line.MENU_SHORT);
        assertThat(caller.state().language()).isEqualTo("de");
        caller.says("Beute").isAt(LOOT, ASKED).hears(Line.LOOT_ASK);
        assertThat(caller.state().language()).isEqualTo("de");
    }

    @Test
    void repeatsNothingOfTheLanguageBefore() {
        Caller.connects()
                .says("Deutsch, bitte")
                .says("wiederholen")
                .hears("Deutsch. Verstanden.")
                .doesNotHear("Speranza security");
    }

    @Test
    void asksAgainInTheNewLanguage() {
        Caller.connects().says("loot").says("Deutsch, bitte").isAt(LOOT, ASKED).hears(Line.SWITCHED, Line.LOOT_SHORT);
    }

    @Test
    void saysSoWhereItDoesNotSpeakALanguage() {
        Dialog dialog = Dialog.load();
        Turn turn = dialog.answer(Caller.connects().state(), new Meaning.Speak("fr"));
        assertThat(turn.state().language()).isEqualTo("en");
        assertThat(turn.says().getFirst().text()).isEqualTo("English or German only.");
    }

    @Test
    void anUnknownLanguageChangesNothing() {
        Caller caller = Caller.connects().saysIn("fr-FR", "loot").isAt(LOOT, ASKED);
        assertThat(caller.state().language()).isEqualTo("en");
    }

    @Test
    void aWholeCallInGerman() {
        Caller.connects()
                .saysIn("de-DE", "Meldung abgeben")
                .hears(Line.SUBMIT_ASK)
                .saysIn("de-DE", "Wespen über dem Damm, und das Menü ist aus.")
                .waitsWhile(new Errand.StoreReport("Wespen über dem Damm, und das Menü ist aus."))
                .waitsFor(new Outcome.Failed())
                .hears(Line.SUBMIT_UNSAVED)
                .saysIn("de-DE", "noch mal")
                .waitsFor(new Outcome.Stored())
                .hears(Line.SUBMIT_STORED, Line.SUBMIT_MORE)
                .saysIn("de-DE", "Menü")
                .hears(Line.MENU_SHORT)
                .saysIn("de-DE", "auf Wiederhören")
                .isHungUpOn();
    }
}
