package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a caller waits for a reply, as the observers of a call are told. */
class ReplyTimesTest {
    private final CallLab lab = new CallLab();

    @Test
    void anAnswerThatWaitsForNothingIsThereAtOnce() {
        lab.say("extraction");
        assertThat(lab.observer.replies).containsExactly(new ReplyTimes(0, 0, 0));
        assertThat(lab.observer.happened).endsWith("turn", "answered in menu");
    }

    @Test
    void aFillerIsTheFirstThatIsHeardAndTheAnswerComesWithTheErrand() {
        lab.say("submit intel");
        lab.say("The gate is shut.");
        lab.pass(Duration.ofSeconds(3));
        lab.finishErrand();
        long waited = Duration.ofSeconds(3).toNanos();
        assertThat(lab.observer.replies.getLast()).isEqualTo(new ReplyTimes(1_000_000_000L, waited, waited));
        assertThat(lab.observer.happened).endsWith("StoreReport", "turn", "answered in submit-intel");
    }

    @Test
    void silenceIsNotAnswered() {
        lab.hear();
        lab.pass(CallLab.SILENCE.plusSeconds(1));
        assertThat(lab.line.reply()).isNotBlank();
        assertThat(lab.observer.replies).isEmpty();
    }
}
