package io.arcline.ops.meter;

import java.util.List;

/**
 * Every metric of the application: its name, what it means and its labels, all of whose values are known beforehand. What
 * docs/metrics.md says of them is written from here.
 */
public enum Metric {
    LIVE_CALLS(Type.GAUGE, "live_calls", "", "Calls in progress on this server."),
    MAX_CALLS(Type.GAUGE, "max_calls", "", "Calls that this server takes at the same time."),
    READY(Type.GAUGE, "takes_calls", "", "1 while this server takes calls, 0 while it starts or stops."),
    CALLS_CONNECTED(Type.COUNTER, "calls_connected", "", "Calls that were set up."),
    CALLS_ENDED(Type.COUNTER, "calls_ended", "", "Calls that are over, by how they ended.", "outcome"),
    RECONNECTS(
            Type.COUNTER,
            "reconnects",
            "",
            "Calls that came back after their socket was lost or they were moved: went on where they were (resumed),"
                    + " began anew (forgotten), or had to be ended with an apology (lost).",
            "result"),
    SOCKETS_LOST(Type.COUNTER, "sockets_lost", "", "Losses of a socket that Twilio reported to this server."),
    TURNS(
            Type.COUNTER,
            "turns",
            "",
            "Answers of the dialog, by where the caller was and what happened.",
            "hotline",
            "event"),
    NOT_UNDERSTOOD(
            Type.COUNTER, "not_understood", "", "What callers said or pressed that meant nothing there.", "hotline"),
    INTERRUPTS(Type.COUNTER, "interrupts", "", "Times that a caller cut Shani off."),
    SILENCES(Type.COUNTER, "silences", "", "Times that nobody spoke, by what Shani did about it.", "step"),
    TURN_TIME(Type.TIMER, "turn", "seconds", "Time to find an answer and to give it to the line."),
    FIRST_TOKEN(
            Type.TIMER,
            "first_token",
            "seconds",
            "Time from the end of the caller's words, or the key, until the first words were sent."),
    LAST_TOKEN(Type.TIMER, "last_token", "seconds", "The same until the last words of the reply were sent."),
    ANSWER(
            Type.TIMER,
            "answer",
            "seconds",
            "The same until the answer itself began, without what only fills the time, by where the caller was.",
            "hotline"),
    ERRAND(
            Type.TIMER,
            "errand",
            "seconds",
            "Time that storing, fetching, looking up and texting took, by how it ended.",
            "errand",
            "outcome"),
    ASSISTANT_FIRST_TOKEN(
            Type.TIMER,
            "assistant_first_token",
            "seconds",
            "Time from a question to the assistant until the first words of its answer could be spoken."),
    TEXT_MESSAGES(Type.COUNTER, "text_messages", "", "Text messages that callers asked for.", "result"),
    CARRIER_FAULTS(Type.COUNTER, "carrier_faults", "", "Frames of ours that Twilio refused."),
    RELAY_SOCKETS(Type.GAUGE, "relay_sockets", "", "Relay sockets that are open."),
    REFUSED(
            Type.COUNTER,
            "refused",
            "",
            "Requests, handshakes, set-ups and frames that were refused on the public port.",
            "reason"),
    STATE_LAG(
            Type.GAUGE,
            "state_lag",
            "seconds",
            "From a turn until where its call stands was in the database, the last time it was written."),
    STATE_BEHIND(
            Type.GAUGE, "state_behind", "seconds", "How long the oldest change of a call has been waiting for that."),
    STATES_WAITING(Type.GAUGE, "states_waiting", "calls", "Calls with changes that wait for that."),
    STATE_FAILURES(Type.COUNTER, "state_failures", "", "Times that it did not work."),
    JOURNAL_BACKLOG(Type.GAUGE, "journal_backlog", "entries", "Journal entries in memory that are not written yet."),
    JOURNAL_SPOOL(Type.GAUGE, "journal_spool", "bytes", "What of the journal waits on disk for the database."),
    JOURNAL_DROPPED(Type.COUNTER, "journal_dropped", "", "Journal entries that were lost for want of room.");

    /** What begins every name. */
    public static final String PREFIX = "arcline_";

    private final Type type;
    private final String name;
    private final String unit;
    private final String help;
    private final List<String> labels;

    /** The kinds of metric that Prometheus knows. */
    public enum Type {
        COUNTER,
        GAUGE,
        /** A histogram of durations. */
        TIMER;

        /** As Prometheus calls it. */
        public String exported() {
            return this == TIMER ? "histogram" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Metric(Type type, String name, String unit, String help, String... labels) {
        this.type = type;
        this.name = name;
        this.unit = unit;
        this.help = help;
        this.labels = List.of(labels);
    }

    public Type type() {
        return type;
    }

    /** Seconds, bytes or what is counted; "" for a plain number. */
    public String unit() {
        return unit;
    }

    public String help() {
        return help;
    }

    /** The names of its labels. */
    public List<String> labels() {
        return labels;
    }

    /** As it is registered: unit and the counters' ending come with the export. */
    String registered() {
        return PREFIX + name;
    }

    /** As Prometheus knows it. */
    public String exported() {
        return registered() + (unit.isEmpty() ? "" : "_" + unit) + (type == Type.COUNTER ? "_total" : "");
    }
}
