package io.arcline.faketwilio.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimersTest {
    @Test
    void givesWhatIsDueInItsOrder() {
        Random random = new Random(1);
        Timers timers = new Timers();
        List<Long> expected = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long at = random.nextInt(500);
            expected.add(at);
            timers.add(at, () -> done.add(at));
        }
        assertThat(timers.due(-1)).isNull();
        for (Runnable due = timers.due(250); due != null; due = timers.due(250)) {
            due.run();
        }
        expected.sort(null);
        assertThat(done).isEqualTo(expected.stream().filter(at -> at <= 250).toList());
        assertThat(timers.next()).isGreaterThan(250);
        for (Runnable due = timers.due(500); due != null; due = timers.due(500)) {
            due.run();
        }
        assertThat(done).isEqualTo(expected);
        assertThat(timers.next()).isEqualTo(Timers.NEVER);
    }
}
