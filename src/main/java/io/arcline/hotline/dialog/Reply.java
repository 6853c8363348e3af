package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Lines;
import io.arcline.hotline.line.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One turn in the making: lines are said into it one after the other, then it is closed with what happens next. Used
 * by one turn and thrown away.
 */
final class Reply {
    private static final int LIKELY_LINES = 3;

    private final DialogState before;
    private final Lines lines;
    private final List<Spoken> says = new ArrayList<>(LIKELY_LINES);
    private String told = "";
    private Hotline hotline;
    private String kept;
    private List<Hotline> between = List.of();
    private int misunderstood;
    private int silences;

    Reply(DialogState before, Lines lines) {
        this.before = before;
        this.lines = lines;
        hotline = before.hotline();
        kept = before.kept();
    }

    DialogState before() {
        return before;
    }

    Lines lines() {
        return lines;
    }

    /** Into a hotline, leaving behind what was kept for the one before. */
    Reply enter(Hotline newHotline) {
        hotline = newHotline;
        kept = "";
        return this;
    }

    Reply keep(String words) {
        kept = words;
        return this;
    }

    Reply between(List<Hotline> hotlines) {
        between = hotlines;
        return this;
    }

    Reply misunderstood(int times) {
        misunderstood = times;
        return this;
    }

    Reply silences(int times) {
        silences = times;
        misunderstood = before.misunderstood();
        return this;
    }

    Reply say(Line line) {
        return say(line, Map.of());
    }

    Reply say(Line line, Map<String, String> values) {
        Wording wording = lines.say(line, before.turns() + before.silences(), values);
        says.add(new Spoken(wording.text(), wording.interruptible(), wording.preemptible()));
        return this;
    }

    /** Words that are not Shani's own; they must be speakable already. */
    Reply say(String words) {
        says.add(new Spoken(words, true, false));
        return this;
    }

    /** Words that have been spoken already: not said again, but part of the answer that "repeat" repeats. */
    Reply told(String words) {
        told = words;
        return this;
    }

    /** The caller's turn; what was said is the answer that "repeat" repeats. */
    Turn listen(DialogState.Step step) {
        return turn(step, 1, answer(), before.errands(), new Turn.Next.Listen());
    }

    /** The caller's turn; the answer before stays the one that "repeat" repeats. */
    Turn listenOn(DialogState.Step step) {
        return turn(step, 1, before.lastAnswer(), before.errands(), new Turn.Next.Listen());
    }

    /** Something new is to be done, and waited for. What was said is a filler, not an answer. */
    Turn run(DialogState.Step step, Errand errand) {
        return turn(step, 0, before.lastAnswer(), before.errands() + 1, new Turn.Next.Run(errand));
    }

    /** The errand before is to be done once more, under its old number. */
    Turn runAgain(DialogState.Step step, Errand errand) {
        return turn(step, 0, before.lastAnswer(), before.errands(), new Turn.Next.Run(errand));
    }

    /** The end of the call, unless the caller speaks into it. */
    Turn hangUp() {
        return turn(DialogState.Step.ENDING, 1, before.lastAnswer(), before.errands(), new Turn.Next.HangUp());
    }

    /** Still waiting for the errand before: what is said is a filler. */
    Turn waitOn() {
        return silences(before.silences() + 1)
                .turn(before.step(), 0, before.lastAnswer(), before.errands(), new Turn.Next.Listen());
    }

    /** Nothing happened. */
    Turn ignore() {
        return new Turn(before, List.of(), new Turn.Next.Listen());
    }

    private String answer() {
        String said = Spoken.words(says);
        if (told.isEmpty()) {
            return said;
        }
        return said.isEmpty() ? told : told + " " + said;
    }

    private Turn turn(DialogState.Step step, int answers, String lastAnswer, int errands, Turn.Next next) {
        var after = new DialogState(
                hotline,
                step,
                before.language(),
                before.heardLanguage(),
                before.turns() + answers,
                lastAnswer,
                kept,
                between,
                misunderstood,
                silences,
                errands);
        return new Turn(after, says, next);
    }
}
