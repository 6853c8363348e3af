package io.arcline.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.twilio.relay.RecordedCall;
import io.arcline.twilio.twiml.SessionEnd.Broken;
import io.arcline.twilio.twiml.SessionEnd.CallOver;
import io.arcline.twilio.twiml.SessionEnd.EndedByUs;
import io.arcline.twilio.twiml.SessionEnd.HandedOff;
import io.arcline.twilio.twiml.SessionEnd.Unknown;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectActionTest {

    private static SessionEnd decide(String... namesAndValues) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ConnectAction.decide(form::get);
    }

    @Test
    void theRecordedCallsAreReadAsTheyEnded() {
        assertThat(RecordedCall.all()
                        .flatMap(call -> call.lines().stream())
                        .filter(line -> line.getString("path", "").equals("/action") && line.containsKey("form"))
                        .map(line -> line.getJsonObject("form"))
                        .map((JsonObject form) -> ConnectAction.decide(name -> form.getString(name, null))))
                .containsExactly(new Broken("64105"), new EndedByUs(), new EndedByUs());
    }

    @Test
    void aCallerWhoHungUpIsToldNothing() {
        assertThat(decide("CallStatus", "completed", "SessionStatus", "completed"))
                .isEqualTo(new CallOver());
        assertThat(decide("CallStatus", "in-progress", "SessionStatus", "completed"))
                .isEqualTo(new CallOver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed", "busy", "no-answer", "canceled"})
    void noAnswerIsGivenToACallThatIsOver(String callStatus) {
        assertThat(decide("CallStatus", callStatus, "SessionStatus", "failed", "ErrorCode", "64105"))
                .isEqualTo(new CallOver());
        assertThat(decide("CallStatus", callStatus, "SessionStatus", "ended", "HandoffData", "{\"kind\":\"human\"}"))
                .isEqualTo(new CallOver());
    }

    @Test
    void whatWeEndedIsHungUp() {
        assertThat(decide("CallStatus", "in-progress", "SessionStatus", "ended"))
                .isEqualTo(new EndedByUs());
    }

    @Test
    void aHandOffComesBackAsItWasSent() {
        assertThat(decide(
                        "CallStatus",
                        "in-progress",
                        "SessionStatus",
                        "ended",
                        "HandoffData",
                        new Handoff("human").toData()))
                .isEqualTo(new HandedOff(new Handoff("human")));
        assertThat(new Handoff("human").toData()).isEqualTo("{\"kind\":\"human\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"kind\":1}",
                "{\"kind\":\"\"}",
                "{\"kind\":\"Human!\"}",
                "{\"kind\":\"a\\u0000\"}",
                "word",
                "{\"kind\":1e99999999999}",
                "{\"kind\":\"human\""
            })
    void handOffDataThatIsNotOursIsNone(String data) {
        assertThat(decide("SessionStatus", "ended", "HandoffData", data)).isEqualTo(new EndedByUs());
        assertThat(Handoff.ofData("{\"a\":" + "[".repeat(100_000))).isEmpty();
        assertThat(Handoff.ofData("{\"kind\":\"" + "x".repeat(100_000) + "\"}")).isEmpty();
    }

    @Test
    void aLostSocketKeepsItsErrorCode() {
        assertThat(decide("CallStatus", "in-progress", "SessionStatus", "failed", "ErrorCode", "39001"))
                .isEqualTo(new Broken("39001"));
        assertThat(decide("SessionStatus", "failed")).isEqualTo(new Broken(""));
        assertThat(decide("SessionStatus", "failed", "ErrorCode", "<b>")).isEqualTo(new Broken(""));
    }

    @Test
    void anythingElseIsUnknown() {
        assertThat(decide()).isEqualTo(new Unknown());
        assertThat(decide("CallStatus", "in-progress", "SessionStatus", "paused"))
                .isEqualTo(new Unknown());
    }

    @Test
    void whoIsStillOnTheLineAndWasNotSaidGoodbyeToHearsTheApology() {
        for (SessionEnd end : List.of(new Broken("64105"), new Unknown(), new HandedOff(new Handoff("human")))) {
            Xml response = Xml.parse(ConnectAction.answer(end, SpokenTwiml.DEFAULT, "Signal lost."));
            assertThat(response.childNames()).containsExactly("Say", "Hangup");
            assertThat(response.child("Say").text()).isEqualTo("Signal lost.");
        }
        assertThat(Xml.parse(ConnectAction.answer(new EndedByUs(), SpokenTwiml.DEFAULT, "x"))
                        .childNames())
                .containsExactly("Hangup");
        assertThat(Xml.parse(ConnectAction.answer(new CallOver(), SpokenTwiml.DEFAULT, "x"))
                        .childNames())
                .isEmpty();
    }
}
