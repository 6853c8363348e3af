package io.arcline.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.faulttolerance.api.Guard;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** How long a caller waits for the database. */
class PatienceTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void asksAgainUntilTheDatabaseIsBack() {
        Guard guard = Patience.guard(30_000, 30_000);

        String answer = Patience.ask(guard, () -> {
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
        Guard guard = Patience.guard(30_000, 100);

        String answer = Patience.ask(guard, () -> tries.incrementAndGet() == 1 ? hanging() : "stored");

        assertThat(answer).isEqualTo("stored");
        assertThat(tries).hasValue(2);
    }

    @Test
    void patienceEndsWithWhatTheLastTryMet() {
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> Patience.ask(Patience.guard(201, 100), PatienceTest::hanging));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Patience.ask(Patience.guard(201, 30_000), failing()))
                .withMessage("away");
    }

    @Test
    void aDatabaseThatIsKnownToBeAwayIsLeftInPeace() {
        Guard guard = Patience.guard(201, 30_000);
        while (tries.get() < 10) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> Patience.ask(guard, failing()));
        }

        assertThatExceptionOfType(CircuitBreakerOpenException.class).isThrownBy(() -> Patience.ask(guard, failing()));

        assertThat(tries).hasValue(10);
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
