package io.arcline.board;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.standalone.StandaloneFaultTolerance;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.data.exceptions.DataException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a caller waits for the database: about three seconds of trying again while it is away, and no longer than that and
 * one try where it hangs. On a virtual thread the timeout ends a try that hangs, by closing its connection; on a platform
 * thread the connection's own time limits do. Thread-safe.
 */
@ApplicationScoped
public class Patience {
    private static final long CALLER_MILLIS = 3_000;
    private static final long ONE_TRY_MILLIS = 2_500;

    private Guard guard;
    private Semaphore places;

    /**
     * Asks the database until it answers or the caller's patience is over. Calls of a moment in which the database is known
     * to be away do not pile up on it: the breaker lets one through a second.
     *
     * @param question may be asked several times; asking again after an unknown outcome must do no harm
     * @throws RuntimeException whatever the last try threw, or Fault Tolerance's own exceptions
     */
    @SuppressWarnings("unchecked") // It is the question's own answer.
    public <T> T ask(Supplier<T> question) {
        return (T) guard.get(() -> inPlace(question), Object.class);
    }

    /** Not all callers wait in the pool, where no timeout ends it: seen with Liberty 26.0.0.5, up to 15 s instead of its own 3. */
    private Object inPlace(Supplier<?> question) {
        try {
            places.acquire();
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new DataException("no connection in time", late);
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }

    @PostConstruct
    void begin() {
        // The library looks for its parts where the thread does, and a call's thread need not be the application's.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Guard.class.getClassLoader());
        try {
            arrange(CALLER_MILLIS, ONE_TRY_MILLIS, poolSize() / 2);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Ends the thread that looks at the time. */
    @PreDestroy
    void end() {
        try {
            StandaloneFaultTolerance.shutdown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param callerMillis after which nothing is tried again
     * @param oneTryMillis after which a try is interrupted
     * @param atATime how many callers may be at the database at the same time
     */
    void arrange(long callerMillis, long oneTryMillis, int atATime) {
        places = new Semaphore(atATime, true);
        guard = Guard.create()
                .withRetry()
                .maxRetries(-1)
                .maxDuration(callerMillis, ChronoUnit.MILLIS)
                .delay(200, ChronoUnit.MILLIS)
                .jitter(100, ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(10)
                .failureRatio(0.8)
                .delay(1_000, ChronoUnit.MILLIS)
                .done()
                .withTimeout()
                .duration(oneTryMillis, ChronoUnit.MILLIS)
                .done()
                .build();
    }

    private static int poolSize() {
        return ConfigProvider.getConfig()
                .getOptionalValue("DATABASE_POOL_SIZE", Integer.class)
                .orElse(10);
    }
}
