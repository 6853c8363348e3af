package io.arcline.call;

import java.util.concurrent.atomic.LongAdder;

/** What became of calls whose socket was lost or that were moved, since the start of this server. Thread-safe. */
public final class Fates {
    private final LongAdder resumed = new LongAdder();
    private final LongAdder forgotten = new LongAdder();
    private final LongAdder takenOver = new LongAdder();
    private final LongAdder moved = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder lost = new LongAdder();

    void resumed(Resumption from) {
        switch (from) {
            case Resumption.Known known -> resumed.increment();
            case Resumption.Unknown unknown -> forgotten.increment();
        }
    }

    void takenOver() {
        takenOver.increment();
    }

    /** The carrier says that a socket was lost, and the call is to be connected again. */
    public void dropped() {
        dropped.increment();
    }

    /** The carrier is to connect a call again that was moved. */
    public void moved() {
        moved.increment();
    }

    /** A caller heard the apology and the call was over. */
    public void lost() {
        lost.increment();
    }

    /** Calls that came back to this server and went on where they were. */
    public long resumedCalls() {
        return resumed.sum();
    }

    /** Calls that came back to this server and began at the menu, because nobody knew where they were. */
    public long forgottenCalls() {
        return forgotten.sum();
    }

    /** Calls that came back while their old socket was still open on this server. */
    public long takenOverCalls() {
        return takenOver.sum();
    }

    /** Losses of a socket that the carrier told this server, of whichever server's calls. */
    public long droppedSockets() {
        return dropped.sum();
    }

    /** Moves that the carrier told this server, of whichever server's calls. */
    public long movedCalls() {
        return moved.sum();
    }

    /** Calls that this server had to end with an apology, of whichever server's. */
    public long lostCalls() {
        return lost.sum();
    }
}
