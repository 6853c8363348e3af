package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.dialog.Outcome.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that are no command, with an assistant that answers them. */
class QuestionsTest {
    private static final Dialog PLAIN = Dialog.load();
    private static final Dialog DIALOG = PLAIN.withAnswers();
    private static final String QUESTION = "what is the weather like around your town";
    private static final String ANSWER = "Dry and windy. Mind the dust.";

    private DialogState state =
            DIALOG.answer(DialogState.initial(), new Heard.Connected()).state();

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUESTION,
                "Um, who runs your town?",
                "the big red one, is it dangerous?",
                "Shani, why are we down here"
            })
    void atTheMenuTheAssistantAnswersAndTheMenuGoesOn(String question) {
        Turn asked = says(question);
        assertThat(asked.next())
                .isInstanceOfSatisfying(
                        Turn.Next.Run.class, run -> assertThat(run.errand()).isEqualTo(new Errand.Ask(question, "en")));
        assertThat(DIALOG.pendingIn(state)).contains(new Errand.Ask(question, "en"));
        assertThat(does(new Heard.Silence()).says())
                .allMatch(Spoken::preemptible)
                .isNotEmpty();
        Turn answered = does(new Heard.Returned(new Told(ANSWER, ANSWER, Told.End.WHOLE)));
        assertThat(answered.says())
                .as("only the menu: the answer has been said")
                .hasSize(1);
        assertThat(state.step()).isEqualTo(Step.CHOOSING);
        assertThat(says("repeat").says().getFirst().text()).startsWith(ANSWER);
        assertThat(says("extraction").state().hotline()).isEqualTo(Hotline.EXTRACTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my pockets want filling with shiny stuff", "blah blah blah"})
    void whatIsNoQuestionIsNotUnderstood(String words) {
        assertThat(says(words).next()).isEqualTo(new Turn.Next.Listen());
        assertThat(state.misunderstood()).isEqualTo(1);
    }

    @Test
    void inScrappysLineOnlyWhatIsAskedOfShaniIs() {
        says("scrappy");
        Turn message = says("Scrappy, where have you been all day?");
        assertThat(message.next())
                .isEqualTo(new Turn.Next.Run(new Errand.StoreMessage("Scrappy, where have you been all day?")));
        does(new Heard.Returned(new Outcome.Stored()));
        says("another one");
        assertThat(says("Shani, when does he come back?").next())
                .isEqualTo(new Turn.Next.Run(new Errand.Ask("Shani, when does he come back?", "en")));
        does(new Heard.Returned(new Told("At dusk.", "At dusk.", Told.End.WHOLE)));
        assertThat(state.hotline()).isEqualTo(Hotline.SCRAPPY);
        assertThat(says("another message").state().step()).isEqualTo(Step.ASKED);
    }

    @Test
    void afterALookupTheNewAnswerIsTheOneThatIsTexted() {
        says("loot");
        says("rusted gears");
        does(new Heard.Returned(new Outcome.Answer("In the halls.")));
        says("and why is that, do you think?");
        does(new Heard.Returned(new Outcome.Answer(ANSWER)));
        assertThat(says("text me").next()).isEqualTo(new Turn.Next.Run(new Errand.SendText(ANSWER)));
    }

    @Test
    void withoutAnAnswerTheCallerCanGoOn() {
        for (Outcome outcome : List.of(
                new Outcome.Failed(), new Outcome.Spent(), new Told("", "", Told.End.CUT), new Outcome.Stored())) {
            says(QUESTION);
            assertThat(does(new Heard.Returned(outcome)).says())
                    .as("%s", outcome)
                    .hasSize(2);
            assertThat(state.step()).isEqualTo(Step.CHOOSING);
        }
    }

    @Test
    void theSecondOpinionGoesFirst() {
        Dialog both = DIALOG.withSecondOpinion();
        Turn asked = both.answer(state, new Heard.Speech(QUESTION, "en-GB"));
        assertThat(asked.next())
                .isInstanceOfSatisfying(
                        Turn.Next.Run.class, run -> assertThat(run.errand()).isInstanceOf(Errand.SecondOpinion.class));
        Turn nobody = both.answer(asked.state(), new Heard.Returned(new Outcome.Opinion(QUESTION, "")));
        assertThat(nobody.next()).isEqualTo(new Turn.Next.Run(new Errand.Ask(QUESTION, "en")));
        Turn loot = both.answer(asked.state(), new Heard.Returned(new Outcome.Opinion(QUESTION, "loot")));
        assertThat(loot.state().hotline()).isEqualTo(Hotline.LOOT);
    }

    /** Of all labelled utterances only such as are not understood go to the assistant; all others come to what they did. */
    @ParameterizedTest
    @ValueSource(strings = {"shared", "en", "en-misheard", "en-paraphrases", "en-strangers", "de"})
    void nothingThatIsUnderstoodGoesToTheAssistant(String file) throws IOException {
        String language = file.equals("de") ? "de-DE" : "en-GB";
        List<String> diverted = new ArrayList<>();
        for (String line : lines(file)) {
            String[] parts = line.split("\t");
            DialogState at = at(parts[0]);
            Heard heard = new Heard.Speech(parts[1], language);
            Turn without = PLAIN.answer(at, heard);
            Turn with = DIALOG.answer(at, heard);
            if (!with.equals(without)) {
                assertThat(without.state().misunderstood()).as(line).isPositive();
                diverted.add(parts[1]);
            }
        }
        System.out.println(file + ": " + diverted.size() + " go to the assistant");
    }

    private static DialogState at(String context) {
        Dialog dialog = PLAIN;
        DialogState menu =
                dialog.answer(DialogState.initial(), new Heard.Connected()).state();
        String key = switch (context.replace("done-", "")) {
            case "location", "extraction" -> "1";
            case "item", "loot" -> "2";
            case "scrappy" -> "3";
            case "submitting", "submit" -> "4";
            case "listen" -> "5";
            default -> "0";
        };
        DialogState in = dialog.answer(menu, new Heard.Keys(key)).state();
        if (!context.startsWith("done-")) {
            return in;
        }
        DialogState given = in.step() == Step.WORKING
                ? in
                : dialog.answer(in, new Heard.Speech("Red Lakes", "en-GB")).state();
        Outcome outcome = key.equals("2")
                ? new Outcome.Answer("In the swamp.")
                : key.equals("5") ? new Outcome.Reports(List.of("Wasps.", "Ticks.")) : new Outcome.Stored();
        return given.step() == Step.WORKING
                ? dialog.answer(given, new Heard.Returned(outcome)).state()
                : given;
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = QuestionsTest.class.getResourceAsStream("/utterances/" + file + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private Turn says(String words) {
        return does(new Heard.Speech(words, "en-GB"));
    }

    private Turn does(Heard heard) {
        Turn turn = DIALOG.answer(state, heard);
        state = turn.state();
        return turn;
    }
}
