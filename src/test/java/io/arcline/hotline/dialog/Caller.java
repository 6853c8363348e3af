package io.arcline.hotline.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Lines;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One call, told from the caller's side: what they do and what comes of it, so that a test reads like the
 * conversation.
 */
final class Caller {
    private static final Dialog DIALOG = Dialog.load();
    private static final Map<String, Lines> LINES = Lines.loadAll();

    private DialogState state;
    private Turn turn;

    private Caller(DialogState state) {
        this.state = state;
    }

    static Caller connects() {
        return new Caller(DialogState.initial()).does(new Heard.Connected());
    }

    /** The call as another server finds it after the line was cut. */
    Caller reconnects() {
        return does(new Heard.Connected());
    }

    Caller says(String words) {
        return does(new Heard.Speech(words, "en-GB"));
    }

    Caller saysIn(String language, String words) {
        return does(new Heard.Speech(words, language));
    }

    Caller presses(String keys) {
        return does(new Heard.Keys(keys));
    }

    Caller isSilent() {
        return does(new Heard.Silence());
    }

    Caller waitsFor(Outcome outcome) {
        return does(new Heard.Returned(outcome));
    }

    Caller does(Heard heard) {
        turn = DIALOG.answer(state, heard);
        state = turn.state();
        return this;
    }

    Caller isAt(Hotline hotline, Step step) {
        assertThat(state.hotline()).as("hotline after %s", said()).isEqualTo(hotline);
        assertThat(state.step()).as("step after %s", said()).isEqualTo(step);
        return this;
    }

    /** Exactly these lines, in this order, in any wording. */
    Caller hears(Line... lines) {
        assertThat(turn.says()).as("lines %s", Arrays.toString(lines)).hasSameSizeAs(lines);
        for (int i = 0; i < lines.length; i++) {
            assertThat(turn.says().get(i).text()).as(lines[i].key()).matches(wordings(lines[i]));
        }
        return this;
    }

    Caller hears(String words) {
        assertThat(said()).contains(words);
        return this;
    }

    Caller doesNotHear(String words) {
        assertThat(said()).doesNotContain(words);
        return this;
    }

    Caller hearsNothingYet() {
        assertThat(turn.says()).isEmpty();
        return this;
    }

    Caller isListenedTo() {
        assertThat(turn.next()).isEqualTo(new Turn.Next.Listen());
        return this;
    }

    Caller waitsWhile(Errand errand) {
        assertThat(turn.next()).isEqualTo(new Turn.Next.Run(errand));
        return this;
    }

    Caller isHungUpOn() {
        assertThat(turn.next()).isEqualTo(new Turn.Next.HangUp());
        return hears(Line.GOODBYE).isAt(state.hotline(), Step.ENDING);
    }

    String said() {
        return turn.says().stream().map(Spoken::text).collect(Collectors.joining(" "));
    }

    Turn turn() {
        return turn;
    }

    DialogState state() {
        return state;
    }

    /** Every wording of a line, with anything at all where a placeholder is. */
    private Pattern wordings(Line line) {
        Lines lines = LINES.get(state.language());
        return Pattern.compile(IntStream.range(0, 500)
                .mapToObj(number -> lines.say(line, number).text())
                .distinct()
                .map(text -> "\\Q" + text.replaceAll("\\{\\w+}", "\\\\E.+\\\\Q") + "\\E")
                .collect(Collectors.joining("|")));
    }
}
