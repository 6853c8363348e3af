package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private final Switchboard switchboard = new CallLab().switchboard;

    @Test
    void aCallThatEndsIsSeenAtEveryMoment() {
        for (int i = 0; i < 3_000; i++) {
            String callSid = "CA-ends-" + i;
            Call call = connected(callSid);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(() -> {
                boolean always = true;
                do {
                    always &= switchboard.call(callSid).isPresent();
                } while (always && !over.get());
                return always;
            });
            switchboard.disconnect(call, "the carrier hung up");
            over.set(true);
            assertThat(seen.join()).as("call %d is seen", i).isTrue();
        }
    }

    @Test
    void aCallThatHasEndedIsListedOnceAndTakesNoLine() {
        int live = switchboard.liveCalls();
        Call call = connected("CA-once");
        switchboard.disconnect(call, "the carrier hung up");
        switchboard.disconnect(call, "the carrier hung up");
        assertThat(switchboard.calls())
                .filteredOn(view -> view.callSid().equals("CA-once"))
                .hasSize(1);
        assertThat(switchboard.liveCalls()).isEqualTo(live);
    }

    private Call connected(String callSid) {
        var info = new CallInfo(callSid, "VX2", "+15550100002", "+15550100009", Instant.EPOCH);
        return ((Switchboard.Connection.Connected) switchboard.connect(info, new RecordingLine())).call();
    }
}
