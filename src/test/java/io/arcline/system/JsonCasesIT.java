package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Everything that is JSON, or nearly, as a frame in the middle of a live call: the call finishes properly every time. */
class JsonCasesIT {
    private static final int AT_A_TIME = 8;

    @Test
    void theCallFinishesProperlyEveryTime() throws Exception {
        LibertyServer server = Servers.development();
        Map<String, String> cases = JsonCases.all();
        assertThat(cases).hasSizeGreaterThan(450);
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                        .patience(Duration.ofSeconds(30))
                        .start();
                var callers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> calls = new ArrayList<>();
            cases.forEach((name, text) -> calls.add(callers.submit(() -> call(twilio, name, text))));
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(server.console()).doesNotContain("Exception", "[ERROR");
    }

    private static void call(FakeTwilio twilio, String name, String text) {
        FakeCall call = twilio.dial("+15550100041");
        call.awaitReply();
        call.sendRaw(text);
        call.say("extraction");
        assertThat(call.awaitAnswer().text()).as(name).isNotBlank();
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(name).isTrue();
        assertThat(call.violations()).as(name).isEmpty();
    }
}
