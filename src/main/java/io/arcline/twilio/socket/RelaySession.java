package io.arcline.twilio.socket;

import io.arcline.call.Call;
import io.arcline.call.CallEvent;
import io.arcline.call.CallInfo;
import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.BadFrameException;
import io.arcline.twilio.relay.Inbound;
import io.arcline.twilio.relay.InboundCodec;
import io.arcline.twilio.relay.Redemption;
import io.arcline.twilio.trust.Refusals;
import io.arcline.twilio.trust.Refusals.Reason;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One relay session: from the socket's opening to its closing. Frames come in one at a time; the clock's ticks and a call's words
 * come from other threads.
 */
final class RelaySession {
    private static final System.Logger LOG = System.getLogger(RelaySession.class.getName());

    /**
     * In bytes: a larger frame closes the socket with 1009. One that is larger than the codec takes, but not than this, is
     * dropped whole, and the call goes on. Liberty measures the fragments of a message one by one.
     */
    static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_BAD_FRAMES = 10;

    private final Session socket;
    private final Redemption.Accepted admission;
    private final Switchboard switchboard;
    private final RelayLimits limits;
    private final Refusals refusals;
    private final Executor threads;
    private final FrameWriter writer;
    private final RelayLine line;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long openedAt = System.nanoTime();
    private final FrameRate rate;
    private final SetupWait setup;
    private volatile Call call;
    private volatile long lastSign = openedAt;
    private volatile long pingedAt = openedAt;
    private volatile long endSentAt = Long.MAX_VALUE;
    private int badFrames;
    private boolean warned;

    RelaySession(
            Session socket,
            Redemption.Accepted admission,
            Switchboard switchboard,
            RelayLimits limits,
            Refusals refusals,
            Executor threads) {
        this.socket = socket;
        this.admission = admission;
        this.switchboard = switchboard;
        this.limits = limits;
        this.refusals = refusals;
        this.threads = threads;
        this.rate = new FrameRate(limits.framesASecond());
        this.writer = new FrameWriter(socket.getBasicRemote(), threads, () -> abandon("the peer does not read"));
        this.setup = new SetupWait(limits.setup(), writer::ping);
        this.line = new RelayLine(writer, this, limits.locales());
    }

    void frame(String text) {
        lastSign = System.nanoTime();
        if (!rate.allows(lastSign)) {
            close(CloseCodes.VIOLATED_POLICY, "too many frames");
            return;
        }
        if (text.length() > MOST_BYTES) {
            close(CloseCodes.TOO_BIG, "too large a message");
            return;
        }
        try {
            Inbound message = InboundCodec.decode(text);
            badFrames = 0;
            receive(message);
        } catch (BadFrameException bad) {
            badFrames++;
            refusals.count(Reason.BAD_FRAME);
            warnOnce("bad frame: " + bad.getMessage());
            if (badFrames >= MOST_BAD_FRAMES) {
                close(CloseCodes.CANNOT_ACCEPT, "too many bad frames");
            }
        }
    }

    /** A binary frame came: the relay has none. */
    void binary() {
        close(CloseCodes.CANNOT_ACCEPT, "text frames only");
    }

    void pong(ByteBuffer content) {
        lastSign = System.nanoTime();
        setup.pong();
        writer.pong(content);
    }

    private void receive(Inbound message) {
        Call connected = call;
        if (message instanceof Inbound.Setup named) {
            if (connected == null) {
                setUp(named);
            } else {
                warnOnce("a second setup is ignored");
            }
        } else if (connected == null
                && admission.resume()
                && !admission.callSid().isEmpty()) {
            // Whether a carrier that connects again by itself says setup again is not documented.
            connect(new CallInfo(admission.callSid(), "", "", "", Instant.now()));
            receive(message);
        } else if (connected == null) {
            warnOnce("a message before setup is ignored");
        } else {
            CallEvents.of(message)
                    .ifPresentOrElse(
                            connected::post,
                            () -> log(System.Logger.Level.DEBUG, "a message without meaning here is ignored"));
        }
    }

    /** One line a session that everybody sees: a peer that sends nothing sensible must not fill the log. */
    private void warnOnce(String what) {
        log(warned ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, what);
        warned = true;
    }

    /** With the session's name in place of itself: Liberty keeps its latest records and all that they name. */
    private void log(System.Logger.Level level, String what) {
        if (LOG.isLoggable(level)) {
            LOG.log(level, "{0}: {1}", toString(), what);
        }
    }

    private void setUp(Inbound.Setup setup) {
        String callSid = CallEvents.storable(setup.callSid());
        if (callSid.isEmpty()) {
            callSid = admission.callSid();
            log(System.Logger.Level.WARNING, "setup names no call; the one its token was made for is taken");
        }
        if (callSid.isEmpty()) {
            close(CloseCodes.VIOLATED_POLICY, "setup names no call");
        } else if (!admission.callSid().isEmpty() && !admission.callSid().equals(callSid)) {
            refuse(Reason.OTHER_CALL, "setup names another call");
        } else if (!limits.accountSid().isEmpty() && !limits.accountSid().equals(setup.accountSid())) {
            refuse(Reason.OTHER_ACCOUNT, "setup names another account");
        } else {
            connect(new CallInfo(
                    // Of two that are equal the one that is kept already.
                    callSid.equals(admission.callSid()) ? admission.callSid() : callSid,
                    CallEvents.storable(setup.sessionId()),
                    CallEvents.storable(setup.from()),
                    CallEvents.storable(setup.to()),
                    Instant.now()));
        }
    }

    private void connect(CallInfo info) {
        switch (admission.resume() ? switchboard.resume(info, line) : switchboard.connect(info, line)) {
            case Switchboard.Connection.Connected(Call connected) -> {
                call = connected;
                if (closed.get()) {
                    switchboard.disconnect(connected, "closed");
                } else if (!admission.resume()) {
                    connected.post(new CallEvent.Connected());
                }
            }
            case Switchboard.Connection.Refused(var why) -> {
                switch (why) {
                    case ALREADY_LIVE -> refuse(Reason.ALREADY_LIVE, "this call is live on another socket");
                    case NO_LINE_FREE -> refuse(Reason.NO_LINE_FREE, "no line free", CloseCodes.TRY_AGAIN_LATER);
                    case NUMBER_BUSY ->
                        refuse(Reason.NUMBER_BUSY, "too many calls of one number", CloseCodes.TRY_AGAIN_LATER);
                }
            }
        }
    }

    private void refuse(Reason reason, String why) {
        refuse(reason, why, CloseCodes.VIOLATED_POLICY);
    }

    private void refuse(Reason reason, String why, CloseReason.CloseCode code) {
        log(System.Logger.Level.WARNING, why);
        refusals.count(reason);
        close(code, why);
    }

    /** Our side has sent the relay's end; the carrier is expected to close. */
    void endSent() {
        endSentAt = System.nanoTime();
    }

    boolean isOf(String callSid) {
        Call connected = call;
        return connected != null && connected.info().callSid().equals(callSid);
    }

    void abandon(String reason) {
        log(System.Logger.Level.WARNING, "given up: " + reason);
        close(CloseCodes.UNEXPECTED_CONDITION, reason);
    }

    /** Looks at the clock: no setup, no sign of life, a frame that does not get out, an end that is not answered. */
    void tick(long now) {
        if (call == null && setup.isOver(now - openedAt)) {
            refuse(Reason.NO_SETUP, "no setup within " + limits.setup().toSeconds() + " s");
        } else if (writer.stuckNanos(now) > limits.send().toNanos()) {
            abandon("a frame was not taken within " + limits.send().toSeconds() + " s");
        } else if (endSentAt != Long.MAX_VALUE
                && now - endSentAt > limits.send().toNanos()) {
            close(CloseCodes.NORMAL_CLOSURE, "ended");
        } else if (now - lastSign > limits.ping().toNanos() * 3) {
            abandon("no sign of life for " + limits.ping().toSeconds() * 3 + " s");
        } else if (now - Math.max(pingedAt, lastSign) > limits.ping().toNanos()) {
            pingedAt = now;
            writer.ping();
        }
    }

    /** The socket is being closed, from whichever side. */
    void closed(String reason) {
        closed.set(true);
        writer.settle();
        Call connected = call;
        if (connected != null) {
            switchboard.disconnect(connected, reason);
        }
    }

    /** Ends the call at once and the socket as soon as that can be; never waits. */
    void close(CloseReason.CloseCode code, String reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        writer.close();
        Call connected = call;
        if (connected != null) {
            switchboard.disconnect(connected, reason);
        }
        CloseReason why = new CloseReason(code, reason);
        try {
            threads.execute(() -> closeSocket(why));
        } catch (RejectedExecutionException stopping) {
            closeSocket(why);
        }
    }

    /** Waits for seconds where a frame is under way to a peer that does not read. */
    private void closeSocket(CloseReason why) {
        try {
            socket.close(why);
        } catch (IOException | IllegalStateException gone) {
            log(System.Logger.Level.DEBUG, "was gone already");
        }
    }

    /** The call's SID, or the socket's id before it is known: for log lines. */
    @Override
    public String toString() {
        Call connected = call;
        return connected == null
                ? "relay session " + socket.getId()
                : "call " + connected.info().callSid();
    }
}
