package io.arcline.faketwilio.line;

import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.wire.ServerFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The one queue of text, recordings and digits that Twilio plays to the caller. A clause is played when it is complete;
 * speaking ends when the queue is empty and the reply is closed by {@code last:true}. Used under the call's lock.
 */
final class PlayQueue {
    /** What of the chunk in progress was heard, and for how long, when playing was stopped. */
    record Fragment(String heard, Duration played) {}

    /** Told of what the caller hears, under the lock. */
    interface Ear {
        void agentSpeaking(boolean on);

        void played(String text, boolean whole);

        void finished(Reply reply);
    }

    private final LineSettings settings;
    private final LineMonitor monitor;
    private final RelayNoun noun;
    private final Ear ear;
    private final Deque<Chunk> queue = new ArrayDeque<>();
    private final StringBuilder arrived = new StringBuilder();
    private Boolean arrivedInterruptible;
    private boolean arrivedPreemptible;
    private TalkCycle open;
    private Chunk current;
    private long currentSince;
    private long steps;
    private boolean starting;
    private boolean speaking;
    private long asked = System.nanoTime();
    private boolean betweenTurns;

    PlayQueue(LineSettings settings, LineMonitor monitor, RelayNoun noun, Ear ear) {
        this.settings = settings;
        this.monitor = monitor;
        this.noun = noun;
        this.ear = ear;
    }

    boolean speaking() {
        return speaking;
    }

    /** Whether a reply is arriving, waiting or being played. */
    boolean busy() {
        return speaking || starting || open != null || !queue.isEmpty();
    }

    /** The caller has done something that wants an answer, which leftovers of a reply cut off before are no part of. */
    void asked() {
        asked = System.nanoTime();
        betweenTurns = false;
        if (open != null && open.stale()) {
            leaveOpen();
            arrived.setLength(0);
        }
    }

    void greet(String words) {
        TalkCycle cycle = new TalkCycle(asked, false);
        cycle.greet(words);
        queue(new Chunk(words, cycle, settings.speaking(words.length()), null, noun.is("preemptible")));
        start(settings.greeting());
    }

    void text(ServerFrame.Text frame) {
        boolean preemptible = frame.preemptible() == null ? noun.is("preemptible") : frame.preemptible();
        if (!frame.token().isBlank()) {
            preempt(!preemptible);
        }
        if (open == null) {
            open = new TalkCycle(asked, betweenTurns);
        }
        TalkCycle cycle = open;
        cycle.add(frame, preemptible);
        arrived.append(frame.token());
        arrivedInterruptible = frame.interruptible();
        arrivedPreemptible = preemptible;
        for (String clause : Chunk.clauses(arrived, frame.last())) {
            queue(new Chunk(clause, cycle, settings.speaking(clause.length()), frame.interruptible(), preemptible));
        }
        if (frame.last()) {
            open = null;
        }
        start(settings.firstAudio());
        finish(cycle);
    }

    void play(ServerFrame.Play frame) {
        boolean preemptible = Boolean.TRUE.equals(frame.preemptible());
        preempt(!preemptible);
        queue(new Chunk("", null, settings.speaking(40), frame.interruptible(), preemptible));
        start(settings.firstAudio());
    }

    void digits(String digits) {
        queue(new Chunk(digits, null, settings.speaking(4 * digits.length()), null, false));
        start(settings.firstAudio());
    }

    /** Stops and discards everything, when the chunk in progress may be interrupted so. */
    Optional<Fragment> interrupt(RelayNoun.Input input) {
        Boolean own = current == null ? (open == null ? null : arrivedInterruptible) : current.interruptible();
        boolean allowed = own == null ? noun.interruptible(input) : own;
        if (!speaking || !allowed) {
            return Optional.empty();
        }
        betweenTurns = true;
        return Optional.of(stop());
    }

    /** Stops and discards everything, silently. */
    Fragment stop() {
        Fragment fragment = cutCurrent();
        while (!queue.isEmpty()) {
            discard(queue.removeFirst(), "");
        }
        if (open != null) {
            leaveOpen();
        }
        arrived.setLength(0);
        starting = false;
        speaking = false;
        return fragment;
    }

    /** The open reply will never be closed: what came of it is all. */
    private void leaveOpen() {
        open.abandon();
        ear.finished(open.reply());
        open = null;
    }

    /** A plain message replaces every preemptible one; a preemptible message those of earlier replies. */
    private void preempt(boolean plain) {
        if (open != null && arrivedPreemptible && plain && !arrived.isEmpty()) {
            arrived.setLength(0);
            open.abandon();
        }
        for (Iterator<Chunk> chunks = queue.iterator(); chunks.hasNext(); ) {
            Chunk chunk = chunks.next();
            if (replaceable(chunk, plain)) {
                chunks.remove();
                discard(chunk, "");
            }
        }
        if (current != null && replaceable(current, plain)) {
            ear.played(cutCurrent().heard(), false);
        }
    }

    private boolean replaceable(Chunk chunk, boolean plain) {
        return chunk.preemptible() && (plain || chunk.cycle() != open);
    }

    private Fragment cutCurrent() {
        steps++;
        if (current == null) {
            return new Fragment("", Duration.ZERO);
        }
        Duration played = Duration.ofNanos(System.nanoTime() - currentSince);
        Chunk chunk = current;
        current = null;
        String heard = chunk.heardAfter(played);
        discard(chunk, heard);
        return new Fragment(heard, played);
    }

    private void queue(Chunk chunk) {
        if (chunk.cycle() != null) {
            chunk.cycle().queued();
        }
        queue.addLast(chunk);
    }

    private void discard(Chunk chunk, String heard) {
        TalkCycle cycle = chunk.cycle();
        if (cycle != null) {
            cycle.discarded(heard);
            finish(cycle);
        }
    }

    private void finish(TalkCycle cycle) {
        if (cycle.finishes()) {
            ear.finished(cycle.reply());
        }
    }

    private void start(Duration firstAudio) {
        if (speaking) {
            if (current == null) {
                next();
            }
        } else if (!starting && (!queue.isEmpty() || !arrived.toString().isBlank())) {
            starting = true;
            step(firstAudio, () -> {
                starting = false;
                speaking = true;
                ear.agentSpeaking(true);
                next();
            });
        }
    }

    private void next() {
        while (speaking && current == null) {
            Chunk chunk = queue.pollFirst();
            if (chunk == null) {
                fallSilent();
                return;
            }
            current = chunk;
            currentSince = System.nanoTime();
            if (chunk.time().isZero()) {
                played(chunk);
            } else {
                step(chunk.time(), () -> {
                    played(chunk);
                    next();
                });
            }
        }
    }

    private void played(Chunk chunk) {
        current = null;
        if (!chunk.text().isEmpty()) {
            ear.played(chunk.text(), true);
        }
        if (queue.isEmpty()) {
            fallSilent();
        }
        if (chunk.cycle() != null) {
            chunk.cycle().played(chunk.text());
            finish(chunk.cycle());
        }
    }

    /** Unless more of the reply is to come. */
    private void fallSilent() {
        if (open == null) {
            speaking = false;
            ear.agentSpeaking(false);
        }
    }

    /** A step that is forgotten when playing is stopped before it. */
    private void step(Duration time, Runnable what) {
        long number = ++steps;
        monitor.after(time, () -> {
            if (number == steps) {
                what.run();
            }
        });
    }
}
