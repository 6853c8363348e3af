package io.arcline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stand-in for the ECS agent on the loopback interface. */
class TaskProtectionTest {
    private static final String ON =
            "PUT /api/x/task-protection/v1/state {\"ProtectionEnabled\":true,\"ExpiresInMinutes\":60}";
    private static final String OFF = "PUT /api/x/task-protection/v1/state {\"ProtectionEnabled\":false}";
    private static final String GRANTED = "{\"protection\":{\"ProtectionEnabled\":true,\"TaskArn\":\"arn\"}}";
    private static final String REFUSED = "{\"failure\":{\"Arn\":\"arn\",\"Reason\":\"TASK_NOT_VALID\"}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer agent;
    private volatile String answer = GRANTED;
    private volatile int calls;
    private long now = -5;
    private TaskProtection protection;

    @BeforeEach
    void start() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        agent.start();
        protection = new TaskProtection(
                URI.create("http://localhost:" + agent.getAddress().getPort() + "/api/x"), () -> calls, () -> now);
    }

    @AfterEach
    void stop() {
        agent.stop(0);
    }

    @Test
    void isOnWhileCallsAreLiveAndReleasedSomeTimeAfterTheLast() {
        lookFor(60);
        assertThat(asked).isEmpty();
        calls = 3;
        lookFor(5);
        assertThat(asked).containsExactly(ON);
        calls = 0;
        lookFor(15);
        assertThat(protection.isOn()).isTrue();
        lookFor(10);
        assertThat(asked).containsExactly(ON, OFF);
        assertThat(protection.isOn()).isFalse();
    }

    @Test
    void isRenewedBeforeItRunsOut() {
        calls = 1;
        lookFor(59 * 60);
        assertThat(asked).containsExactly(ON, ON, ON);
    }

    @Test
    void isAskedForAgainAfterARefusalButNotAtOnce() {
        answer = REFUSED;
        calls = 1;
        lookFor(10);
        assertThat(asked).containsExactly(ON);
        assertThat(protection.isOn()).isFalse();
        answer = GRANTED;
        lookFor(10);
        assertThat(asked).containsExactly(ON, ON);
        assertThat(protection.isOn()).isTrue();
    }

    @Test
    void anAgentThatIsAwayHarmsNobody() {
        agent.stop(0);
        calls = 1;
        lookFor(40);
        assertThat(protection.isOn()).isFalse();
    }

    @Test
    void isReleasedAtTheEnd() {
        calls = 1;
        lookFor(2);
        protection.release();
        protection.release();
        assertThat(asked).containsExactly(ON, OFF);
    }

    private void lookFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now += TimeUnit.SECONDS.toNanos(1);
            protection.look();
        }
    }
}
