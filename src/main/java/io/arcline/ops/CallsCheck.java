package io.arcline.ops;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready for calls: started and not draining. A server whose lines are all taken stays ready; whoever takes servers that are not
 * ready for broken would end the calls that it has.
 */
@Readiness
@ApplicationScoped
public class CallsCheck implements HealthCheck {
    @Inject
    Switchboard switchboard;

    @Override
    public HealthCheckResponse call() {
        boolean open = switchboard.isOpen();
        int live = switchboard.liveCalls();
        int most = switchboard.mostCalls();
        return HealthCheckResponse.named("calls")
                .status(open)
                .withData("state", open ? "open" : switchboard.wasOpen() ? "draining" : "starting")
                .withData("liveCalls", live)
                .withData("mostCalls", most)
                .withData("linesFree", Math.max(0, most - live))
                .build();
    }
}
