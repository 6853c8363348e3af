package io.arcline.ops;

import io.arcline.ops.mbean.RelayMXBean;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import java.util.Map;

/** The relay's door and sockets, as operators see them. */
record RelayView(RelayDesk desk, Refusals refusals) implements RelayMXBean {
    @Override
    public int getOpenSockets() {
        return desk.openSockets();
    }

    @Override
    public Map<String, Long> getRefused() {
        return refusals.byReason();
    }
}
