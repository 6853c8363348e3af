package io.arcline.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** How long a caller waits for the database. */
class PatienceTest {
    private final AtomicInteger tries = new AtomicInteger();

    private final Patience patience = new Patience();

    @Test
    void asksAgainUntilTheDatabaseIsBack() {
        patience.arrange(30_000, 30_000, 1);

        String answer = patience.ask(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("away");
            }
            return "stored";
        });

        assertThat(answer).isEqualTo("stored");
        assertThat(tries).hasValue(3);
    }

    @Test
    void aTryThatHangsIsInterruptedAndMadeAgain() {
        patience.arrange(30_000, 100, 1);

        String answer = patience.ask(() -> tries.incrementAndGet() == 1 ? hanging() : "stored");

        assertThat(answer).isEqualTo("stored");
        assertThat(tries).hasValue(2);
    }

    @Test
    void patienceEndsWithWhatTheLastTryMet() {
        patience.arrange(201, 100, 1);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> patience.ask(PatienceTest::hanging));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> patience.ask(failing()))
                .withMessage("away");
    }

    @Test
    void aDatabaseThatIsKnownToBeAwayIsLeftInPeace() {
        patience.arrange(201, 30_000, 1);
        while (tries.get() < 10) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> patience.ask(failing()));
        }

        assertThatExceptionOfType(CircuitBreakerOpenException.class).isThrownBy(() -> patience.ask(failing()));

        assertThat(tries).hasValue(10);
    }

    @Test
    void whoFindsNoPlaceInTimeIsToldSoThen() throws InterruptedException {
        patience.arrange(201, 100, 1);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        Thread stuck = Thread.ofVirtual()
                .start(() -> patience.ask(() -> {
                    there.countDown();
                    return untilBack(back);
                }));
        there.await();

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> patience.ask(tries::incrementAndGet));
        assertThat(tries).as("who had no place did not ask").hasValue(0);

        back.countDown();
        stuck.join();
        assertThat(patience.ask(() -> "stored")).isEqualTo("stored");
    }

    /** As the pool waits: whoever interrupts it. */
    private static String untilBack(CountDownLatch back) {
        while (true) {
            try {
                back.await();
                return "late";
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    private Supplier<String> failing() {
        return () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("away");
        };
    }

    /** Waits for ever, or for being interrupted. */
    private static String hanging() {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException ended) {
            throw new IllegalStateException("interrupted", ended);
        }
    }
}
