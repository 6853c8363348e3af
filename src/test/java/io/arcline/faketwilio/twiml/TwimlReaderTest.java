package io.arcline.faketwilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.faketwilio.twiml.RelayNoun.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {
    private final List<String> objections = new ArrayList<>();

    @Test
    void readsAConnectWithEverythingInIt() throws TwimlException {
        Verb verb = read("""
                <Connect action="/ended" method="GET"><ConversationRelay url="wss://h.example/ws?a=1&amp;b=2"
                interruptible="dtmf" reportInputDuringAgentSpeech="any" language="en-GB" speechModel="nova-3-general"
                events="speaker-events tokens-played"><Language code="de-DE"/><Parameter name="t" value="&lt;1&gt;"/>
                </ConversationRelay></Connect>""").getFirst();

        assertThat(verb).isInstanceOfSatisfying(Verb.Connect.class, connect -> {
            assertThat(connect.action()).isEqualTo("/ended");
            assertThat(connect.method()).isEqualTo("GET");
            assertThat(connect.relay().url()).isEqualTo("wss://h.example/ws?a=1&b=2");
            assertThat(connect.relay().parameters()).isEqualTo(Map.of("t", "<1>"));
            assertThat(connect.relay().interruptible(Input.DTMF)).isTrue();
            assertThat(connect.relay().interruptible(Input.SPEECH)).isFalse();
            assertThat(connect.relay().reports(Input.SPEECH)).isTrue();
            assertThat(connect.relay().subscribes("tokens-played")).isTrue();
            assertThat(connect.relay().promptLanguage()).isEqualTo("en-GB");
        });
        assertThat(objections).isEmpty();
    }

    @Test
    void takesTwiliosDefaultsWhereNothingIsSaid() throws TwimlException {
        read("<Connect action='/e'><ConversationRelay url='wss://h/ws'/></Connect>");
        RelayNoun noun = new RelayNoun(Map.of(), Map.of());

        assertThat(noun.interruptible(Input.SPEECH)).isTrue();
        assertThat(noun.reports(Input.DTMF)).isFalse();
        assertThat(noun.is("dtmfDetection")).isFalse();
        assertThat(noun.subscribes("speaker-events")).isFalse();
        assertThat(noun.promptLanguage()).isEqualTo("en-US");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speechtimeout='800'", "interruptByDtmf='true'", "dtmfDetection='yes'", "ttsProvider='Elevenlabs'",
                "speechTimeout='100'", "events='speaker-event'", "reportInputDuringAgentSpeech='true'",
                        "eotThreshold='1'"
            })
    void reportsWhatTwilioIgnores(String attribute) throws TwimlException {
        read("<Connect action='/e'><ConversationRelay url='wss://h/ws' " + attribute + "/></Connect>");

        assertThat(objections).hasSize(1).first().asString().contains(attribute.split("=")[0]);
    }

    @Test
    void reportsASocketWithoutTlsUnlessItIsLocal() throws TwimlException {
        read("<Connect action='/e'><ConversationRelay url='ws://h.example/ws'/></Connect>");
        assertThat(objections).hasSize(1);
        read("<Connect action='/e'><ConversationRelay url='ws://localhost:8080/ws'/></Connect>");
        assertThat(objections).hasSize(1);
    }

    @Test
    void reportsAConnectWithoutAnAction() throws TwimlException {
        read("<Connect><ConversationRelay url='wss://h/ws'/></Connect>");

        assertThat(objections).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Say>a & b</Say>",
                "<Say>",
                "<Connect/>",
                "<Pause length='x'/>",
                "<Connect><Stream url='wss://h'/></Connect>"
            })
    void refusesWhatTwilioCannotFollow(String verbs) {
        assertThatThrownBy(() -> read(verbs)).isInstanceOf(TwimlException.class);
    }

    @Test
    void refusesDocumentTypesAndSoEntitiesFromElsewhere() {
        String document = "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Response><Say>&e;</Say></Response>";

        assertThatThrownBy(() -> TwimlReader.read(document, objections::add))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("DOCTYPE");
    }

    private List<Verb> read(String verbs) throws TwimlException {
        return TwimlReader.read("<Response>" + verbs + "</Response>", objections::add);
    }
}
