package io.arcline.ops.trace;

import io.arcline.call.CallInfo;
import io.arcline.call.CallObserver;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A trace a call: the call itself, and in it a span for each turn and for each errand (storing, fetching, looking up, texting). The
 * call's span is the current one while the call is worked on. Thread-safe.
 */
public final class CallTraces implements CallObserver.Surrounding {
    private final Tracer tracer;
    private final Map<String, Span> calls = new ConcurrentHashMap<>();

    public CallTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void around(CallInfo call, Runnable work) {
        Scope scope = span(call).makeCurrent();
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    @Override
    public void connected(CallInfo call) {
        begin(call);
    }

    @Override
    public void resumed(CallInfo call, String how) {
        begin(call);
        span(call).addEvent("resumed, missing: " + how);
    }

    private void begin(CallInfo call) {
        Span span = tracer.spanBuilder("call")
                .setNoParent()
                .setAttribute("arcline.call_sid", call.callSid())
                .startSpan();
        calls.put(call.callSid(), span);
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        start(call, "turn", nanos)
                .setAttribute("arcline.event", heard.kind())
                .setAttribute(
                        "arcline.from",
                        before.hotline().id() + "/" + before.step().id())
                .setAttribute("arcline.hotline", turn.state().hotline().id())
                .setAttribute("arcline.step", turn.state().step().id())
                .setAttribute("arcline.turn", turn.state().turns())
                .end();
    }

    @Override
    public void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {
        Span span = start(call, name(errand), nanos);
        if (outcome instanceof Outcome.Failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.setAttribute("arcline.outcome", outcome.getClass().getSimpleName()).end();
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        span(call).addEvent("interrupted");
    }

    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        span(call).addEvent("carrier fault");
    }

    @Override
    public void broken(CallInfo call, RuntimeException cause) {
        span(call).setStatus(StatusCode.ERROR, cause.getClass().getName());
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        Span span = calls.remove(call.callSid());
        if (span != null) {
            span.setAttribute("arcline.end", reason)
                    .setAttribute("arcline.turns", state.turns())
                    .setAttribute("arcline.hotline", state.hotline().id())
                    .end();
        }
    }

    /** One that has begun so long ago. */
    private Span start(CallInfo call, String name, long nanosAgo) {
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(span(call)))
                .setStartTimestamp(Instant.now().minusNanos(nanosAgo))
                .startSpan();
    }

    private Span span(CallInfo call) {
        return calls.getOrDefault(call.callSid(), Span.getInvalid());
    }

    private static String name(Errand errand) {
        return switch (errand) {
            case Errand.StoreReport report -> "store report";
            case Errand.StoreMessage message -> "store message";
            case Errand.FetchReports reports -> "fetch reports";
            case Errand.LookUp lookUp -> "look up";
            case Errand.Ask ask -> "ask";
            case Errand.SendText text -> "send text";
            case Errand.SecondOpinion opinion -> "second opinion";
        };
    }
}
