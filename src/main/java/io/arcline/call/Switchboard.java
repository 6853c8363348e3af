package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All calls of this server: connects them, keeps their clocks running, and remembers the ended ones for a while. Thread-safe.
 */
public final class Switchboard {
    /** An ended call stays visible at least this long. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** More ended calls than this are forgotten early: 15 minutes at 50 calls a second. */
    static final int MOST_REMEMBERED = 45_000;

    /** So many look at the clock before whoever else wants the processor has it. */
    private static final int PORTION = 100;

    /** One line in so many is kept for calls that come back. */
    private static final int SPARE_LINES = 4;

    private final CallFactory factory;
    private final Recalling recalling;
    private volatile int mostCalls;
    private final NumberLimit perNumber;
    private final Map<String, Call> live = new ConcurrentHashMap<>();
    private final Map<String, CallView> ended = new ConcurrentHashMap<>();
    private final Deque<CallView> endedInOrder = new ArrayDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean open;
    private volatile boolean wasOpen;

    /**
     * @param recalling for calls that come back
     * @param mostCalls calls at the same time; further ones are not connected, but for those that come back: a quarter more
     * @param mostCallsPerNumber the same for one caller's number
     */
    public Switchboard(CallFactory factory, Recalling recalling, int mostCalls, int mostCallsPerNumber) {
        this.perNumber = new NumberLimit(mostCallsPerNumber);
        this.factory = factory;
        this.recalling = recalling;
        this.mostCalls = mostCalls;
    }

    /** The same from now on; calls that are connected already stay so. */
    public void limit(int most, int mostOfANumber) {
        mostCalls = most;
        perNumber.most(mostOfANumber);
    }

    /** Why a call was not connected. */
    public enum Refusal {
        /** A call with this SID is already live on another socket. */
        ALREADY_LIVE,
        NO_LINE_FREE,
        /** The caller's number has as many calls as it may have. */
        NUMBER_BUSY
    }

    /** The connected call, or why there is none. */
    public sealed interface Connection {
        record Connected(Call call) implements Connection {}

        record Refused(Refusal why) implements Connection {}
    }

    /** Connects a call; Shani begins to speak as soon as the caller posts {@link CallEvent.Connected}. */
    public Connection connect(CallInfo info, Line line) {
        if (count.incrementAndGet() > mostCalls) {
            count.decrementAndGet();
            return new Connection.Refused(Refusal.NO_LINE_FREE);
        }
        if (!perNumber.take(info.from())) {
            count.decrementAndGet();
            boolean again = live.containsKey(info.callSid());
            return new Connection.Refused(again ? Refusal.ALREADY_LIVE : Refusal.NUMBER_BUSY);
        }
        Call call = factory.create(info, line);
        if (live.putIfAbsent(info.callSid(), call) != null) {
            count.decrementAndGet();
            perNumber.giveBack(info.from());
            return new Connection.Refused(Refusal.ALREADY_LIVE);
        }
        return new Connection.Connected(call);
    }

    /**
     * Connects a call that has been connected before, here or elsewhere, and that is told by itself where it stood. Its caller was let in
     * before, so it takes a line even where all lines for new calls are taken, until a quarter more are: it is counted like any
     * other. The newest socket wins: where the call is still live on another one here, that one is given up.
     */
    public Connection resume(CallInfo info, Line line) {
        if (count.incrementAndGet() > mostWithResumed() && !live.containsKey(info.callSid())) {
            count.decrementAndGet();
            return new Connection.Refused(Refusal.NO_LINE_FREE);
        }
        Call call = factory.create(info, line);
        call.awaitRecollection();
        Call before = live.put(info.callSid(), call);
        if (before == null) {
            perNumber.takeAnyway(info.from());
            recalling.tell(call);
        } else {
            count.decrementAndGet();
            recalling.fates().takenOver();
            perNumber.takeAnyway(info.from());
            perNumber.giveBack(before.info().from());
            before.post(new CallEvent.TakenOver(
                    known -> known.ifPresentOrElse(from -> recalling.tell(call, from), () -> recalling.tell(call))));
        }
        return new Connection.Connected(call);
    }

    /** The carrier says that a call is over, which may have been another server's: where it stood is forgotten. */
    public void over(String callSid) {
        factory.states().over(callSid);
    }

    /** What became of calls that came back or were moved. */
    public Fates fates() {
        return recalling.fates();
    }

    /**
     * Has a live call go on elsewhere, as soon as its caller has done something that is to be answered.
     *
     * @return false where it is not live here
     */
    public boolean move(String callSid) {
        Call call = live.get(callSid);
        if (call != null) {
            call.post(new CallEvent.Move(false));
        }
        return call != null;
    }

    /** Has all live calls go on elsewhere. */
    void moveAll(boolean atOnce) {
        live.values().forEach(call -> call.post(new CallEvent.Move(atOnce)));
    }

    /** The carrier's socket of a call is gone: the call ends, and stays visible for a while. */
    public void disconnect(Call call, String reason) {
        String callSid = call.info().callSid();
        if (live.get(callSid) != call) {
            return;
        }
        call.post(new CallEvent.Disconnected(reason));
        // Before it leaves the live ones: whoever asks for it in between finds it.
        remember(view(call));
        if (live.remove(callSid, call)) {
            count.decrementAndGet();
            perNumber.giveBack(call.info().from());
        }
    }

    /** Everything that a call needs is there: take calls from now on. */
    public void open() {
        wasOpen = true;
        open = true;
    }

    /** Take no new calls from now on; the live ones go on. */
    public void close() {
        open = false;
    }

    /** Whether this server takes calls at all: it has started and is not about to stop. */
    public boolean isOpen() {
        return open;
    }

    /** Whether this server took calls once, be it not now. */
    public boolean wasOpen() {
        return wasOpen;
    }

    /** Whether another call can be connected now. */
    public boolean hasLineFree() {
        return open && count.get() < mostCalls;
    }

    /** Whether another call from this number can be connected, as far as the number goes. */
    public boolean takesAnotherFrom(String number) {
        return perNumber.hasRoom(number);
    }

    public int liveCalls() {
        return count.get();
    }

    public int mostCalls() {
        return mostCalls;
    }

    public int mostCallsPerNumber() {
        return perNumber.most();
    }

    private int mostWithResumed() {
        int most = mostCalls;
        return most + (most + SPARE_LINES - 1) / SPARE_LINES;
    }

    /** All live calls and those that ended lately, the newest first. */
    public List<CallView> calls() {
        Map<String, CallView> views = new HashMap<>();
        live.values().forEach(call -> views.put(call.info().callSid(), view(call)));
        ended.forEach(views::putIfAbsent);
        return views.values().stream()
                .sorted(Comparator.comparing(CallView::startedAt).reversed())
                .toList();
    }

    /** One call, live or ended lately. */
    public Optional<CallView> call(String callSid) {
        Call call = live.get(callSid);
        return call != null ? Optional.of(view(call)) : Optional.ofNullable(ended.get(callSid));
    }

    /** Where the dialog of a live call stands; empty where there is no such call. */
    public Optional<DialogState> state(String callSid) {
        return Optional.ofNullable(live.get(callSid)).map(Call::state);
    }

    /** Lets the calls look at the clock; to be called a few times a second. */
    public void tick() {
        long now = factory.nanos();
        int looked = 0;
        for (Call call : live.values()) {
            call.tick(now);
            if (++looked % PORTION == 0) {
                Thread.yield();
            }
        }
    }

    private CallView view(Call call) {
        long ago = Math.max(0, factory.nanos() - call.lastActivityNanos());
        return CallView.of(call, factory.now().minusNanos(ago));
    }

    private void remember(CallView view) {
        ended.put(view.callSid(), view);
        Instant forgotten = factory.now().minus(REMEMBERED);
        synchronized (endedInOrder) {
            endedInOrder.add(view);
            while (endedInOrder.size() > MOST_REMEMBERED
                    || endedInOrder.element().lastActivityAt().isBefore(forgotten)) {
                CallView oldest = endedInOrder.remove();
                ended.remove(oldest.callSid(), oldest);
            }
        }
    }
}
