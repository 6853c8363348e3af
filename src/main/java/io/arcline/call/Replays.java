package io.arcline.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Recognises what a carrier tells a second time that connects again by itself: it repeats, at once and in order, what it does not
 * know to have arrived. The frames have no numbers, so what the caller did lately is remembered, by its hash. Not thread-safe;
 * belongs to one call.
 */
final class Replays {
    /** So long a call that came back waits for the burst of repetitions before Shani speaks. */
    static final Duration GRACE = Duration.ofMillis(400);

    /** What comes later was said anew. */
    private static final long LIFE_NANOS = 2_000_000_000L;

    private static final int REMEMBERED = 16;

    private final boolean on;
    private final Deque<String> inputs = new ArrayDeque<>();
    private List<String> expected = List.of();
    private boolean allAreRepeated;
    private long until = Long.MIN_VALUE;

    /** @param on whether the carrier connects again by itself */
    Replays(boolean on) {
        this.on = on;
    }

    /** Whether there may be any. */
    boolean areOn() {
        return on;
    }

    /** The call comes back, after these inputs were answered elsewhere; they may come again now. */
    void expect(List<String> answered, long now) {
        inputs.addAll(answered);
        expected = List.copyOf(answered);
        until = now + LIFE_NANOS;
    }

    /** The call comes back, and nobody knows what was answered: what comes at once makes no sense any more. */
    void expectAnything(long now) {
        allAreRepeated = true;
        until = now + GRACE.toNanos();
    }

    /** Whether an input was answered already and is told again. Otherwise it is remembered, and the replay is over. */
    boolean repeats(CallEvent event, long now) {
        if (!on) {
            return false;
        }
        String input = input(event);
        int at = now < until ? expected.indexOf(input) : -1;
        if (at >= 0 || allAreRepeated && now < until) {
            expected = expected.subList(at + 1, expected.size());
            return true;
        }
        expected = List.of();
        inputs.add(input);
        if (inputs.size() > REMEMBERED) {
            inputs.remove();
        }
        return false;
    }

    /** What the caller did lately, the oldest first. */
    List<String> recent() {
        return inputs.isEmpty() ? List.of() : List.copyOf(inputs);
    }

    private static String input(CallEvent event) {
        return switch (event) {
            case CallEvent.Key(char digit) -> "key " + digit;
            case CallEvent.Utterance(String text, String language, boolean last) ->
                Integer.toHexString(text.hashCode());
            default -> "";
        };
    }
}
