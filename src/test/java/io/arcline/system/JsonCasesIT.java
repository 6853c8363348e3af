package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Everything that is JSON, or nearly, as a frame in the middle of a live call: the call finishes properly every time. */
class JsonCasesIT {
    private static final int AT_A_TIME = 8;
    private static final int CASES_A_CALL = 25;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eachOfThePublicSuiteLeavesItsCallAlone() throws Exception {
        Map<String, String> cases = JsonTestSuite.parsing();
        assertThat(cases).hasSize(318);
        eachInACall((twilio, calls) -> cases.forEach((name, text) -> calls.add(() -> {
            call(twilio, List.of(name), List.of(text));
        })));
    }

    @Test
    void ourOwnAreReadAmongGoodFramesOfTheirCall() throws Exception {
        Map<String, String> cases = JsonCases.all();
        assertThat(cases).hasSizeGreaterThan(450);
        List<String> names = List.copyOf(cases.keySet());
        eachInACall((twilio, calls) -> {
            for (int from = 0; from < names.size(); from += CASES_A_CALL) {
                List<String> some = names.subList(from, Math.min(names.size(), from + CASES_A_CALL));
                calls.add(() -> call(twilio, some, some.stream().map(cases::get).toList()));
            }
        });
    }

    private static void eachInACall(BiConsumer<FakeTwilio, List<Runnable>> cases) throws Exception {
        LibertyServer server = Servers.development();
        int before = server.console().length();
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                        .line(LineSettings.instant())
                        .patience(PATIENCE)
                        .start();
                var callers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Runnable> calls = new ArrayList<>();
            cases.accept(twilio, calls);
            List<Future<?>> done = new ArrayList<>();
            calls.forEach(call -> done.add(callers.submit(call)));
            for (Future<?> call : done) {
                call.get();
            }
        }
        assertThat(server.console().substring(before).lines().filter(JsonCasesIT::isOfTheRelay))
                .isEmpty();
    }

    /** The database may have its own troubles on a busy machine. */
    private static boolean isOfTheRelay(String line) {
        return line.contains("[ERROR") || line.contains("io.arcline.twilio.relay") || line.contains("io.arcline.call");
    }

    private static void call(FakeTwilio twilio, List<String> names, List<String> texts) {
        FakeCall call = twilio.dial("+15550100041");
        call.awaitReply();
        for (String text : texts) {
            call.sendRaw(text);
            // Ten bad ones in a row would end the call.
            call.sendRaw(TwilioFrames.info("roundTripDelayMs", "148"));
        }
        call.say("extraction");
        assertThat(call.awaitAnswer().text()).as(names.toString()).isNotBlank();
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(names.toString()).isTrue();
        assertThat(call.violations()).as(names.toString()).isEmpty();
    }
}
