package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Lines;
import io.arcline.hotline.line.Readback;
import io.arcline.hotline.line.WordList;
import io.arcline.hotline.meaning.Asked;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends an elevator to wherever the caller says they are. */
record Extraction() implements Scene {
    private static final int SHORTEST_WAIT = 3;
    private static final int LONGEST_WAIT = 8;
    private static final int LONG_WAIT = 7;

    /** Digits of a grid reference; one alone is a command. */
    private static final Keying GRID = new Keying(6);

    @Override
    public Turn open(Reply reply) {
        return reply.enter(Hotline.EXTRACTION).say(Line.EXTRACTION_ASK).listen(DialogState.Step.ASKED);
    }

    @Override
    public Turn another(Reply reply) {
        return reply.say(Line.EXTRACTION_NEXT).listen(DialogState.Step.ASKED);
    }

    @Override
    public Optional<Asked.Kind> asksFor() {
        return Optional.of(Asked.Kind.LOCATION);
    }

    @Override
    public Turn taken(Reply reply, String content) {
        int minutes = minutes(content, reply.before().turns());
        String wait = Integer.toString(minutes);
        Readback.of(content, reply.lines().words(WordList.PLACE_OPENINGS))
                .ifPresentOrElse(
                        place -> reply.say(Line.EXTRACTION_CONFIRMED, Map.of("place", place, "minutes", wait)),
                        () -> reply.say(Line.EXTRACTION_POSITION, Map.of("minutes", wait)));
        if (dangerous(content, reply.lines())) {
            reply.say(Line.EXTRACTION_DANGER);
        } else if (minutes >= LONG_WAIT) {
            reply.say(Line.EXTRACTION_LONG_WAIT);
        }
        return reply.say(Line.EXTRACTION_MORE).listen(DialogState.Step.DONE);
    }

    @Override
    public Keying keying(DialogState.Step step) {
        return step == DialogState.Step.ASKED ? GRID : Keying.CHOICE;
    }

    @Override
    public Turn keyed(Reply reply, String digits) {
        String spoken = String.join(" ", digits.split(""));
        return taken(
                reply,
                reply.lines()
                        .say(Line.EXTRACTION_GRID, 0, Map.of("digits", spoken))
                        .text());
    }

    /**
     * Elevators are in the story only: the same place at the same turn gives the same wait, so that a replay agrees.
     */
    private static int minutes(String place, int turn) {
        int spread = place.toLowerCase(Locale.ROOT).hashCode() * 31 + turn;
        return SHORTEST_WAIT + Math.floorMod(spread, LONGEST_WAIT - SHORTEST_WAIT + 1);
    }

    private static boolean dangerous(String content, Lines lines) {
        String lower = content.toLowerCase(Locale.ROOT);
        for (int from = 0, to = 0; from < lower.length(); from = to + 1) {
            to = from;
            while (to < lower.length() && Character.isLetterOrDigit(lower.charAt(to))) {
                to++;
            }
            if (to > from && lines.words(WordList.DANGERS).contains(lower.substring(from, to))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Line shortly(DialogState.Step step) {
        return step == DialogState.Step.DONE ? Line.EXTRACTION_MORE_SHORT : Line.EXTRACTION_SHORT;
    }

    @Override
    public Line help() {
        return Line.EXTRACTION_HELP;
    }
}
