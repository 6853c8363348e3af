package io.arcline.ops;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Override
    public HealthCheckResponse call() {
        if (switchboard.isOpen()) {
            started.set(true);
        }
        return HealthCheckResponse.named("started").status(started.get()).build();
    }
}
