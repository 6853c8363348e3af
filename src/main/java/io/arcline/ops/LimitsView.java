package io.arcline.ops;

import io.arcline.call.Switchboard;
import io.arcline.ops.mbean.LimitsMXBean;
import io.arcline.twilio.trust.Doorkeeper;

/** The limits, as operators see them. */
record LimitsView(Switchboard switchboard, Doorkeeper doorkeeper) implements LimitsMXBean {
    @Override
    public int getMostCalls() {
        return switchboard.mostCalls();
    }

    @Override
    public int getMostCallsPerNumber() {
        return switchboard.mostCallsPerNumber();
    }

    @Override
    public int getRateLimit() {
        return doorkeeper.limit().orElse(-1);
    }
}
