package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hotline that takes words and stores them. It says that they are stored only once they are, and where they are not
 * it keeps them, so that one word sends them again.
 */
sealed interface Deposit extends Scene permits Scrappy, SubmitIntel {
    /** No text in a database may hold these: zeros and halves of characters. */
    Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    /** Storing these words. */
    Errand storing(String content);

    Script script();

    /** In what one deposit differs from the other, besides the errand. */
    record Script(
            Hotline hotline,
            Asked.Kind kind,
            Line ask,
            Line next,
            Line shortly,
            Line help,
            Line stored,
            Line unsaved,
            Line unsavedShort,
            Line more,
            Line moreShort) {}

    @Override
    default Turn open(Reply reply) {
        return reply.enter(script().hotline()).say(script().ask()).listen(DialogState.Step.ASKED);
    }

    @Override
    default Optional<Asked.Kind> asksFor() {
        return Optional.of(script().kind());
    }

    @Override
    default Turn another(Reply reply) {
        return reply.keep("").say(script().next()).listen(DialogState.Step.ASKED);
    }

    @Override
    default Turn taken(Reply reply, String content) {
        String words = UNSTORABLE.matcher(content).replaceAll("").strip();
        if (words.isEmpty()) {
            return reply.say(script().shortly()).listen(DialogState.Step.ASKED);
        }
        return reply.keep(words).run(DialogState.Step.WORKING, storing(words));
    }

    /** What was kept is to be stored after all. */
    default Turn again(Reply reply) {
        return reply.runAgain(DialogState.Step.WORKING, storing(reply.before().kept()));
    }

    @Override
    default Turn returned(Reply reply, Outcome outcome) {
        if (outcome instanceof Outcome.Stored) {
            return reply.keep("").say(script().stored()).say(script().more()).listen(DialogState.Step.DONE);
        }
        return reply.say(script().unsaved()).listen(DialogState.Step.UNSAVED);
    }

    @Override
    default Optional<Errand> pending(DialogState state) {
        return state.step() == DialogState.Step.WORKING ? Optional.of(storing(state.kept())) : Optional.empty();
    }

    @Override
    default Line shortly(DialogState.Step step) {
        return switch (step) {
            case DONE -> script().moreShort();
            case UNSAVED -> script().unsavedShort();
            case CHOOSING, ASKED, WORKING, SENDING, ANSWERING, ENDING -> script().shortly();
        };
    }

    @Override
    default Line help() {
        return script().help();
    }

    @Override
    default Line waiting(DialogState.Step step) {
        return Line.WAIT_SAVING;
    }
}
