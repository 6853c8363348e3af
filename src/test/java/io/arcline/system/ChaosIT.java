package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.chaos.Crowd;
import io.arcline.faketwilio.chaos.CrowdReport;
import io.arcline.faketwilio.chaos.Fleet;
import io.arcline.faketwilio.chaos.FleetSettings;
import io.arcline.faketwilio.chaos.Wording;
import io.arcline.faketwilio.line.LineSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers behind a load balancer, and calls that go on whatever happens to the servers. */
class ChaosIT {
    private static final int CALLS = Integer.getInteger("arcline.chaos-calls", 40);
    private static final Duration THINKING = Duration.ofMillis(300);

    private static Fleet fleet;

    @BeforeAll
    static void start() {
        Path work = Path.of(System.getProperty("arcline.work", "target/test-servers"))
                .toAbsolutePath()
                .resolve("chaos-" + ProcessHandle.current().pid());
        fleet = Fleet.start(
                new FleetSettings(
                        Path.of(System.getProperty("arcline.liberty", "target/liberty/wlp"))
                                .toAbsolutePath(),
                        System.getProperty("arcline.test-server", "arcline"),
                        work,
                        System.getProperty("arcline.server-jvm-args", ""),
                        Map.of("DRAIN_SECONDS", "12")),
                2);
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void callsOfAKilledServerGoOnWhereTheyWere() throws Exception {
        try (FakeTwilio twilio = carrier();
                Crowd crowd = new Crowd(twilio, Wording.arcLine(), THINKING, "killed")) {
            crowd.dial(CALLS, 40);
            Thread.sleep(2_000);
            fleet.servers().getFirst().kill();
            Thread.sleep(5_000);
            CrowdReport report = crowd.finish();
            System.out.println("kill -9: " + report);
            assertThat(report.problems()).isEmpty();
            assertThat(report.greetedTwice()).isZero();
            assertThat(report.mostApologies()).isLessThanOrEqualTo(1);
            assertThat(report.forgotten()).isZero();
            assertThat(report.failedSessions()).isPositive();
            try (Connection database = fleet.database().connect()) {
                assertThat(report.misstored(database)).isEmpty();
            }
            fleet.servers().getFirst().startAgain();
        }
    }

    private static FakeTwilio carrier() {
        return fleet.carrier()
                .line(LineSettings.faster(4))
                .patience(Duration.ofSeconds(40))
                .start();
    }
}
