package io.arcline.ops.meter;

import io.arcline.call.CallInfo;
import io.arcline.call.CallObserver;
import io.arcline.call.ReplyTimes;
import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Timer;

/** Counts and measures what happens in calls. All series exist from the start, at 0. Thread-safe. */
final class CallMeter implements CallObserver {
    private static final List<String> EVENTS = List.of("connected", "resumed", "speech", "key", "silence", "errand");

    private final Counter connected;
    private final Counter interrupts;
    private final Counter carrierFaults;
    private final Timer turnTime;
    private final Timer firstToken;
    private final Timer lastToken;
    private final Map<CallOutcome, Counter> ended;
    private final Map<Hotline, Map<String, Counter>> turns;
    private final Map<Hotline, Counter> notUnderstood;
    private final Map<Hotline, Timer> answer;
    private final Map<SilenceStep, Counter> silences;
    private final Map<ErrandKind, ErrandMeter> errands;
    private final Map<TextResult, Counter> texts;
    private final Timer assistantFirstToken;

    CallMeter(Meters meters) {
        connected = meters.counter(Metric.CALLS_CONNECTED);
        interrupts = meters.counter(Metric.INTERRUPTS);
        carrierFaults = meters.counter(Metric.CARRIER_FAULTS);
        turnTime = meters.timer(Metric.TURN_TIME);
        firstToken = meters.timer(Metric.FIRST_TOKEN);
        lastToken = meters.timer(Metric.LAST_TOKEN);
        ended = each(CallOutcome.class, outcome -> meters.counter(Metric.CALLS_ENDED, outcome.label()));
        turns = each(Hotline.class, hotline -> {
            Map<String, Counter> ofEvent = new TreeMap<>();
            EVENTS.forEach(event -> ofEvent.put(event, meters.counter(Metric.TURNS, hotline.id(), event)));
            return ofEvent;
        });
        notUnderstood = each(Hotline.class, hotline -> meters.counter(Metric.NOT_UNDERSTOOD, hotline.id()));
        answer = each(Hotline.class, hotline -> meters.timer(Metric.ANSWER, hotline.id()));
        silences = each(SilenceStep.class, step -> meters.counter(Metric.SILENCES, step.label()));
        errands = each(ErrandKind.class, kind -> new ErrandMeter(meters, kind));
        assistantFirstToken = meters.timer(Metric.ASSISTANT_FIRST_TOKEN);
        texts = each(TextResult.class, result -> meters.counter(Metric.TEXT_MESSAGES, result.label()));
    }

    @Override
    public void connected(CallInfo call) {
        connected.inc();
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        turns.get(before.hotline()).get(heard.kind()).inc();
        turnTime.update(Duration.ofNanos(nanos));
        if (turn.state().misunderstood() > before.misunderstood()) {
            notUnderstood.get(before.hotline()).inc();
        }
        if (heard instanceof Heard.Silence) {
            silences.get(SilenceStep.of(turn)).inc();
        }
    }

    @Override
    public void answered(CallInfo call, Hotline hotline, ReplyTimes times) {
        firstToken.update(Duration.ofNanos(times.firstWords()));
        lastToken.update(Duration.ofNanos(times.complete()));
        answer.get(hotline).update(Duration.ofNanos(times.answer()));
    }

    @Override
    public void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {
        errands.get(ErrandKind.of(errand)).count(outcome, nanos);
        if (errand instanceof Errand.SendText) {
            texts.get(TextResult.of(outcome)).inc();
        }
    }

    @Override
    public void firstToken(CallInfo call, Errand errand, long nanos) {
        assistantFirstToken.update(Duration.ofNanos(nanos));
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        interrupts.inc();
    }

    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        carrierFaults.inc();
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        ended.get(CallOutcome.of(reason)).inc();
    }

    private static <E extends Enum<E>, T> Map<E, T> each(Class<E> type, Function<E, T> value) {
        Map<E, T> all = new EnumMap<>(type);
        Arrays.stream(type.getEnumConstants()).forEach(constant -> all.put(constant, value.apply(constant)));
        return all;
    }
}
