package io.arcline.faketwilio.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is synthesised and played in one piece.
 *
 * @param text what tokensPlayed will say of it; "" for a recording
 * @param cycle the reply that it belongs to; null for recordings and digits
 * @param time to play it
 * @param interruptible nullable: as the TwiML says
 * @param preemptible whether a later message may replace it
 */
record Chunk(String text, TalkCycle cycle, Duration time, Boolean interruptible, boolean preemptible) {
    private static final String CLAUSE_ENDS = ".!?:;,";

    /**
     * Takes the clauses off the front of what has arrived: all of it with {@code rest}, else up to the last clause end.
     */
    static List<String> clauses(StringBuilder arrived, boolean rest) {
        List<String> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < arrived.length(); i++) {
            boolean ends = CLAUSE_ENDS.indexOf(arrived.charAt(i)) >= 0
                    && (i + 1 == arrived.length() || Character.isWhitespace(arrived.charAt(i + 1)));
            if (ends) {
                clauses.add(arrived.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (rest && !arrived.substring(from).isBlank()) {
            clauses.add(arrived.substring(from));
        }
        arrived.delete(0, rest ? arrived.length() : from);
        return clauses;
    }

    /** The whole words of it that were heard when only a part of its time had passed. */
    String heardAfter(Duration played) {
        if (time.isZero() || played.compareTo(time) >= 0) {
            return text;
        }
        int end = (int) (text.length() * played.toNanos() / time.toNanos());
        while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end);
    }
}
