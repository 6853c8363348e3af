package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private static final Switchboard.Connection NO_LINE_FREE =
            new Switchboard.Connection.Refused(Switchboard.Refusal.NO_LINE_FREE);

    private final CallLab lab = new CallLab();
    private final Switchboard switchboard = lab.switchboard;

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

    /** Ten lines, of which the lab's own call has one. */
    @Test
    void callsThatComeBackAreTakenAboveTheLimitUntilAQuarterMoreAreThere() {
        for (int n = 1; n < 10; n++) {
            connected("CA-new-" + n);
        }
        assertThat(switchboard.connect(info("CA-one-more"), new RecordingLine()))
                .isEqualTo(NO_LINE_FREE);
        Call first = lab.resume(info("CA-back-1"), new RecordingLine());
        lab.resume(info("CA-back-2"), new RecordingLine());
        lab.resume(info("CA-back-3"), new RecordingLine());
        assertThat(switchboard.liveCalls()).isEqualTo(13);
        assertThat(switchboard.resume(info("CA-back-4"), new RecordingLine())).isEqualTo(NO_LINE_FREE);
        assertThat(switchboard.liveCalls()).isEqualTo(13);
        assertThat(switchboard.hasLineFree()).isFalse();
        switchboard.disconnect(first, "the carrier hung up");
        assertThat(switchboard.connect(info("CA-one-more"), new RecordingLine()))
                .isEqualTo(NO_LINE_FREE);
        lab.resume(info("CA-back-4"), new RecordingLine());
        assertThat(switchboard.liveCalls()).isEqualTo(13);
    }

    @Test
    void aCallThatComesBackToItsOwnServerTakesNoSecondLine() {
        for (int n = 1; n < 10; n++) {
            connected("CA-new-" + n);
        }
        for (int n = 1; n <= 3; n++) {
            lab.resume(info("CA-back-" + n), new RecordingLine());
        }
        Call again = lab.resume(info("CA1"), new RecordingLine());
        assertThat(switchboard.liveCalls()).isEqualTo(13);
        switchboard.disconnect(lab.call, "1006");
        assertThat(switchboard.liveCalls()).isEqualTo(13);
        switchboard.disconnect(again, "the carrier hung up");
        assertThat(switchboard.liveCalls()).isEqualTo(12);
    }

    @Test
    void anotherLimitCountsAtOnceAndLeavesCallsAlone() {
        connected("CA-second");
        switchboard.limit(2, 2);
        assertThat(switchboard.connect(info("CA-third"), new RecordingLine())).isEqualTo(NO_LINE_FREE);
        assertThat(switchboard.liveCalls()).isEqualTo(2);
        switchboard.limit(3, 2);
        connected("CA-third");
    }

    @Test
    void aServerThatIsClosedAgainWasOpen() {
        assertThat(switchboard.wasOpen()).isFalse();
        switchboard.open();
        switchboard.close();
        assertThat(switchboard.isOpen()).isFalse();
        assertThat(switchboard.wasOpen()).isTrue();
    }

    private Call connected(String callSid) {
        return ((Switchboard.Connection.Connected) switchboard.connect(info(callSid), new RecordingLine())).call();
    }

    private static CallInfo info(String callSid) {
        return new CallInfo(callSid, "VX2", "anonymous", "+15550100009", Instant.EPOCH);
    }
}
