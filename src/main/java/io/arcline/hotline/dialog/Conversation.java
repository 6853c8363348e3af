package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import io.arcline.hotline.meaning.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a conversation stands, in its language, with the turns that are the same in every hotline. */
record Conversation(DialogState state, Voice voice) {
    /** Characters; longer than anything that a hotline is chosen by. */
    private static final int LONGEST_ASKED = 300;

    Scene scene() {
        return Scene.of(state.hotline());
    }

    Step step() {
        return state.step();
    }

    Reply reply() {
        return new Reply(state, voice.lines());
    }

    /** A new call, or an old one whose line was cut. */
    Turn connected() {
        if (step() == Step.ENDING) {
            return goodbye();
        }
        if (state.turns() == 0) {
            return reply().say(Line.GREETING).say(Line.MENU_ALL).listen(Step.CHOOSING);
        }
        return goOn(Line.RESUMED, false);
    }

    /** The line was cut, and as much of the conversation is known as is said. */
    Turn resumed(Heard.Resumed how) {
        if (state.turns() == 0 || step() == Step.ENDING) {
            return how.missing() == Heard.Resumed.Missing.EVERYTHING ? lost() : connected();
        }
        return switch (how.missing()) {
            case NOTHING -> goOn(Line.RESUMED, how.answered());
            case LAST_TURNS -> goOn(Line.RESUMED_BEHIND, true);
            case EVERYTHING -> lost();
        };
    }

    private Turn lost() {
        return reply().say(Line.RESUMED_UNKNOWN).say(Line.MENU_ALL).listen(Step.CHOOSING);
    }

    /**
     * With the answer that was cut off, or with the question alone: at the menu, because the answer there holds the greeting, and
     * where the answer was heard, because a confirmation that is said again would be taken for another one.
     */
    private Turn goOn(Line first, boolean answered) {
        Reply reply = reply().between(state.between()).say(first);
        Optional<Errand> errand = pending();
        if (errand.isPresent()) {
            return reply.runAgain(step(), errand.get());
        }
        boolean shortly = answered
                || state.hotline() == Hotline.MENU
                || state.lastAnswer().isEmpty();
        return (shortly ? question(reply) : reply.say(state.lastAnswer())).listenOn(step());
    }

    /** Nobody spoke: ask again, then name the keys, then say goodbye. */
    Turn silence() {
        if (step().waiting()) {
            return hold();
        }
        int times = state.silences() + 1;
        if (step() == Step.ENDING || times > 2) {
            return goodbye();
        }
        Reply reply = reply().silences(times);
        return times == 1 ? askAgain(reply.say(Line.STILL_THERE)) : keys(reply);
    }

    /** An errand has come back. */
    Turn returned(Outcome outcome) {
        if (!step().waiting()) {
            return reply().ignore();
        }
        return step() == Step.ANSWERING ? Questions.answered(reply(), outcome) : scene().returned(reply(), outcome);
    }

    /** The errand that is waited for; empty where none is. */
    Optional<Errand> pending() {
        return Questions.pending(state).or(() -> scene().pending(state));
    }

    /** What the vocabulary makes of an utterance here. */
    Meaning understood(String text) {
        return voice.understanding().apply(text, Position.asked(state));
    }

    /** Whether it makes sense to ask for a second opinion: on what is short, and where a choice was asked for. */
    boolean mayAskSomebody(String text) {
        return text.length() <= LONGEST_ASKED
                && (step() == Step.CHOOSING || step() == Step.DONE)
                && !Named.names(Position.asked(state)).isEmpty();
    }

    /** Somebody else is asked what the caller meant; nothing changes until they have answered. */
    Turn askSomebody(String text) {
        var errand = new Errand.SecondOpinion(text, Named.names(Position.asked(state)));
        return reply().between(state.between())
                .misunderstood(state.misunderstood())
                .run(step(), errand);
    }

    /** Ask again, and name the keys when it happens twice in a row. */
    Turn notUnderstood() {
        int times = state.misunderstood() + 1;
        Reply reply = reply().misunderstood(times);
        return times == 1 ? askAgain(reply.say(Line.NOT_UNDERSTOOD)) : keys(reply);
    }

    /** A key that leads nowhere. */
    Turn wrongKey() {
        return keys(reply().misunderstood(state.misunderstood() + 1));
    }

    /** Shani speaks another language from here on, and repeats nothing that she said in the one before. */
    Turn switched() {
        return question(reply().say(Line.SWITCHED)).listen(step());
    }

    /** The language that the caller asked for is none of hers. */
    Turn noSuchLanguage() {
        return askAgain(reply().say(Line.NO_LANGUAGE));
    }

    /** The question of the step once more, shorter. */
    Turn askAgain(Reply reply) {
        return question(reply).listenOn(step());
    }

    /** "Extraction or loot?" */
    Turn choose(Hotline one, Hotline other) {
        boolean named = one != Hotline.MENU && other != Hotline.MENU && one != other;
        return named ? naming(reply(), one, other).listen(step()) : notUnderstood();
    }

    Turn goodbye() {
        return reply().say(Line.GOODBYE).hangUp();
    }

    /** A filler while an errand runs. */
    Turn hold() {
        Line line = step() == Step.ANSWERING ? Line.WAIT_ANSWERING : scene().waiting(step());
        return reply().say(line).waitOn();
    }

    Turn menu(Line first) {
        return new Menu().open(reply().say(first));
    }

    Turn menu() {
        return new Menu().open(reply());
    }

    /** What can be said here; where a hotline has finished, that is what can be said at the menu. */
    Turn help() {
        return step() == Step.DONE
                ? reply().enter(Hotline.MENU).say(Line.MENU_HELP).listen(Step.CHOOSING)
                : reply().say(scene().help()).listen(step());
    }

    Turn repeat() {
        return reply().between(state.between()).say(state.lastAnswer()).listenOn(step());
    }

    /** A hotline was named: into it, on with it, or once more with what it could not save. */
    Turn enter(Hotline hotline) {
        boolean here = hotline == state.hotline();
        if (here && step() == Step.UNSAVED) {
            return again();
        }
        return here && step() == Step.DONE
                ? scene().another(reply())
                : Scene.of(hotline).open(reply());
    }

    /** What could not be saved is sent once more. */
    Turn again() {
        return scene() instanceof Deposit deposit ? deposit.again(reply()) : notUnderstood();
    }

    private Reply question(Reply reply) {
        return Position.asked(state) instanceof Asked.Which which
                ? naming(reply, which.one(), which.other())
                : reply.say(scene().shortly(step()));
    }

    private Turn keys(Reply reply) {
        return reply.between(state.between()).say(Line.KEYS).listenOn(step());
    }

    private Reply naming(Reply reply, Hotline one, Hotline other) {
        var names =
                Map.of("one", voice.lines().name(one), "other", voice.lines().name(other));
        return reply.between(List.of(one, other)).say(Line.CHOOSE, names);
    }
}
