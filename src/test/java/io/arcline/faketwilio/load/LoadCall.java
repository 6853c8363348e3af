package io.arcline.faketwilio.load;

import io.arcline.faketwilio.twiml.RelayNoun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One caller of a load: dials, is greeted, takes the turns of a script, and checks each reply. Belongs to its thread. */
final class LoadCall implements RelaySocket.Listener {
    private static final int LONGEST_SAMPLE = 200;

    /** Of one call: after the third ARC Line ends it. */
    private static final int MOST_LOSSES = 2;

    /** What a caller hears who comes back depends on where the call was. */
    private static final ScriptTurn COMES_BACK = ScriptTurn.listen(List.of());

    private final int number;
    private final LoadThread line;
    private final Runnable thought = () -> turn(System.nanoTime());
    private final Deque<Long> waiting = new ArrayDeque<>(0);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream(0);
    private Script script;
    private Dial dial;
    private RelaySocket socket;
    private State state = State.IDLE;
    private int turns;
    private int losses;
    private boolean greeted;
    private boolean comesBack;
    private long began;
    private long rightAt;
    private boolean right;

    private enum State {
        /** Not made, or hung up. */
        IDLE,
        DIALLING,
        /** Waits for a reply, the greeting among them. */
        LISTENING,
        /** Has been answered. */
        THINKING,
        /** Has heard the goodbye, and waits for the end. */
        LEAVING,
        /** The server has ended it. */
        ENDED,
        FAILED
    }

    LoadCall(int number, LoadThread line) {
        this.number = number;
        this.line = line;
    }

    /** Dials; the time runs from when that should have been. */
    void dial(long at) {
        began = at;
        state = State.DIALLING;
        turns = -1;
        losses = 0;
        comesBack = false;
        script = line.scripts().apply(number);
        dial = new Dial(this, line.loop(), line.target());
        dial.begin();
    }

    int number() {
        return number;
    }

    /** Turns that were answered; -1 before the greeting. */
    int turns() {
        return turns;
    }

    /** Speaks, if it still can. */
    Runnable thought() {
        return thought;
    }

    /** Whether it has been greeted and goes on. */
    boolean talks() {
        return turns >= 0 && (state == State.LISTENING || state == State.THINKING);
    }

    /** Whether it has come through at least once, or cannot any more. */
    boolean settled() {
        return greeted || failed();
    }

    boolean failed() {
        return state == State.FAILED;
    }

    /** Whether it waits for the server. */
    boolean waits() {
        return state == State.DIALLING || state == State.LISTENING || state == State.LEAVING || state == State.ENDED;
    }

    /** The TwiML came. */
    void connect(RelayNoun noun) {
        socket = new RelaySocket(line.loop(), line.target(), noun.url(), this);
    }

    @Override
    public void opened() {
        socket.send(dial.setup());
        listen();
    }

    private void listen() {
        state = State.LISTENING;
        right = current().heard().isEmpty();
        reply.reset();
    }

    private ScriptTurn current() {
        if (comesBack) {
            return COMES_BACK;
        }
        return turns < 0
                ? script.greeting()
                : script.turns().get(turns % script.turns().size());
    }

    /** Takes the next turn, which should have begun at that time. */
    void turn(long at) {
        if (state == State.THINKING && !line.course().over(at)) {
            began = at;
            listen();
            byte[] frame = current().frame(number, turns);
            socket.send(line.events() ? Events.around(frame) : frame);
        }
    }

    /** The same, behind those turns that still wait for an answer to an earlier one. */
    void turnOrWait(long at) {
        if (state == State.THINKING) {
            turn(at);
        } else {
            waiting.add(at);
        }
    }

    void turnThatWaited() {
        if (!waiting.isEmpty()) {
            turn(waiting.remove());
        }
    }

    @Override
    public void text(byte[] bytes, int from, int length) {
        line.tally().frame();
        ServerText text = line.text();
        text.read(bytes, from, length);
        switch (text.type()) {
            case TEXT -> part(text);
            case END -> end();
            case OTHER -> listens("a frame after the end");
            case UNKNOWN, UNREADABLE -> fail("a frame that Twilio does not take", quote(bytes, from, from + length));
        }
    }

    private boolean listens(String otherwise) {
        if (state == State.ENDED) {
            fail(otherwise, "after " + turns + " turns");
        }
        return state != State.FAILED;
    }

    private void part(ServerText text) {
        if (!listens("words after the end")) {
            return;
        }
        if (state != State.LISTENING) {
            fail("words that nobody asked for", quote(text.bytes(), text.tokenFrom(), text.tokenTo()));
            return;
        }
        if (!right && current().accepts(text.bytes(), text.tokenFrom(), text.tokenTo())) {
            right = true;
            rightAt = System.nanoTime();
        }
        if (current().whole().length > 0) {
            reply.write(text.bytes(), text.tokenFrom(), text.tokenTo() - text.tokenFrom());
        }
        if (line.events()) {
            socket.send(Events.played(text.bytes(), text.tokenFrom(), text.tokenTo()));
        }
        if (text.last() && right && current().acceptsWhole(reply.toByteArray())) {
            answered();
        } else if (text.last() && right) {
            fail("a reply that is not whole", "to " + current() + ": " + reply.toString(StandardCharsets.UTF_8));
        } else if (text.last()) {
            fail("a wrong reply", "to " + current() + ": " + quote(text.bytes(), text.tokenFrom(), text.tokenTo()));
        }
    }

    private void answered() {
        long now = System.nanoTime();
        boolean last = current().ends();
        state = State.THINKING;
        if (comesBack) {
            comesBack = false;
            line.tally().comeback(now - began);
        } else if (turns++ < 0) {
            greeted = true;
            line.tally().connect(now - began);
            line.course().connected();
        } else {
            boolean counts = line.course().counts(began);
            line.tally().turn(now - began, counts);
            if (counts && line.keepsTurns()) {
                line.tally().keep(new Tally.Kept(number, turns - 1, began, rightAt, now));
            }
        }
        began = now;
        if (last) {
            state = State.LEAVING;
        } else if (losses < MOST_LOSSES && dial.hasAction() && line.loses()) {
            lose();
        } else {
            line.pace().idle(this);
        }
    }

    private void lose() {
        losses++;
        comesBack = true;
        state = State.DIALLING;
        socket.lose();
        dial.lost();
    }

    private void end() {
        if (state != State.LEAVING) {
            fail("an end that nobody asked for", "after " + turns + " turns");
            return;
        }
        state = State.ENDED;
        began = System.nanoTime();
        socket.close();
        dial.end();
    }

    /** The action was answered: the call is over, and another may be made. */
    void over() {
        state = State.IDLE;
        line.redial(this);
    }

    @Override
    public void ended(String why) {
        fail("a socket that was lost", why);
    }

    /** Something is wrong with it; nothing more is done with it. */
    void fail(String kind, String whole) {
        if (state == State.FAILED || state == State.IDLE) {
            return;
        }
        state = State.FAILED;
        line.tally().failure(kind, "call " + number + ", " + kind + ": " + whole);
        line.course().failed();
        if (socket != null) {
            socket.close();
        }
    }

    /** Hangs up, if there is anything to hang up. */
    void hangUp() {
        boolean connected = state == State.LISTENING || state == State.THINKING || state == State.LEAVING;
        state = State.IDLE;
        if (connected) {
            socket.close();
        }
    }

    /** Fails a call that has waited too long. */
    void check(long now, long patience) {
        if (waits() && now - began > patience) {
            fail("no answer in time", state == State.LISTENING ? "to " + current() : "while " + state);
        }
    }

    private static String quote(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, LONGEST_SAMPLE), StandardCharsets.UTF_8);
    }
}
