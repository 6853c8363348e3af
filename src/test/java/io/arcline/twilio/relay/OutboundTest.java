package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.twilio.relay.Outbound.Config;
import io.arcline.twilio.relay.Outbound.End;
import io.arcline.twilio.relay.Outbound.Hints;
import io.arcline.twilio.relay.Outbound.Language;
import io.arcline.twilio.relay.Outbound.Play;
import io.arcline.twilio.relay.Outbound.SendDigits;
import io.arcline.twilio.relay.Outbound.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message gives the frame that Twilio documents, and what Twilio would refuse is no message. */
class OutboundTest {

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(new Text("Copy", false), "{'type':'text','token':'Copy','last':false}"),
                Arguments.of(new Text("", true), "{'type':'text','token':'','last':true}"),
                Arguments.of(
                        new Text(" that.", true, "en-GB", false, true),
                        "{'type':'text','token':' that.','last':true,'lang':'en-GB','interruptible':false,'preemptible':true}"),
                Arguments.of(
                        new Play("https://example.com/a.mp3", 1, null, null),
                        "{'type':'play','source':'https://example.com/a.mp3'}"),
                Arguments.of(
                        new Play("https://example.com/a.mp3", 0, true, false),
                        "{'type':'play','source':'https://example.com/a.mp3','loop':0,'preemptible':true,'interruptible':false}"),
                Arguments.of(new SendDigits("9ww#*1"), "{'type':'sendDigits','digits':'9ww#*1'}"),
                Arguments.of(new Language("de-DE", null), "{'type':'language','ttsLanguage':'de-DE'}"),
                Arguments.of(
                        new Language("en-GB", "multi"),
                        "{'type':'language','ttsLanguage':'en-GB','transcriptionLanguage':'multi'}"),
                Arguments.of(new End(), "{'type':'end'}"),
                Arguments.of(
                        new End("{\"kind\":\"human\"}"), "{'type':'end','handoffData':'{\\\"kind\\\":\\\"human\\\"}'}"),
                Arguments.of(
                        new Config(Map.of(
                                RelaySetting.EOT_THRESHOLD, "0.75",
                                RelaySetting.INTERRUPTIBLE, "speech",
                                RelaySetting.SPEECH_TIMEOUT, "800",
                                RelaySetting.PARTIAL_PROMPTS, "true")),
                        "{'type':'config','interruptible':'speech','partialPrompts':true,'speechTimeout':'800','eotThreshold':0.75}"),
                Arguments.of(
                        new Hints(List.of("Speranza", "Tian Wen")), "{'type':'hints','hints':'Speranza,Tian Wen'}"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void isWrittenAsDocumentedAndAsTheSchemaSays(Outbound message, String frame) {
        String expected = frame.replace('\'', '"');
        assertThat(OutboundCodec.encode(message)).isEqualTo(expected);
        assertThat(RelaySchema.OUTBOUND.problems(expected)).isEmpty();
    }

    static Stream<Supplier<Outbound>> refused() {
        return Stream.of(
                () -> new Text(null, true),
                () -> new Text("", true, "english please", null, null),
                () -> new Text("", true, "", null, null),
                () -> new Play("file:///etc/passwd", 1, null, null),
                () -> new Play("/a.mp3", 1, null, null),
                () -> new Play("https:///a.mp3", 1, null, null),
                () -> new Play("https://example.com/a b", 1, null, null),
                () -> new Play("https://example.com/a", -1, null, null),
                () -> new Play("https://example.com/a", 1001, null, null),
                () -> new Play(null, 1, null, null),
                () -> new SendDigits(""),
                () -> new SendDigits("12a"),
                () -> new SendDigits("1\n"),
                () -> new SendDigits(null),
                () -> new Language(null, null),
                () -> new Language("de_DE", null),
                () -> new Language("en", ""),
                () -> new Config(Map.of()),
                () -> new Config(Map.of(RelaySetting.EOT_THRESHOLD, "0.95")),
                () -> new Config(Map.of(RelaySetting.SPEECH_TIMEOUT, "599")),
                () -> new Config(Map.of(RelaySetting.INTERRUPTIBLE, "true")),
                () -> new Hints(List.of()),
                () -> new Hints(List.of(" ")),
                () -> new Hints(List.of("a,b")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTwilioWouldRefuseCannotBeBuilt(Supplier<Outbound> message) {
        assertThatThrownBy(message::get).isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
    }

    @Test
    void anyTextArrivesAsItWas() {
        StringBuilder everything = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            everything.appendCodePoint(c);
        }
        String token = everything.append("\uFEFF\uFFFF😀\"\\/").toString();
        String frame = OutboundCodec.encode(new Text(token, false));
        assertThat(RecordedCall.object(frame).getString("token")).isEqualTo(token);
        assertThat(frame).doesNotContain("\u2028", "\u2029", "\n", "\u0000");
        assertThat(RelaySchema.OUTBOUND.problems(frame)).isEmpty();
    }

    @Test
    void halfCharactersAreReplaced() {
        assertThat(sent("\ud800")).isEqualTo("\uFFFD");
        assertThat(sent("a\udc00b")).isEqualTo("a\uFFFDb");
        assertThat(sent("\udc00\ud800")).isEqualTo("\uFFFD\uFFFD");
        assertThat(sent("\ud800\ud83d\ude00\ude00")).isEqualTo("\uFFFD😀\uFFFD");
    }

    private static String sent(String token) {
        return RecordedCall.object(OutboundCodec.encode(new Text(token, false))).getString("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text'}",
                "{'type':'text','token':null}",
                "{'type':'text','token':'','last':'true'}",
                "{'type':'sendDigits','digits':'5a'}",
                "{'type':'language'}",
                "{'type':'end-session'}",
                "{'type':'error'}",
                "{'token':'x','last':true}",
                "{'type':'play','source':'a.mp3'}",
                "{'type':'text','token':'','extra':1}"
            })
    void theSchemaRefusesWhatTwilioWould(String frame) {
        assertThat(RelaySchema.OUTBOUND.problems(frame.replace('\'', '"'))).isNotEmpty();
    }

    @Test
    void theSchemaNamesEveryMessage() {
        assertThat(RelaySchema.definitions())
                .contains("text", "play", "sendDigits", "language", "end", "config", "hints")
                .contains("setup", "prompt", "dtmf", "interrupt", "error", "info");
        assertThat(Outbound.class.getPermittedSubclasses()).hasSize(7);
        assertThat(Inbound.class.getPermittedSubclasses()).hasSize(7);
    }
}
