package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.JournalEntry.Level;
import java.util.Map;

/** Tells the journal what happens in calls. What was said goes into it only where words are wanted. Thread-safe. */
final class CallRecord implements CallObserver {
    private static final System.Logger LOG = System.getLogger(CallRecord.class.getName());

    private final Journal journal;
    private final CallerIdentity callers;
    private final boolean words;

    /** @param words whether callers' and Shani's words are kept */
    CallRecord(Journal journal, CallerIdentity callers, boolean words) {
        this.journal = journal;
        this.callers = callers;
        this.words = words;
    }

    @Override
    public void connected(CallInfo call) {
        write(
                call,
                Level.INFO,
                "call connected",
                Map.of("session", call.sessionId(), "caller", callers.of(call.from()), "to", call.to()));
    }

    @Override
    public void resumed(CallInfo call, String how) {
        write(call, Level.INFO, "call resumed", Map.of("session", call.sessionId(), "how", how));
    }

    @Override
    public void moved(CallInfo call) {
        write(call, Level.INFO, "call moved", Map.of());
    }

    @Override
    public void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {
        write(call, Level.INFO, "turn", about(heard, before, turn, nanos / 1000));
        if (words) {
            write(call, Level.DEBUG, "words", words(heard, turn));
        }
    }

    private static Map<String, Object> about(Heard heard, DialogState before, Turn turn, long micros) {
        DialogState after = turn.state();
        int number = after.turns();
        String event = heard instanceof Heard.Returned(Outcome outcome)
                ? outcome.getClass().getSimpleName()
                : heard.kind();
        String from = before.hotline().id() + "/" + before.step().id();
        String hotline = after.hotline().id();
        String step = after.step().id();
        return after.misunderstood() > before.misunderstood()
                ? Map.of(
                        "turn",
                        number,
                        "event",
                        event,
                        "from",
                        from,
                        "hotline",
                        hotline,
                        "step",
                        step,
                        "micros",
                        micros,
                        "misunderstood",
                        after.misunderstood())
                : Map.of(
                        "turn", number, "event", event, "from", from, "hotline", hotline, "step", step, "micros",
                        micros);
    }

    /** For an entry of its own: what was said is the first to go when there is no room for everything. */
    private static Map<String, Object> words(Heard heard, Turn turn) {
        int number = turn.state().turns();
        if (heard instanceof Heard.Speech(String text, String language)) {
            return Map.of("turn", number, "heard", text, "said", turn.words());
        }
        if (heard instanceof Heard.Returned(Outcome.Told told)) {
            return Map.of("turn", number, "told", told.heard(), "said", turn.words());
        }
        return Map.of("turn", number, "said", turn.words());
    }

    @Override
    public void interrupted(CallInfo call, String heardOfReply) {
        write(
                call,
                Level.INFO,
                "interrupted",
                words ? Map.of("heard", heardOfReply) : Map.of("heardCharacters", heardOfReply.length()));
    }

    /** Only the call's first is worth a line that everybody sees. */
    @Override
    public void carrierFault(CallInfo call, String description, boolean first) {
        // The carrier repeats our own frame in its description: only its code is safe to log.
        LOG.log(
                first ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                "call {0}: the carrier refused a frame",
                call.callSid());
        write(call, Level.WARN, "carrier fault", words ? Map.of("description", description) : Map.of());
    }

    @Override
    public void endedByUs(CallInfo call) {
        write(call, Level.INFO, "call ended by the hotline", Map.of());
    }

    @Override
    public void disconnected(CallInfo call, DialogState state, String reason) {
        write(
                call,
                Level.INFO,
                "call disconnected",
                Map.of(
                        "reason", reason,
                        "turns", state.turns(),
                        "hotline", state.hotline().id(),
                        "step", state.step().id()));
    }

    @Override
    public void broken(CallInfo call, RuntimeException cause) {
        LOG.log(System.Logger.Level.ERROR, "call " + call.callSid() + " broke", cause);
        write(
                call,
                Level.ERROR,
                "call broke",
                Map.of("exception", cause.getClass().getName()));
    }

    private void write(CallInfo call, Level level, String message, Map<String, Object> metadata) {
        journal.write(call.callSid(), level, message, metadata);
    }
}
