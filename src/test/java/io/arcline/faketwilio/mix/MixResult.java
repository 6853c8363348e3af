package io.arcline.faketwilio.mix;

import java.time.Duration;
import java.util.List;

/**
 * How a mix of calls went.
 *
 * @param calls by number
 * @param took from the first dialling to the last end
 */
public record MixResult(List<MixedCall> calls, Duration took) {
    public MixResult {
        calls = List.copyOf(calls);
    }

    /** Every report that was acknowledged: what the table must hold, each once. */
    public List<String> reports() {
        return calls.stream().flatMap(call -> call.reports().stream()).toList();
    }

    /** Every message for Scrappy that was acknowledged: what the table must hold, each once. */
    public List<String> messages() {
        return calls.stream().flatMap(call -> call.messages().stream()).toList();
    }

    /** What was given but not acknowledged: the tables may hold it at most once, and not at all after a refusal. */
    public List<String> unacknowledged() {
        return calls.stream().flatMap(call -> call.unacknowledged().stream()).toList();
    }

    /** Why calls did not end properly, and what the server did wrong; empty for a good server. */
    public List<String> problems() {
        return calls.stream()
                .flatMap(call -> java.util.stream.Stream.concat(
                        call.violations().stream(),
                        call.proper()
                                ? java.util.stream.Stream.empty()
                                : java.util.stream.Stream.of("call " + call.number() + ": " + call.problem())))
                .toList();
    }
}
