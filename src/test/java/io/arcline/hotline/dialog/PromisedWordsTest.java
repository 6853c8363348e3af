package io.arcline.hotline.dialog;

import static io.arcline.hotline.Hotline.EXTRACTION;
import static io.arcline.hotline.Hotline.LISTEN_INTEL;
import static io.arcline.hotline.Hotline.LOOT;
import static io.arcline.hotline.Hotline.MENU;
import static io.arcline.hotline.Hotline.SCRAPPY;
import static io.arcline.hotline.Hotline.SUBMIT_INTEL;
import static io.arcline.hotline.dialog.DialogState.Step.ASKED;
import static io.arcline.hotline.dialog.DialogState.Step.CHOOSING;
import static io.arcline.hotline.dialog.DialogState.Step.SENDING;
import static io.arcline.hotline.dialog.DialogState.Step.WORKING;

import io.arcline.hotline.Hotline;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that Shani tells callers to say are words that she understands. */
class PromisedWordsTest {

    private static Caller at(String language, String place) {
        Caller caller = Caller.connects()
                .saysIn(language, language.equals("de") ? "Beute" : "loot")
                .presses("0");
        return switch (place) {
            case "menu" -> caller;
            case "extraction" -> caller.presses("1").saysIn(language, "Red Lakes");
            case "loot" -> caller.presses("2").saysIn(language, "Zahnrad").waitsFor(new Outcome.Answer("Alcantara."));
            case "scrappy" -> caller.presses("3").saysIn(language, "Wasps.").waitsFor(new Outcome.Stored());
            case "submit" -> caller.presses("4").saysIn(language, "Wasps.").waitsFor(new Outcome.Stored());
            case "listen" -> caller.presses("5").waitsFor(new Outcome.Reports(List.of("Wasps.")));
            case "unsaved" -> caller.presses("4").saysIn(language, "Wasps.").waitsFor(new Outcome.Failed());
            default -> throw new IllegalArgumentException(place);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "en, menu, extraction, EXTRACTION",
        "en, menu, loot, LOOT",
        "en, menu, Scrappy, SCRAPPY",
        "en, menu, submit intel, SUBMIT_INTEL",
        "en, menu, submit, SUBMIT_INTEL",
        "en, menu, listen to intel, LISTEN_INTEL",
        "en, menu, listen, LISTEN_INTEL",
        "en, submit, listen, LISTEN_INTEL",
        "en, submit, the latest intel, LISTEN_INTEL",
        "en, listen, submit, SUBMIT_INTEL",
        "de, menu, Extraktion, EXTRACTION",
        "de, menu, Beute, LOOT",
        "de, menu, Scrappy, SCRAPPY",
        "de, menu, Meldung abgeben, SUBMIT_INTEL",
        "de, menu, Meldungen hören, LISTEN_INTEL",
        "de, submit, Meldungen hören, LISTEN_INTEL",
        "de, listen, Meldung abgeben, SUBMIT_INTEL"
    })
    void namesOfHotlines(String language, String place, String word, Hotline hotline) {
        at(language, place).saysIn(language, word).isAt(hotline, hotline == LISTEN_INTEL ? WORKING : ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "en, extraction, another lift",
        "en, loot, another item",
        "en, scrappy, another message",
        "en, submit, another report",
        "en, listen, more reports",
        "en, listen, more",
        "en, listen, another",
        "de, extraction, noch ein Aufzug",
        "de, loot, noch ein Gegenstand",
        "de, scrappy, noch eine Nachricht",
        "de, submit, noch eine Meldung",
        "de, listen, mehr Meldungen",
        "de, listen, mehr",
        "de, listen, noch eine"
    })
    void anotherOne(String language, String place, String word) {
        Caller caller = at(language, place);
        caller.saysIn(language, word).isAt(caller.state().hotline(), place.equals("listen") ? WORKING : ASKED);
    }

    @ParameterizedTest
    @CsvSource({"en, send", "en, again", "de, senden", "de, noch mal"})
    void sendingAgain(String language, String word) {
        at(language, "unsaved").saysIn(language, word).isAt(SUBMIT_INTEL, WORKING);
    }

    @ParameterizedTest
    @CsvSource({"en, text me", "de, schick es mir"})
    void theTextMessage(String language, String word) {
        at(language, "loot").saysIn(language, word).isAt(LOOT, SENDING);
    }

    @ParameterizedTest
    @CsvSource({"en, menu", "de, Menü"})
    void theMenu(String language, String word) {
        at(language, "unsaved").saysIn(language, word).isAt(MENU, CHOOSING);
        at(language, "listen").saysIn(language, word).isAt(MENU, CHOOSING);
        at(language, "menu")
                .presses("1")
                .isAt(EXTRACTION, ASKED)
                .saysIn(language, word)
                .isAt(MENU, CHOOSING);
        at(language, "menu")
                .presses("3")
                .isAt(SCRAPPY, ASKED)
                .saysIn(language, word)
                .isAt(MENU, CHOOSING);
    }

    @ParameterizedTest
    @CsvSource({"en, repeat, goodbye, that's all", "de, wiederholen, Ende, das war alles"})
    void repeatAndTheEnd(String language, String repeat, String goodbye, String all) {
        Caller caller = at(language, "loot");
        String said = caller.said();
        caller.saysIn(language, repeat).hears(said);
        at(language, "listen").saysIn(language, goodbye).isHungUpOn();
        at(language, "extraction").saysIn(language, all).isHungUpOn();
    }
}
