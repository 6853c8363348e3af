package io.arcline.faketwilio.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    private static final Dialog DIALOG = Dialog.load();

    private DialogState state = DialogState.initial();

    @ParameterizedTest
    @ValueSource(strings = {"tour", "tour-without-stores", "visit"})
    void areAnsweredByTheDialogAsTheySay(String name) {
        Script script = Scripts.named(name, 1).apply(1);
        assertThat(accepted(script.greeting(), new Heard.Connected()))
                .as("greeting")
                .isTrue();
        // Round and round, so that every wording comes.
        for (int turn = 0; turn < (script.ends() ? 1 : 40) * script.turns().size(); turn++) {
            ScriptTurn step = script.turns().get(turn % script.turns().size());
            Heard heard = step.words() == null
                    ? new Heard.Keys(String.valueOf(step.key()))
                    : new Heard.Speech(step.words(), "en-US");
            assertThat(accepted(step, heard)).as("turn %s, %s", turn, step).isTrue();
        }
    }

    private boolean accepted(ScriptTurn step, Heard heard) {
        Turn turn = DIALOG.answer(state, heard);
        boolean right = accepts(step, turn);
        if (turn.next() instanceof Turn.Next.Run(Errand errand)) {
            turn = DIALOG.answer(turn.state(), new Heard.Returned(outcome(errand)));
            right |= accepts(step, turn);
        }
        state = turn.state();
        return right;
    }

    private static boolean accepts(ScriptTurn step, Turn turn) {
        return turn.says().stream()
                .map(said -> said.text().getBytes(StandardCharsets.UTF_8))
                .anyMatch(said -> step.accepts(said, 0, said.length));
    }

    private static Outcome outcome(Errand errand) {
        return switch (errand.getClass().getSimpleName()) {
            case "LookUp" -> new Outcome.Answer("I have nothing solid on that one.");
            case "FetchReports" -> new Outcome.Reports(List.of());
            default -> new Outcome.Stored();
        };
    }

    @Test
    void knowAReplyFromAnother() {
        ScriptTurn turn = ScriptTurn.say("hello", List.of("you there", "welcome"), false);
        assertThat(accepts(turn, "well, welcome")).isTrue();
        assertThat(accepts(turn, "are you there")).isTrue();
        assertThat(accepts(turn, "are you ther")).isFalse();
        assertThat(accepts(turn, "")).isFalse();
    }

    private static boolean accepts(ScriptTurn turn, String reply) {
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        return turn.accepts(bytes, 0, bytes.length);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(Scripts.named("mix", 7).apply(3))
                .hasToString(Script.mixed(7, 3).toString());
        assertThat(Script.mixed(7, 3).ends()).isTrue();
    }

    @Test
    void sayWhichLineIsWrong() {
        assertThatThrownBy(() -> Script.parse(List.of("say one", "", "press 12")))
                .hasMessageContaining("Line 3 of the script, \"press 12\"");
        assertThatThrownBy(() -> Script.parse(List.of("# nothing"))).hasMessageContaining("nothing to say");
    }
}
