package io.arcline.faketwilio;

import io.arcline.faketwilio.line.LineMonitor;
import io.arcline.faketwilio.line.RelaySession;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import io.arcline.faketwilio.twiml.RelayNoun;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One phone call, for its caller. It goes on by itself; the methods here speak, press keys and wait. Everything that
 * waits does so for as long as the carrier is patient and then throws {@link CallFailed}. Thread-safe.
 */
public final class FakeCall {
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private final String from;
    private final FakeTwilio twilio;
    private final LineMonitor monitor;
    private final Transcript transcript;
    private final CallFlow flow;
    private final List<Reply> replies = new ArrayList<>();
    private final Deque<Reply> news = new ArrayDeque<>();
    private RelaySession session;
    private RelayNoun relay;
    private volatile int sessions;
    private volatile boolean hungUp;
    private volatile CallEnd end;

    FakeCall(String from, FakeTwilio twilio, Consumer<CallEvent> listener) {
        this.from = from;
        this.twilio = twilio;
        this.monitor = twilio.monitor();
        this.transcript = new Transcript(listener);
        this.flow = new CallFlow(this, twilio, monitor, transcript);
    }

    /** "CA" and 32 hexadecimal digits. */
    public String callSid() {
        return callSid;
    }

    /** The caller's number. */
    public String from() {
        return from;
    }

    /**
     * Speaks, and returns when recognition has finished: after the final prompt. Replies that nobody awaited are
     * forgotten, so that the next one awaited answers this. While the agent speaks, it is cut off where that is
     * allowed.
     *
     * @return whether it was cut off
     */
    public boolean say(String words) {
        return act(live -> live.caller().say(words) ? 1 : 0) > 0;
    }

    /**
     * The same, but only where the session that a number of sessions ended with is still there, and without waiting for another.
     *
     * @param ofSessions as {@link #relaySessions()} was when the caller decided what to say
     * @return whether it was said
     */
    public boolean sayIfStill(int ofSessions, String words) {
        boolean[] said = new boolean[1];
        monitor.run(() -> {
            if (session != null && session.live() && sessions == ofSessions) {
                session.caller().say(words);
                news.clear();
                said[0] = true;
            }
        });
        return said[0];
    }

    /** Presses a key, one of {@code 0-9 * #}; otherwise like {@link #say}. */
    public boolean press(char key) {
        return act(live -> live.caller().press(key) ? 1 : 0) > 0;
    }

    /** Waits until the agent speaks, then speaks over it; throws where that did not cut it off. */
    public void interrupt(String words) {
        awaitSpeaking();
        if (!say(words)) {
            throw failure("\"" + words + "\" did not cut the agent off");
        }
    }

    /** Says nothing for a time, or until the call is over; returns the replies that were heard meanwhile. */
    public List<Reply> silent(Duration time) {
        monitor.await(() -> end != null, time);
        List<Reply> heard = new ArrayList<>();
        monitor.run(() -> {
            heard.addAll(news);
            news.clear();
        });
        return heard;
    }

    /** Waits until a reply has been heard to its end, or cut off by the hotline itself. */
    public Reply awaitReply() {
        return awaitReply(reply -> true, twilio.patience());
    }

    /** The same, but passes over fillers ("one moment"), whose words are all preemptible. */
    public Reply awaitAnswer() {
        return awaitReply(reply -> !reply.filler(), twilio.patience());
    }

    /** The next reply that is wanted; others before it are passed over. */
    public Reply awaitReply(Predicate<Reply> wanted, Duration atMost) {
        Reply[] found = new Reply[1];
        BooleanSupplier there = () -> {
            while (found[0] == null && !news.isEmpty()) {
                Reply reply = news.removeFirst();
                found[0] = wanted.test(reply) ? reply : null;
            }
            return found[0] != null || end != null;
        };
        monitor.await(there, atMost);
        if (found[0] == null) {
            throw failure("no reply" + (end == null ? " within " + atMost : ", the call is over"));
        }
        return found[0];
    }

    /** Waits until the agent speaks. */
    public void awaitSpeaking() {
        await(() -> session != null && session.speaking(), "the agent to speak");
    }

    /** Waits until the agent speaks, or has spoken already: where a caller may begin to speak over it. */
    public void awaitVoice() {
        await(() -> session != null && session.speaking() || !news.isEmpty(), "the agent's voice");
    }

    /** Waits until no reply is arriving or being played. */
    public void awaitQuiet() {
        await(() -> end != null || session != null && !session.busy(), "the agent to finish");
    }

    /** Waits until the relay is connected; after a reconnect this is a new session. */
    public void awaitConnected() {
        await(() -> session != null && session.live(), "a relay session");
    }

    /** Waits until an event has happened. */
    public void awaitEvent(Predicate<CallEvent> wanted, String what) {
        await(() -> transcript.lines().stream().anyMatch(line -> wanted.test(line.event())), what);
    }

    /** Waits until the call is over. */
    public CallEnd awaitEnd() {
        return awaitEnd(twilio.patience());
    }

    /** Waits until the call is over. */
    public CallEnd awaitEnd(Duration atMost) {
        if (!monitor.await(() -> end != null, atMost)) {
            throw failure("the call is not over within " + atMost);
        }
        return end;
    }

    /** How the call ended; empty while it goes on. */
    public Optional<CallEnd> end() {
        return Optional.ofNullable(end);
    }

    /** The caller hangs up, whatever is going on. */
    public void hangUp() {
        monitor.run(() -> {
            hungUp = true;
            if (session != null) {
                session.hangUp();
            }
        });
    }

    /** The relay's socket is lost without a close frame; the call itself goes on, and the action tells of it. */
    public void drop() {
        act(live -> {
            live.drop();
            return 0;
        });
    }

    /** Sends a text to the server's socket as it is. */
    public void sendRaw(String frame) {
        act(live -> {
            live.send(frame);
            return 0;
        });
    }

    /** Everything that happened. */
    public Transcript transcript() {
        return transcript;
    }

    /** What the server did that Twilio refuses, ignores or does not know; empty for a good server. */
    public List<String> violations() {
        return transcript.violations();
    }

    /** Every reply so far, those cut off among them. */
    public List<Reply> replies() {
        List<Reply> copy = new ArrayList<>();
        monitor.run(() -> copy.addAll(replies));
        return copy;
    }

    /** How many relay sessions the call has had so far, the one in progress among them. */
    public int relaySessions() {
        return sessions;
    }

    /** The ConversationRelay noun that the call is or was last connected by. */
    public RelayNoun relay() {
        awaitConnected();
        return relay;
    }

    @Override
    public String toString() {
        return "call " + callSid + " from " + from + "\n" + transcript;
    }

    void follow() {
        CallEnd how = flow.follow();
        transcript.add(new CallEvent.Over(how.kind() + ", " + how.detail()));
        twilio.over(this);
        monitor.run(() -> end = how);
    }

    void connected(RelaySession newSession, RelayNoun noun) {
        monitor.run(() -> {
            session = newSession;
            sessions++;
            relay = noun;
            if (hungUp) {
                session.hangUp();
            }
        });
    }

    void replied(Reply reply) {
        replies.add(reply);
        if (!reply.stale()) {
            news.addLast(reply);
        }
    }

    boolean hungUp() {
        return hungUp;
    }

    void abandon() {
        monitor.run(() -> {
            hungUp = true;
            if (session != null && session.live()) {
                session.drop();
            }
        });
    }

    private int act(ToIntFunction<RelaySession> action) {
        awaitConnected();
        int[] result = new int[1];
        monitor.run(() -> {
            if (!session.live()) {
                throw failure("the session has just ended");
            }
            result[0] = action.applyAsInt(session);
            news.clear();
        });
        return result[0];
    }

    private void await(BooleanSupplier so, String what) {
        monitor.await(() -> so.getAsBoolean() || end != null, twilio.patience());
        if (!so.getAsBoolean()) {
            throw failure(
                    "waited for " + what + (end == null ? " for " + twilio.patience() : ", but the call is over"));
        }
    }

    private CallFailed failure(String what) {
        return new CallFailed(what + "\n" + this);
    }
}
