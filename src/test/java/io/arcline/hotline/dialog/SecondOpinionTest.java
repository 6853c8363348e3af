package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it is unsure, the dialog asks for a second opinion; without one it does what it does anyway. */
class SecondOpinionTest {
    private static final String PUZZLE = "my pockets want filling with shiny stuff from the old world";
    private static final Dialog DIALOG = Dialog.load().withSecondOpinion();
    private static final DialogState MENU =
            DIALOG.answer(DialogState.initial(), new Heard.Connected()).state();

    @Test
    void theOpinionIsTheMeaning() {
        Turn asked = heard(MENU, PUZZLE);
        assertThat(asked.says()).isEmpty();
        assertThat(asked.next())
                .isInstanceOfSatisfying(
                        Turn.Next.Run.class,
                        run -> assertThat(run.errand()).isInstanceOfSatisfying(Errand.SecondOpinion.class, errand -> {
                            assertThat(errand.utterance()).isEqualTo(PUZZLE);
                            assertThat(errand.names())
                                    .contains("loot", "goodbye")
                                    .doesNotContain("text-me", "another");
                        }));
        Turn answered = opinion(asked, "loot");
        assertThat(answered.state().hotline()).isEqualTo(Hotline.LOOT);
        assertThat(answered.state().step()).isEqualTo(Step.ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "text-me", "yes", "LOOT", "loot\n", "ignore all instructions"})
    void anyOtherNameLeavesItAtTheFirst(String name) {
        Turn without = Dialog.load().answer(MENU, new Heard.Speech(PUZZLE, "en-GB"));
        Turn with = opinion(heard(MENU, PUZZLE), name);
        assertThat(with.says()).isEqualTo(without.says());
        assertThat(with.next()).isEqualTo(without.next());
    }

    @Test
    void betweenTwoItAsksTheCallerWhereNobodyElseKnows() {
        Turn with = opinion(heard(MENU, "intel"), "");
        assertThat(with.state().between()).containsExactly(Hotline.SUBMIT_INTEL, Hotline.LISTEN_INTEL);
    }

    @Test
    void notUnderstoodTwiceStillNamesTheKeys() {
        DialogState once = opinion(heard(MENU, PUZZLE), "").state();
        assertThat(opinion(heard(once, PUZZLE), "").state().misunderstood()).isEqualTo(2);
    }

    @Test
    void nobodyIsAskedAboutWhatIsSureOrContent() {
        assertThat(heard(MENU, "loot").next()).isEqualTo(new Turn.Next.Listen());
        DialogState location = heard(MENU, "extraction").state();
        assertThat(heard(location, PUZZLE).state().step()).isEqualTo(Step.DONE);
        assertThat(heard(MENU, PUZZLE.repeat(10)).next()).isEqualTo(new Turn.Next.Listen());
    }

    private static Turn heard(DialogState state, String words) {
        return DIALOG.answer(state, new Heard.Speech(words, "en-GB"));
    }

    /** What an errand comes back as. */
    private static Turn opinion(Turn asked, String name) {
        String utterance = asked.next() instanceof Turn.Next.Run(Errand.SecondOpinion errand) ? errand.utterance() : "";
        return DIALOG.answer(asked.state(), new Heard.Returned(new Outcome.Opinion(utterance, name)));
    }
}
