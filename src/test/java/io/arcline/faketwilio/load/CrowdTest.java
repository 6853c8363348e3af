package io.arcline.faketwilio.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
    private static final Duration WHILE = Duration.ofMillis(400);

    @TempDir
    Path folder;

    private final Set<ScriptedSession> talking = ConcurrentHashMap.newKeySet();

    @Test
    void growsAndShrinksWithoutCallingAnew() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(this::answer);
                Crowd crowd = crowd(server, "say again\n", "--think", "0.02")) {
            assertThat(crowd.number(3)).isTrue();
            Crowd.Seen seen = crowd.see(WHILE);
            assertThat(seen.turns()).isPositive();
            assertThat(seen.p99()).isPositive();
            assertThat(seen.failures()).isEmpty();
            assertThat(crowd.number(8)).isTrue();
            assertThat(server.requests("/twiml")).hasSize(8);
            assertThat(crowd.number(2)).isTrue();
            talking.clear();
            crowd.see(WHILE);
            assertThat(talking).hasSizeBetween(1, 2);
            assertThat(server.requests("/twiml")).hasSize(8);
        }
    }

    @Test
    void replacesCallsThatEnd() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(this::answer);
                Crowd crowd = crowd(server, "say goodbye\n ended\n", "--connect-rate", "0.01")) {
            long connects = 0;
            for (int times = 0; times < 20 && connects < 3; times++) {
                connects += crowd.see(WHILE).connects();
            }
            // At the rate of connecting the second one would come after more than a minute.
            assertThat(connects).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void tellsOfCallsThatFailedOnceAndReplacesThemWithTheNextNumber() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(this::answer);
                Crowd crowd = crowd(server, "say again\n hear nobody says this\n", "--think", "0.01")) {
            assertThat(crowd.number(2)).isTrue();
            assertThat(crowd.see(WHILE).failures()).containsExactly(Map.entry("a wrong reply", 2));
            assertThat(crowd.see(WHILE).failed()).isZero();
            assertThat(crowd.number(3)).isTrue();
            assertThat(crowd.see(WHILE).failed()).isEqualTo(3);
        }
    }

    @Test
    void hasNoRate() {
        assertThatThrownBy(() -> Crowd.of(List.of("--rate", "5"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rate");
    }

    private Crowd crowd(ScriptedServer server, String script, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("script"), "answered\n" + script);
        List<String> args = new ArrayList<>(List.of("--server", server.address().toString(), "--script", "" + file));
        args.addAll(List.of("--calls", "2"));
        args.addAll(List.of(more));
        return Crowd.of(args, Map.of());
    }

    private void answer(ScriptedSession session, JsonObject frame) {
        talking.add(session);
        session.token("you are heard", true);
        if (frame.toString().contains("goodbye")) {
            session.end("{}");
        }
    }
}
