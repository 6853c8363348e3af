package io.arcline.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * How long a caller waits for the database: about three seconds of trying again while it is away, and no longer than that and
 * one try where it hangs. On a virtual thread the timeout ends a try that hangs, by closing its connection; on a platform
 * thread the connection's own time limits do. Thread-safe.
 */
@ApplicationScoped
public class Patience {
    private static final long CALLER_MILLIS = 3_000;
    private static final long ONE_TRY_MILLIS = 2_500;

    /**
     * Asks the database until it answers or the caller's patience is over. Calls of a moment in which the database is known
     * to be away do not pile up on it: the breaker lets one through a second.
     *
     * @param question may be asked several times; asking again after an unknown outcome must do no harm
     * @throws RuntimeException whatever the last try threw, or Fault Tolerance's own exceptions
     */
    @Retry(maxRetries = -1, maxDuration = CALLER_MILLIS, delay = 200, jitter = 100)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.8, delay = 1_000)
    @Timeout(ONE_TRY_MILLIS)
    public <T> T ask(Supplier<T> question) {
        return question.get();
    }
}
