package io.arcline.hotline.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {
    private static final Understanding ENGLISH = Understanding.of(Vocabulary.load("en"));
    private static final Asked.Which EXTRACTION_OR_LOOT = new Asked.Which(Hotline.EXTRACTION, Hotline.LOOT);

    @Test
    void namesAHotlineInsideASentenceWhereAChoiceWasAskedFor() {
        assertThat(hotline("er, could you put me through to Scrappy please", new Asked.Choice()))
                .isEqualTo(Hotline.SCRAPPY);
    }

    @Test
    void keepsContentWordForWord() {
        assertThat(ENGLISH.meaning(" The main hall was abandoned; goodbye! ", new Asked.Content(Asked.Kind.REPORT)))
                .isEqualTo(new Meaning.Content("The main hall was abandoned; goodbye!"));
    }

    @Test
    void asksWhenTwoHotlinesAreEquallyLikely() {
        assertThat(ENGLISH.meaning("extraction or loot", new Asked.Choice()))
                .isEqualTo(new Meaning.Between(Hotline.EXTRACTION, Hotline.LOOT));
        assertThat(ENGLISH.meaning("intel", new Asked.Choice())).isInstanceOf(Meaning.Between.class);
    }

    @ParameterizedTest
    @CsvSource({
        "the first one, EXTRACTION", "loot, LOOT", "the second please, LOOT", "the latter, LOOT",
                "get me home, EXTRACTION",
        "number two, LOOT", "one, EXTRACTION", "former, EXTRACTION", "lute, LOOT", "Scrappy, SCRAPPY"
    })
    void theAnswerResolvesIt(String heard, Hotline meant) {
        assertThat(hotline(heard, EXTRACTION_OR_LOOT)).isEqualTo(meant);
    }

    @Test
    void yesDoesNotResolveIt() {
        assertThat(ENGLISH.meaning("yes please", EXTRACTION_OR_LOOT)).isEqualTo(new Meaning.NotUnderstood());
    }

    @ParameterizedTest
    @CsvSource({
        "again, ANOTHER",
        "try again please, ANOTHER",
        "yes, YES",
        "send it again, ANOTHER",
        "no, NO",
        "forget it, MENU",
        "what did you say, REPEAT",
        "goodbye, GOODBYE"
    })
    void asksForWhatCouldNotBeSaved(String heard, Command meant) {
        assertThat(ENGLISH.meaning(heard, new Asked.Retry(Hotline.SUBMIT_INTEL)))
                .isInstanceOfSatisfying(
                        Meaning.Ordered.class,
                        ordered -> assertThat(ordered.command()).isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource({"'Deutsch, bitte', de", "can we speak German please, de", "English please, en"})
    void switchesTheLanguageOnRequest(String heard, String language) {
        assertThat(ENGLISH.meaning(heard, new Asked.Choice())).isEqualTo(new Meaning.Speak(language));
        assertThat(ENGLISH.meaning(heard, new Asked.Content(Asked.Kind.MESSAGE)))
                .isEqualTo(new Meaning.Speak(language));
    }

    @ParameterizedTest
    @CsvSource({"switch to loot, LOOT", "take me to scrappy please, SCRAPPY", "listen to intel, LISTEN_INTEL"})
    void leavesAHotlineForAnotherWhenToldTo(String heard, Hotline meant) {
        assertThat(hotline(heard, new Asked.Content(Asked.Kind.LOCATION))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"loot", "extraction", "scrappy", "thanks", "one", "5", "yes", "the back", "exit"})
    void takesAloneWordsThatMayBeContentAsContent(String heard) {
        assertThat(ENGLISH.meaning(heard, new Asked.Content(Asked.Kind.LOCATION)))
                .isEqualTo(new Meaning.Content(heard));
    }

    @Test
    void isLessCertainOfWhatWasMisheard() {
        double heard = ((Meaning.Chosen) ENGLISH.meaning("loot", new Asked.Choice())).confidence();
        double misheard = ((Meaning.Chosen) ENGLISH.meaning("flute", new Asked.Choice())).confidence();
        assertThat(misheard).isLessThan(heard).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "...", "um uh"})
    void makesNothingOfNothing(String heard) {
        assertThat(ENGLISH.meaning(heard, new Asked.Choice())).isEqualTo(new Meaning.NotUnderstood());
    }

    private static Hotline hotline(String heard, Asked asked) {
        return ENGLISH.meaning(heard, asked) instanceof Meaning.Chosen chosen ? chosen.hotline() : null;
    }
}
