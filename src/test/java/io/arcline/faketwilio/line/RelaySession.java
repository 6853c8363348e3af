package io.arcline.faketwilio.line;

import io.arcline.faketwilio.socket.Closing;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.wire.FrameRefused;
import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.faketwilio.wire.ServerFrameReader;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One session on one socket, Twilio's end of it. What the server sends is checked and played; what the caller does
 * becomes frames in the recorded order. Everything but {@link #run} is called with the monitor's lock held.
 */
public final class RelaySession {
    private static final String CLOSING = "Closing websocket session";
    private static final int MALFORMED_AT_MOST = 9;
    private static final int BUFFERED_AT_MOST = 500;

    /** Events before a loss that are repeated after it, because nobody knows whether they arrived. */
    private static final int REPEATED = 6;

    private static final Duration CLOSE_ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final LineSettings settings;
    private final LineMonitor monitor;
    private final RelayNoun noun;
    private final Transcript transcript;
    private final PlayQueue playing;
    private final Caller caller;
    private WebSocketClient socket;
    private String promptLanguage;
    private final Deque<String> repeatable = new ArrayDeque<>();
    private final Deque<String> buffered = new ArrayDeque<>();
    private boolean away;
    private volatile SessionEnd end;
    private boolean closed;
    private int malformed;

    /**
     * @param replies told of each reply when it was heard to its end or cut off, under the lock
     */
    public RelaySession(
            LineSettings settings,
            LineMonitor monitor,
            RelayNoun noun,
            Transcript transcript,
            Consumer<Reply> replies) {
        this.settings = settings;
        this.monitor = monitor;
        this.noun = noun;
        this.transcript = transcript;
        this.promptLanguage = noun.promptLanguage();
        this.playing = new PlayQueue(settings, monitor, noun, new Ear(replies));
        this.caller = new Caller(this, settings, monitor, noun, playing);
    }

    /**
     * Sends the setup over a socket just opened, then serves the session until it has ended; returns how.
     *
     * @param again opens another socket in place of one that was lost, where the TwiML wants that; gives null when it gives up
     */
    public SessionEnd run(WebSocketClient opened, String setup, Supplier<WebSocketClient> again) {
        monitor.run(() -> {
            socket = opened;
            send(setup);
            playing.asked();
            String greeting = noun.attribute("welcomeGreeting", "");
            if (end != null) {
                closeSocket(1000, CLOSING);
            } else if (!greeting.isBlank()) {
                playing.greet(greeting);
            }
        });
        Closing closing = opened.receive(this::received);
        while (end == null && noun.is("applicationReconnect")) {
            Closing lost = closing;
            monitor.run(() -> lose(lost));
            WebSocketClient next = again.get();
            if (next == null) {
                break;
            }
            monitor.run(() -> comeBack(next, setup));
            closing = next.receive(this::received);
        }
        Closing last = closing;
        monitor.run(() -> closed(last));
        return end;
    }

    private void lose(Closing closing) {
        away = true;
        playing.stop();
        transcript.add(new CallEvent.Socket("closed " + closing.code() + ", connecting again"));
    }

    /** The setup, then what the server may not have got before the loss, and what happened since, in order. */
    private void comeBack(WebSocketClient next, String setup) {
        socket = next;
        away = false;
        List<String> replayed = new ArrayList<>(repeatable);
        replayed.addAll(buffered);
        repeatable.clear();
        buffered.clear();
        send(setup);
        replayed.forEach(this::send);
        if (end != null) {
            closeSocket(1000, CLOSING);
        }
    }

    /** Whether the caller can still be heard. */
    public boolean live() {
        return socket != null && end == null;
    }

    /** Whether the agent speaks at this moment. */
    public boolean speaking() {
        return playing.speaking();
    }

    /** Whether a reply is arriving or being played. */
    public boolean busy() {
        return playing.busy();
    }

    /** The caller's mouth and fingers. */
    public Caller caller() {
        return caller;
    }

    /** The caller hangs up; where the session has not begun, as soon as it does. */
    public void hangUp() {
        close(SessionEnd.completed(), 1000, CLOSING);
    }

    /** The connection is lost, without a close frame. */
    public void drop() {
        if (end == null && !noun.is("applicationReconnect")) {
            end = SessionEnd.failed();
            playing.stop();
        }
        socket.vanish();
    }

    /** Sends a frame as it is, however wrong. */
    public void send(String frame) {
        if (away) {
            if (buffered.size() < BUFFERED_AT_MOST) {
                buffered.addLast(frame);
            }
            return;
        }
        if (noun.is("applicationReconnect") && !frame.contains("\"setup\"")) {
            repeatable.addLast(frame);
            if (repeatable.size() > REPEATED) {
                repeatable.removeFirst();
            }
        }
        if (socket.send(frame)) {
            transcript.add(new CallEvent.Sent(frame));
        }
    }

    /** Sends an event, where the TwiML subscribes to its kind. */
    void info(String subscription, String name, String value) {
        if (noun.subscribes(subscription)) {
            send(TwilioFrames.info(name, value));
        }
    }

    void prompt(String words, boolean last) {
        send(TwilioFrames.prompt(words, promptLanguage, last));
    }

    void played(String words, boolean whole) {
        transcript.add(new CallEvent.Played(words, whole));
        if (!words.isEmpty()) {
            info("tokens-played", "tokensPlayed", words);
        }
    }

    private void received(String text) {
        List<String> objections = new ArrayList<>(0);
        try {
            ServerFrame frame = ServerFrameReader.read(text, objections::add);
            monitor.run(() -> {
                transcript.add(new CallEvent.Received(text, frame));
                objections.forEach(this::violation);
                malformed = 0;
                take(frame);
            });
        } catch (FrameRefused refused) {
            monitor.run(() -> {
                transcript.add(new CallEvent.Received(text, null));
                violation(refused.getMessage() + ": " + text);
                refuse(text);
            });
        }
    }

    private void take(ServerFrame frame) {
        if (end != null) {
            if (end.byServer()) {
                violation("a frame after the end: " + frame);
            }
            return;
        }
        switch (frame) {
            case ServerFrame.Text words -> playing.text(words);
            case ServerFrame.Play recording -> playing.play(recording);
            case ServerFrame.SendDigits keys -> playing.digits(keys.digits());
            case ServerFrame.Language language -> {
                if (language.transcriptionLanguage() != null) {
                    promptLanguage = language.transcriptionLanguage();
                }
            }
            case ServerFrame.End theEnd -> finish(theEnd);
            case ServerFrame.Update update -> {}
        }
    }

    private void finish(ServerFrame.End frame) {
        boolean cutOff = playing.busy();
        end = SessionEnd.ended(frame.handoffData(), cutOff);
        PlayQueue.Fragment fragment = playing.stop();
        if (cutOff) {
            transcript.add(new CallEvent.Played(fragment.heard(), false));
        }
        monitor.after(settings.closing(), () -> closeSocket(1000, CLOSING));
    }

    private void refuse(String text) {
        if (end != null) {
            return;
        }
        send(TwilioFrames.invalidMessage(text));
        if (++malformed > MALFORMED_AT_MOST) {
            close(SessionEnd.failed(), 1007, "Too many consecutive malformed messages.");
        }
    }

    private void close(SessionEnd how, int code, String reason) {
        if (end == null) {
            end = how;
            playing.stop();
            if (socket != null) {
                closeSocket(code, reason);
            }
        }
    }

    private void closeSocket(int code, String reason) {
        transcript.add(new CallEvent.Socket("closing " + code + " " + reason));
        socket.close(code, reason);
        monitor.after(CLOSE_ANSWERED_WITHIN, () -> {
            if (!closed) {
                violation("the server did not answer the close frame");
                socket.vanish();
            }
        });
    }

    private void closed(Closing closing) {
        closed = true;
        if (closing.breach()) {
            violation("WebSocket: " + closing.reason());
        }
        if (end == null) {
            end = SessionEnd.failed();
            playing.stop();
        }
        transcript.add(new CallEvent.Socket("closed " + closing.code() + " " + closing.reason()));
    }

    private void violation(String what) {
        transcript.add(new CallEvent.Violation(what));
    }

    /** What the caller hears, told to the server and written down. */
    private final class Ear implements PlayQueue.Ear {
        private final Consumer<Reply> replies;

        Ear(Consumer<Reply> replies) {
            this.replies = replies;
        }

        @Override
        public void agentSpeaking(boolean on) {
            info("speaker-events", "agentSpeaking", on ? "on" : "off");
        }

        @Override
        public void played(String text, boolean whole) {
            RelaySession.this.played(text, whole);
        }

        @Override
        public void finished(Reply reply) {
            if (reply.text().isBlank() && !reply.stale() && end == null) {
                violation("a reply without a word, which leaves the caller on an open line");
            }
            replies.accept(reply);
        }
    }
}
