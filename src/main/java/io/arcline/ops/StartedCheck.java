package io.arcline.ops;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the database is migrated and calls were taken once. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
    private final AtomicBoolean started = new AtomicBoolean();

    @Inject
    Switchboard switchboard;

    /** Whether calls were taken once. */
    boolean wasOpen() {
        if (switchboard.isOpen()) {
            started.set(true);
        }
        return started.get();
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = wasOpen();
        return HealthCheckResponse.named("started")
                .status(open)
                .withData(
                        "secondsSinceStart",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000)
                .build();
    }
}
