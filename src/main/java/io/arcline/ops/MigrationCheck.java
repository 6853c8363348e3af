package io.arcline.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready for the database: its tables are as this version of the server needs them. */
@Readiness
@ApplicationScoped
public class MigrationCheck implements HealthCheck {
    private volatile Done done = new Done("not migrated yet", 0, false);

    private record Done(String version, int scripts, boolean over) {}

    /**
     * The migration is over.
     *
     * @param scripts how many were run
     */
    public void done(String version, int scripts) {
        done = new Done(version, scripts, true);
    }

    @Override
    public HealthCheckResponse call() {
        Done now = done;
        return HealthCheckResponse.named("migrations")
                .status(now.over())
                .withData("version", now.version())
                .withData("runAtThisStart", now.scripts())
                .build();
    }
}
