package io.arcline.ops;

import io.arcline.call.Draining;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.StateWriter;
import io.arcline.ops.mbean.ResilienceMXBean;
import java.time.Duration;
import java.util.Locale;

/** How calls outlive servers, as operators see it. */
record ResilienceView(Switchboard switchboard, Draining draining, StateWriter states) implements ResilienceMXBean {
    private static final int LONGEST_SECONDS = 3_600;

    @Override
    public String getDraining() {
        return draining.phase().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int getLiveCalls() {
        return switchboard.liveCalls();
    }

    @Override
    public long getResumedCalls() {
        return switchboard.fates().resumedCalls();
    }

    @Override
    public long getForgottenCalls() {
        return switchboard.fates().forgottenCalls();
    }

    @Override
    public long getTakenOverCalls() {
        return switchboard.fates().takenOverCalls();
    }

    @Override
    public long getDroppedSockets() {
        return switchboard.fates().droppedSockets();
    }

    @Override
    public long getMovedCalls() {
        return switchboard.fates().movedCalls();
    }

    @Override
    public long getLostCalls() {
        return switchboard.fates().lostCalls();
    }

    @Override
    public int getUnsavedCalls() {
        return states.waiting();
    }

    @Override
    public long getBehindMillis() {
        return states.behindMillis();
    }

    @Override
    public long getLastLagMicros() {
        return states.figures().lastLagMicros();
    }

    @Override
    public long takeLongestLagMicros() {
        return states.figures().takeLongestLagMicros();
    }

    @Override
    public long getLastStatementMicros() {
        return states.figures().lastStatementMicros();
    }

    @Override
    public long getStatements() {
        return states.figures().statements();
    }

    @Override
    public long getSavedStates() {
        return states.figures().states();
    }

    @Override
    public long getSupersededStates() {
        return states.figures().superseded();
    }

    @Override
    public long getFailedStatements() {
        return states.figures().failures();
    }

    @Override
    public long getDroppedStates() {
        return states.figures().droppedStates();
    }

    @Override
    public void drain(int seconds) {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("seconds: from 1 to " + LONGEST_SECONDS);
        }
        draining.begin(Duration.ofSeconds(seconds));
    }

    @Override
    public void undrain() {
        draining.cancel();
    }

    @Override
    public boolean move(String callSid) {
        return switchboard.move(callSid);
    }
}
