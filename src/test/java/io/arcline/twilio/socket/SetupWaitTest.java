package io.arcline.twilio.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long a peer is waited for whose first words do not come. */
class SetupWaitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger pings = new AtomicInteger();
    private final SetupWait wait = new SetupWait(PATIENCE, pings::incrementAndGet);

    @Test
    void withinThePatienceNobodyIsAsked() {
        assertThat(wait.isOver(PATIENCE.toNanos())).isFalse();
        assertThat(pings).hasValue(0);
    }

    @Test
    void oneWhoIsLateIsAskedOnceAndGivenUpOnceItAnswers() {
        assertThat(late(1)).isFalse();
        assertThat(late(2)).isFalse();
        assertThat(pings).hasValue(1);
        wait.pong();
        assertThat(late(3)).isTrue();
        assertThat(pings).hasValue(1);
    }

    @Test
    void oneWhoAnswersNothingIsGivenUpAfterThreeTimesThePatience() {
        assertThat(late(1)).isFalse();
        assertThat(wait.isOver(3 * PATIENCE.toNanos())).isFalse();
        assertThat(wait.isOver(3 * PATIENCE.toNanos() + 1)).isTrue();
        assertThat(pings).hasValue(1);
    }

    @Test
    void anAnswerToAnEarlierPingSaysNothingOfTheSetup() {
        wait.pong();
        assertThat(late(1)).isFalse();
        assertThat(pings).hasValue(1);
    }

    private boolean late(int nanos) {
        return wait.isOver(PATIENCE.toNanos() + nanos);
    }
}
