package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.chaos.Crowd;
import io.arcline.faketwilio.chaos.CrowdReport;
import io.arcline.faketwilio.chaos.Fleet;
import io.arcline.faketwilio.chaos.FleetSettings;
import io.arcline.faketwilio.chaos.Mischief;
import io.arcline.faketwilio.chaos.ServerProcess;
import io.arcline.faketwilio.chaos.Wording;
import io.arcline.faketwilio.line.LineSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two servers behind a load balancer, and calls that go on whatever happens to the servers. The same with more calls:
 * {@code ./mvnw -q test-compile exec:java@chaos}. Takes minutes, so it is run by {@code -Darcline.chaos=true}; with {@code
 * -Darcline.chaos-reconnect=true} the carrier connects again by itself.
 */
@EnabledIfSystemProperty(
        named = "arcline.chaos",
        matches = "true",
        disabledReason = "takes minutes: -Darcline.chaos=true")
class ChaosIT {
    private static final int CALLS = Integer.getInteger("arcline.chaos-calls", 40);
    private static final Duration THINKING = Duration.ofMillis(300);
    private static final Duration DRAIN = Duration.ofSeconds(9);

    private static Fleet fleet;

    private final ServerProcess victim = fleet.servers().getFirst();

    @BeforeAll
    static void start() {
        assumeTrue(Fleet.hasLoadBalancer(), "needs HAProxy; on Debian: apt-get install haproxy");
        fleet = Fleet.start(
                new FleetSettings(
                        Path.of(System.getProperty("arcline.liberty", "target/liberty/wlp"))
                                .toAbsolutePath(),
                        System.getProperty("arcline.test-server", "arcline"),
                        Path.of(System.getProperty("arcline.work", "target/test-servers"))
                                .toAbsolutePath()
                                .resolve("chaos-" + ProcessHandle.current().pid()),
                        System.getProperty("arcline.server-jvm-args", ""),
                        Map.of(
                                "DRAIN_SECONDS",
                                String.valueOf(DRAIN.toSeconds()),
                                "RELAY_APPLICATION_RECONNECT",
                                System.getProperty("arcline.chaos-reconnect", "false"))),
                2);
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @BeforeEach
    void bothServersRun() {
        if (!victim.isAlive()) {
            victim.launch();
        }
        victim.awaitReady();
    }

    @Test
    void callsOfAKilledServerGoOnWhereTheyWere() throws Exception {
        try (FakeTwilio twilio = carrier();
                Crowd crowd = crowd(twilio, "killed")) {
            crowd.dial(CALLS, 40);
            crowd.converse(2);
            victim.kill();
            crowd.converse(3);
            assertAllIsWell(Mischief.KILL, crowd.finish());
        }
    }

    @Test
    void nobodyHearsThatAServerIsReplaced() throws Exception {
        try (FakeTwilio twilio = carrier();
                Crowd crowd = crowd(twilio, "drained")) {
            crowd.dial(CALLS, 40);
            victim.terminate();
            assertThat(victim.awaitEnd(Duration.ofMinutes(2))).isTrue();
            assertAllIsWell(Mischief.DRAIN, crowd.finish());
        }
    }

    @Test
    void whileTheDatabaseIsAwayCallsGoOnAndAKilledServersCallersAreToldTheTruth() throws Exception {
        try (FakeTwilio twilio = carrier();
                Crowd crowd = crowd(twilio, "away")) {
            crowd.dial(CALLS, 40);
            crowd.converse(2);
            fleet.database().stop();
            crowd.converse(2);
            victim.kill();
            crowd.converse(2);
            fleet.database().start();
            crowd.converse(2);
            assertAllIsWell(Mischief.DATABASEKILL, crowd.finish());
        }
    }

    private static void assertAllIsWell(Mischief what, CrowdReport report) throws Exception {
        System.out.println(what + ": " + report);
        assertThat(what.objections(report)).isEmpty();
        assertThat(report.acknowledged()).hasSizeGreaterThan(CALLS);
        try (Connection database = fleet.database().connect()) {
            assertThat(report.misstored(database)).isEmpty();
        }
    }

    private static FakeTwilio carrier() {
        return fleet.carrier()
                .line(LineSettings.faster(4))
                .patience(Duration.ofSeconds(60))
                .start();
    }

    private static Crowd crowd(FakeTwilio twilio, String name) {
        return new Crowd(twilio, Wording.arcLine(), THINKING, name);
    }
}
