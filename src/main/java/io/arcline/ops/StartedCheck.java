package io.arcline.ops;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the database is migrated and calls were taken once. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
    @Inject
    Switchboard switchboard;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(switchboard.wasOpen())
                .withData(
                        "secondsSinceStart",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000)
                .build();
    }
}
