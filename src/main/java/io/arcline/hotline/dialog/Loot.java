package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Readback;
import io.arcline.hotline.line.Speakable;
import io.arcline.hotline.line.WordList;
import io.arcline.hotline.meaning.Asked;
import java.util.Map;
import java.util.Optional;

/** Looks up where an item is found, and sends the answer as a text message to those who want it. */
record Loot() implements Scene {
    private static final int LONGEST_ANSWER = 600;
    private static final int LONGEST_ITEM = 200;

    @Override
    public Turn open(Reply reply) {
        return reply.enter(Hotline.LOOT).say(Line.LOOT_ASK).listen(DialogState.Step.ASKED);
    }

    @Override
    public Turn another(Reply reply) {
        return reply.keep("").say(Line.LOOT_NEXT).listen(DialogState.Step.ASKED);
    }

    @Override
    public Optional<Asked.Kind> asksFor() {
        return Optional.of(Asked.Kind.ITEM);
    }

    @Override
    public Turn taken(Reply reply, String content) {
        var openings = reply.lines().words(WordList.ITEM_OPENINGS);
        String item = Speakable.clean(Readback.heart(content, openings), LONGEST_ITEM);
        if (item.isEmpty()) {
            return reply.say(Line.LOOT_SHORT).listen(DialogState.Step.ASKED);
        }
        Readback.of(content, openings)
                .ifPresentOrElse(
                        said -> reply.say(Line.LOOT_LOOKING, Map.of("item", said)),
                        () -> reply.say(Line.LOOT_LOOKING_LONG));
        return reply.keep(item)
                .run(
                        DialogState.Step.WORKING,
                        new Errand.LookUp(item, reply.before().language()));
    }

    /** The answer goes to the caller's phone. */
    Turn text(Reply reply) {
        return reply.run(
                DialogState.Step.SENDING, new Errand.SendText(reply.before().kept()));
    }

    @Override
    public Turn returned(Reply reply, Outcome outcome) {
        return reply.before().step() == DialogState.Step.SENDING ? sent(reply, outcome) : found(reply, outcome);
    }

    private static Turn found(Reply reply, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Told told -> told(reply, told);
            case Outcome.Answer answer -> answered(reply, Speakable.clean(answer.text(), LONGEST_ANSWER));
            case Outcome.Spent spent ->
                reply.keep("").say(Line.ASK_SPENT).say(Line.LOOT_MORE_SPENT).listen(DialogState.Step.DONE);
            case Outcome.Stored stored -> failed(reply);
            case Outcome.Reports reports -> failed(reply);
            case Outcome.TextSent sent -> failed(reply);
            case Outcome.NotTexted not -> failed(reply);
            case Outcome.Opinion opinion -> failed(reply);
            case Outcome.Failed failed -> failed(reply);
        };
    }

    private static Turn answered(Reply reply, String answer) {
        if (answer.isEmpty()) {
            return failed(reply);
        }
        String sentence = Speakable.sentence(answer);
        return reply.keep(sentence).say(sentence).say(Line.LOOT_MORE).listen(DialogState.Step.DONE);
    }

    /** The answer has been spoken while it was given. */
    private static Turn told(Reply reply, Outcome.Told told) {
        if (told.said().isBlank()) {
            return told.end() == Outcome.Told.End.LEFT
                    ? reply.keep("").listenOn(DialogState.Step.ASKED)
                    : failed(reply);
        }
        return switch (told.end()) {
            case WHOLE ->
                reply.keep(told.said()).told(told.said()).say(Line.LOOT_MORE).listen(DialogState.Step.DONE);
            case CUT ->
                reply.keep(Speakable.sentences(told.said()))
                        .told(Speakable.sentence(told.said()))
                        .say(Line.LOOT_CUT)
                        .listen(DialogState.Step.DONE);
            // Whoever has heard nothing of the answer goes on with another item.
            case LEFT ->
                told.heard().isBlank()
                        ? reply.keep("").listenOn(DialogState.Step.ASKED)
                        : reply.keep(Speakable.sentences(told.said()))
                                .told(Speakable.sentence(told.said()))
                                .listen(DialogState.Step.DONE);
        };
    }

    private static Turn failed(Reply reply) {
        return reply.keep("").say(Line.LOOT_FAILED).listen(DialogState.Step.ASKED);
    }

    private static Turn sent(Reply reply, Outcome outcome) {
        if (outcome instanceof Outcome.TextSent) {
            return reply.say(Line.LOOT_TEXT_SENT).say(Line.LOOT_TEXTED_MORE).listen(DialogState.Step.DONE);
        }
        Outcome.NotTexted.Why why = outcome instanceof Outcome.NotTexted not ? not.why() : Outcome.NotTexted.Why.FAILED;
        Line line = switch (why) {
            case WITHHELD -> Line.LOOT_TEXT_WITHHELD;
            case CANNOT_RECEIVE -> Line.LOOT_TEXT_NO_NUMBER;
            case OPTED_OUT -> Line.LOOT_TEXT_OPTED_OUT;
            case UNSURE -> Line.LOOT_TEXT_UNSURE;
            case FAILED -> Line.LOOT_TEXT_FAILED;
        };
        // "repeat" after these has to bring the answer itself: it is what the lines promise.
        return reply.say(line).listenOn(DialogState.Step.DONE);
    }

    @Override
    public Optional<Errand> pending(DialogState state) {
        return switch (state.step()) {
            case WORKING -> Optional.of(new Errand.LookUp(state.kept(), state.language()));
            case SENDING -> Optional.of(new Errand.SendText(state.kept()));
            case CHOOSING, ASKED, ANSWERING, DONE, UNSAVED, ENDING -> Optional.empty();
        };
    }

    @Override
    public Line shortly(DialogState.Step step) {
        return step == DialogState.Step.DONE ? Line.LOOT_MORE_SHORT : Line.LOOT_SHORT;
    }

    @Override
    public Line help() {
        return Line.LOOT_HELP;
    }

    @Override
    public Line waiting(DialogState.Step step) {
        return step == DialogState.Step.SENDING ? Line.WAIT_SENDING : Line.WAIT_LOOKING;
    }
}
