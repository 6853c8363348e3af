package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Readback;
import io.arcline.hotline.line.Speakable;
import io.arcline.hotline.line.WordList;
import io.arcline.hotline.meaning.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Questions that are no command and nothing that was asked for: at the menu and where a hotline has finished, what was not understood and
 * looks like a question; in Scrappy's line, which takes everything else as the message, what is asked of Shani by name.
 */
final class Questions {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 300;
    private static final int LONGEST_ANSWER = 600;

    private Questions() {}

    /** Whether an utterance is one. */
    static boolean asks(Conversation conversation, String text, Meaning meaning) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<String> openings = conversation.voice().lines().words(WordList.QUESTION_OPENINGS);
        String heart = Readback.heart(text, openings);
        boolean question = isQuestion(conversation, text, heart);
        return switch (conversation.step()) {
            case CHOOSING, DONE -> meaning instanceof Meaning.NotUnderstood && question;
            case ASKED ->
                conversation.state().hotline() == Hotline.SCRAPPY
                        && meaning instanceof Meaning.Content
                        && isToShani(text)
                        && question;
            case WORKING, SENDING, ANSWERING, UNSAVED, ENDING -> false;
        };
    }

    private static boolean isQuestion(Conversation conversation, String text, String heart) {
        String lower = heart.toLowerCase(Locale.ROOT) + " ";
        boolean long_ = heart.strip().split("\\s+").length >= FEWEST_WORDS;
        return long_
                && (text.strip().endsWith("?")
                        || conversation.voice().lines().words(WordList.QUESTION_BEGINNINGS).stream()
                                .anyMatch(beginning -> lower.startsWith(beginning + " ")));
    }

    private static boolean isToShani(String text) {
        return text.strip().toLowerCase(Locale.ROOT).matches("((hey|hi|hallo|sag|say|okay) )?shani\\b.*");
    }

    /** The assistant is asked. */
    static Turn ask(Reply reply, String text) {
        String question = Speakable.clean(text, LONGEST);
        return reply.keep(question)
                .run(Step.ANSWERING, new Errand.Ask(question, reply.before().language()));
    }

    /** The errand that a state waits for, where it waits for an answer. */
    static Optional<Errand> pending(DialogState state) {
        return state.step() == Step.ANSWERING
                ? Optional.of(new Errand.Ask(state.kept(), state.language()))
                : Optional.empty();
    }

    /** The answer is there, or has been given already; the question of where the caller was follows. */
    static Turn answered(Reply reply, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Told told -> told(reply, told);
            case Outcome.Answer answer -> whole(reply, Speakable.clean(answer.text(), LONGEST_ANSWER));
            case Outcome.Spent spent -> without(reply, Line.ASK_SPENT);
            case Outcome.Stored stored -> without(reply, Line.ASK_FAILED);
            case Outcome.Reports reports -> without(reply, Line.ASK_FAILED);
            case Outcome.TextSent sent -> without(reply, Line.ASK_FAILED);
            case Outcome.NotTexted not -> without(reply, Line.ASK_FAILED);
            case Outcome.Opinion opinion -> without(reply, Line.ASK_FAILED);
            case Outcome.Failed failed -> without(reply, Line.ASK_FAILED);
        };
    }

    private static Turn whole(Reply reply, String answer) {
        if (answer.isEmpty()) {
            return without(reply, Line.ASK_FAILED);
        }
        String sentence = Speakable.sentence(answer);
        return onward(kept(reply, sentence).say(sentence));
    }

    private static Turn told(Reply reply, Outcome.Told told) {
        boolean nothing = told.said().isBlank();
        return switch (told.end()) {
            case WHOLE ->
                nothing
                        ? without(reply, Line.ASK_FAILED)
                        : onward(kept(reply, told.said()).told(told.said()));
            case CUT ->
                nothing
                        ? without(reply, Line.ASK_FAILED)
                        : onward(kept(reply, Speakable.sentences(told.said()))
                                .told(Speakable.sentence(told.said()))
                                .say(Line.ASK_CUT));
            case LEFT ->
                nothing
                        ? kept(reply, "").listenOn(stepAfter(reply))
                        : kept(reply, Speakable.sentences(told.said()))
                                .told(Speakable.sentence(told.said()))
                                .listen(stepAfter(reply));
        };
    }

    private static Turn without(Reply reply, Line line) {
        return onward(kept(reply, "").say(line));
    }

    private static Turn onward(Reply reply) {
        Step step = stepAfter(reply);
        return reply.say(Scene.of(reply.before().hotline()).shortly(step)).listen(step);
    }

    /** Only the loot's answer can be had as a text message; elsewhere what is kept means something else. */
    private static Reply kept(Reply reply, String answer) {
        return reply.keep(reply.before().hotline() == Hotline.LOOT ? answer : "");
    }

    private static Step stepAfter(Reply reply) {
        return reply.before().hotline() == Hotline.MENU ? Step.CHOOSING : Step.DONE;
    }
}
