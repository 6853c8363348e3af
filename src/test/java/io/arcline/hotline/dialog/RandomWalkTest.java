package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.meaning.Asked;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who do anything at all, in any order: nobody is met with silence, a crash, or a line that goes dead. */
class RandomWalkTest {
    private static final long SEED = 20260311;
    private static final List<String> WORDS = List.of(
            "extraction",
            "loot",
            "scrappy",
            "submit intel",
            "listen to intel",
            "menu",
            "back",
            "repeat",
            "help",
            "goodbye",
            "yes",
            "no",
            "another",
            "again",
            "text me",
            "um",
            "",
            " ",
            "Wasps at the main gate",
            "lute",
            "what is the weather up there?",
            "hey Shani, who is Scrappy?",
            "wo wohnt eigentlich der Hahn?",
            "the second one",
            "Deutsch, bitte",
            "English please",
            "Beute",
            "noch mal",
            "ja",
            "\u0000",
            "<b>*</b>",
            "{place}",
            "\uD83D",
            "😀");
    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome.Stored(),
            new Outcome.Failed(),
            new Outcome.Answer("In the **swamp**."),
            new Outcome.Answer(""),
            new Outcome.Told("In the swamp.", "In the swamp.", Outcome.Told.End.WHOLE),
            new Outcome.Told("In the", "In the", Outcome.Told.End.CUT),
            new Outcome.Told("", "", Outcome.Told.End.CUT),
            new Outcome.Told("In the swamp. Or", "In", Outcome.Told.End.LEFT),
            new Outcome.Told("", "", Outcome.Told.End.LEFT),
            new Outcome.Spent(),
            new Outcome.TextSent(),
            new Outcome.NotTexted(Outcome.NotTexted.Why.CANNOT_RECEIVE),
            new Outcome.Reports(List.of()),
            new Outcome.Reports(List.of("One.", "Two", "<x>")));

    private final Dialog dialog = Dialog.load().withAnswers();
    private final Random random = new Random(SEED);

    @Test
    void alwaysSaysSomethingAndHangsUpOnlyWithAGoodbye() {
        System.out.println("RandomWalkTest seed " + SEED);
        Set<Step> steps = EnumSet.noneOf(Step.class);
        Set<Hotline> hotlines = EnumSet.noneOf(Hotline.class);
        for (int call = 0; call < 500; call++) {
            DialogState state =
                    dialog.answer(DialogState.initial(), new Heard.Connected()).state();
            for (int i = 0; i < 60; i++) {
                Heard heard = anything(state);
                Turn turn = dialog.answer(state, heard);
                check(state, heard, turn);
                state = turn.state();
                steps.add(state.step());
                hotlines.add(state.hotline());
            }
        }
        assertThat(steps).containsExactlyInAnyOrder(Step.values());
        assertThat(hotlines).containsExactlyInAnyOrder(Hotline.values());
    }

    private void check(DialogState before, Heard heard, Turn turn) {
        String told = before + " heard " + heard + " gave " + turn;
        boolean ignored = heard instanceof Heard.Returned && !before.step().waiting();
        boolean cutOff = heard instanceof Heard.Returned(Outcome.Told answer) && answer.end() == Outcome.Told.End.LEFT;
        boolean mayBeSilent = cutOff || turn.next() instanceof Turn.Next.Run || ignored;
        assertThat(turn.says().isEmpty()).as(told).isIn(false, mayBeSilent);
        assertThat(turn.says()).as(told).noneMatch(spoken -> spoken.text().isBlank());
        assertThat(turn.next() instanceof Turn.Next.HangUp)
                .as(told)
                .isEqualTo(turn.state().step() == Step.ENDING && !ignored);
        boolean started = !before.step().waiting() || heard instanceof Heard.Connected;
        assertThat(turn.next() instanceof Turn.Next.Run)
                .as(told)
                .isEqualTo(turn.state().step().waiting() && started);
        assertThat(turn.state().lastAnswer()).as(told).isNotBlank();
        assertThat(turn.state().turns()).as(told).isGreaterThanOrEqualTo(before.turns());
        assertThat(Position.asked(turn.state())).as(told).isInstanceOf(Asked.class);
        if (turn.next() instanceof Turn.Next.Run(Errand errand)) {
            assertThat(dialog.pendingIn(turn.state())).as(told).contains(errand);
        }
    }

    private Heard anything(DialogState state) {
        if (state.step().waiting() && random.nextInt(4) > 0) {
            return new Heard.Returned(OUTCOMES.get(random.nextInt(OUTCOMES.size())));
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Heard.Silence();
            case 1 -> new Heard.Keys(keys());
            case 2 -> new Heard.Returned(OUTCOMES.get(random.nextInt(OUTCOMES.size())));
            case 3 -> random.nextInt(10) == 0 ? new Heard.Connected() : new Heard.Silence();
            default ->
                new Heard.Speech(
                        WORDS.get(random.nextInt(WORDS.size())),
                        List.of("", "en-US", "de-DE", "x").get(random.nextInt(4)));
        };
    }

    private String keys() {
        return random.ints(1 + random.nextInt(3), 0, 12)
                .mapToObj(i -> "0123456789*#".substring(i, i + 1))
                .reduce("", String::concat);
    }
}
