package io.arcline.ops;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: takes calls, and the database answers. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    @Inject
    Switchboard switchboard;

    @Inject
    DatabaseCheck database;

    @Override
    public HealthCheckResponse call() {
        boolean open = switchboard.isOpen();
        boolean answers = database.answers();
        return HealthCheckResponse.named("calls")
                .status(open && answers)
                .withData("takesCalls", open)
                .withData("databaseAnswers", answers)
                .withData("liveCalls", switchboard.liveCalls())
                .withData("mostCalls", switchboard.mostCalls())
                .build();
    }
}
