package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls through every hotline of the running server, as a caller and an operator see them. */
class HotlinesIT {
    private static LibertyServer server;
    private static FakeTwilio twilio;

    @BeforeAll
    static void start() {
        server = Servers.development();
        twilio = FakeTwilio.to(server.uri("/")).line(LineSettings.faster(20)).start();
    }

    @AfterAll
    static void stop() {
        twilio.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, extraction, extraction",
        "2, loot, loot",
        "3, Scrappy, scrappy",
        "4, submit intel, submit-intel",
        "5, listen to intel, listen-intel"
    })
    void everyHotlineIsReachedByItsKeyAndByItsNameAndLeftForTheMenuAndForAnother(
            char key, String name, String hotline) {
        FakeCall call = twilio.dial("+15550100001");
        call.awaitReply();
        call.press(key);
        call.awaitAnswer();
        assertThat(hotlineOf(call)).isEqualTo(hotline);
        call.say("main menu");
        call.awaitAnswer();
        assertThat(hotlineOf(call)).isEqualTo("menu");
        call.say(name);
        call.awaitAnswer();
        assertThat(hotlineOf(call)).isEqualTo(hotline);
        char other = key == '1' ? '2' : '1';
        call.press(other);
        call.awaitAnswer();
        assertThat(hotlineOf(call)).isEqualTo(other == '1' ? "extraction" : "loot");
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        assertThat(call.awaitEnd().cutOff()).as(call.toString()).isFalse();
        assertThat(call.violations()).isEmpty();
        assertThat(server.operator("/api/calls/" + call.callSid()).body()).contains("\"status\":\"ended\"");
    }

    @Test
    void aReportIsInTheTableWhenTheCallerHearsSo() throws Exception {
        String report = "The main hall was abandoned, tell his mother. Marker 4711.";
        FakeCall call = twilio.dial("+15550100002");
        call.awaitReply();
        call.say("submit intel");
        call.awaitAnswer();
        call.say(report);
        assertThat(call.awaitAnswer().text()).contains("logged");
        try (var database = server.database();
                var statement = database.prepareStatement(
                        "select faction, verified, created_at is not null from intel where content = ?")) {
            statement.setString(1, report);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("Raider Report");
                assertThat(row.getBoolean(2)).isFalse();
                assertThat(row.getBoolean(3)).isTrue();
                assertThat(row.next()).isFalse();
            }
        }
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
    }

    @Test
    void repeatSaysTheLastAnswerAgainWhole() {
        FakeCall call = twilio.dial("+15550100003");
        call.awaitReply();
        call.say("extraction");
        String asked = call.awaitAnswer().text();
        call.say("say that again please");
        assertThat(call.awaitAnswer().text()).contains(asked);
        call.hangUp();
        call.awaitEnd();
    }

    @Test
    void aCallerWhoSaysNothingIsAskedThenToldTheKeysThenSaidGoodbyeTo() {
        Scrape before = Scrape.of(server);
        FakeCall call = twilio.dial("+15550100004");
        call.awaitReply();
        var patience = java.time.Duration.ofSeconds(20);
        call.awaitReply(reply -> true, patience);
        assertThat(call.awaitReply(reply -> true, patience).text()).contains("1, extraction");
        assertThat(call.awaitEnd(patience).proper()).as(call.toString()).isTrue();
        Scrape after = Scrape.of(server);
        for (String step : new String[] {"asked_again", "named_keys", "said_goodbye"}) {
            String label = "step=\"" + step + "\"";
            assertThat(after.sum("arcline_silences_total", label))
                    .as(step)
                    .isGreaterThan(before.sum("arcline_silences_total", label));
        }
    }

    private static String hotlineOf(FakeCall call) {
        String body = server.operator("/api/calls/" + call.callSid()).body();
        return body.replaceFirst(".*\"hotline\":\"([^\"]*)\".*", "$1");
    }
}
