package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.arcline.twilio.relay.Inbound.Dtmf;
import io.arcline.twilio.relay.Inbound.ErrorReport;
import io.arcline.twilio.relay.Inbound.Info;
import io.arcline.twilio.relay.Inbound.Interrupt;
import io.arcline.twilio.relay.Inbound.Prompt;
import io.arcline.twilio.relay.Inbound.Setup;
import io.arcline.twilio.relay.Inbound.Unknown;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundCodecTest {

    @Test
    void readsASetupWithItsParametersInTheirOrder() throws BadFrameException {
        Setup setup = (Setup) InboundCodec.decode("""
                {"type":"setup","sessionId":"VX1","accountSid":"AC1","parentCallSid":"CA0","callSid":"CA1","from":"+4420",
                 "to":"+4930","forwardedFrom":"+331","callType":"SIP","callerName":"Joe","direction":"outbound-api",
                 "callStatus":"IN_PROGRESS","customParameters":{"z":"1","a":"t\\u00e9l","":""}}""");
        assertThat(setup)
                .usingRecursiveComparison()
                .isEqualTo(new Setup(
                        "VX1",
                        "AC1",
                        "CA0",
                        "CA1",
                        "+4420",
                        "+4930",
                        "+331",
                        "SIP",
                        "Joe",
                        "outbound-api",
                        "IN_PROGRESS",
                        setup.customParameters()));
        assertThat(setup.customParameters()).containsExactly(entry("z", "1"), entry("a", "tél"), entry("", ""));
    }

    @Test
    void whatASetupLacksIsEmpty() throws BadFrameException {
        assertThat(InboundCodec.decode("{\"type\":\"setup\",\"from\":null,\"customParameters\":null}"))
                .isEqualTo(new Setup("", "", "", "", "", "", "", "", "", "", "", java.util.Map.of()));
    }

    @Test
    void readsEveryOtherType() throws BadFrameException {
        assertThat(InboundCodec.decode("{\"type\":\"prompt\",\"voicePrompt\":\"Hi.\",\"lang\":\"en\",\"last\":false}"))
                .isEqualTo(new Prompt("Hi.", "en", false));
        assertThat(InboundCodec.decode("{\"type\":\"dtmf\",\"digit\":\"#\"}")).isEqualTo(new Dtmf('#'));
        assertThat(InboundCodec.decode("{\"description\":\"code: 64107\",\"type\":\"error\"}"))
                .isEqualTo(new ErrorReport("code: 64107"));
        assertThat(InboundCodec.decode(
                        "{\"type\":\"info\",\"name\":\"new\",\"value\":\"x\",\"ts\":1,\"more\":{\"a\":[1]}}"))
                .isEqualTo(new Info("new", "x"));
        assertThat(InboundCodec.decode("{\"type\":\"mood\",\"voicePrompt\":7}")).isEqualTo(new Unknown("mood"));
    }

    @Test
    void aPromptThatDoesNotSayIsComplete() throws BadFrameException {
        assertThat(InboundCodec.decode("{\"type\":\"prompt\"}")).isEqualTo(new Prompt("", "", true));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "460,460",
                "\"460\",460",
                "460.9,460",
                "4.6e2,460",
                "0,0",
                "null,-1",
                "\"\",-1",
                "\"soon\",-1",
                "-5,-1",
                "true,-1",
                "1e999999999,-1",
                "86400000,86400000",
                "86400001,-1",
                "123456789012345678901234567890,-1",
                "\"NaN\",-1"
            })
    void anInterruptIsReadWhateverItsDuration(String wire, long expected) throws BadFrameException {
        assertThat(InboundCodec.decode(
                        "{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"Life\",\"durationUntilInterruptMs\":"
                                + wire + "}"))
                .isEqualTo(new Interrupt("Life", expected));
    }

    @Test
    void escapesAreResolvedAndHalfCharactersReplaced() throws BadFrameException {
        assertThat(prompt("\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00Fc\\ud83d\\ude00")).isEqualTo("\"\\/\b\f\n\r\tü😀");
        assertThat(prompt("a\\ud800b\\udc00\\ud83d")).isEqualTo("a\uFFFDb\uFFFD\uFFFD");
        assertThat(prompt("\ud800\ude00\ud800x")).isEqualTo("\ud800\ude00\uFFFDx");
    }

    @Test
    void namesMayBeEscapedAndTheLastOfSeveralCounts() throws BadFrameException {
        assertThat(InboundCodec.decode("{\"typ\\u0065\":\"dtmf\",\"digit\":\"1\",\"digit\":\"2\"}"))
                .isEqualTo(new Dtmf('2'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|not a JSON object",
                "null|not a JSON object",
                "[{\"type\":\"dtmf\"}]|not a JSON object",
                "{}|no type",
                "{\"type\":null}|no type",
                "{\"type\":\"\"}|no type",
                "{\"type\":5}|type is not a string",
                "{\"type\":\"prompt\"|not JSON at character 16",
                "{\"type\":\"prompt\"}x|not JSON at character 17",
                "{\"type\":\"prompt\",}|not JSON at character 17",
                "{\"type\":\"prompt\",\"last\":\"true\"}|last is not a boolean",
                "{\"type\":\"prompt\",\"voicePrompt\":[]}|voicePrompt is not a string",
                "{\"type\":\"dtmf\"}|digit is not one of 0123456789*#",
                "{\"type\":\"dtmf\",\"digit\":\"12\"}|digit is not one of 0123456789*#",
                "{\"type\":\"dtmf\",\"digit\":\"A\"}|digit is not one of 0123456789*#",
                "{\"type\":\"interrupt\",\"durationUntilInterruptMs\":{}}|durationUntilInterruptMs is not a number",
                "{\"type\":\"setup\",\"callSid\":1}|callSid is not a string",
                "{\"type\":\"setup\",\"customParameters\":\"x\"}|customParameters is not an object",
                "{\"type\":\"setup\",\"customParameters\":{\"a\":1}}|one of customParameters is not a string",
            })
    void saysWhatIsWrong(String frame, String message) {
        assertBad(frame, message);
    }

    @Test
    void aByteOrderMarkIsNotJson() {
        assertBad("\uFEFF{\"type\":\"info\"}", "not a JSON object");
    }

    @Test
    void deepNestingIsRefusedBeforeItCosts() throws BadFrameException {
        assertBad("{\"type\":\"info\",\"a\":" + "[".repeat(60_000) + "}", "nested deeper than 32");
        assertThat(InboundCodec.decode("{\"type\":\"info\",\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"))
                .isEqualTo(new Info("", ""));
    }

    @Test
    void boundsHoldToTheCharacter() throws BadFrameException {
        assertThat(prompt("x".repeat(InboundCodec.MAX_PROMPT_LENGTH))).hasSize(InboundCodec.MAX_PROMPT_LENGTH);
        assertBad(
                promptFrame("x".repeat(InboundCodec.MAX_PROMPT_LENGTH + 1)),
                "voicePrompt is longer than 8192 characters");
        assertThat(InboundCodec.decode("{\"type\":\"" + "x".repeat(64) + "\"}")).isEqualTo(new Unknown("x".repeat(64)));
        assertBad("{\"type\":\"" + "x".repeat(65) + "\"}", "type is longer than 64 characters");
        String full = "{\"type\":\"info\"}".concat(" ".repeat(InboundCodec.MAX_FRAME_BYTES - 15));
        assertThat(InboundCodec.decode(full)).isEqualTo(new Info("", ""));
        assertBad(full + " ", "longer than 65536 bytes");
        String wide = "{\"type\":\"info\",\"name\":\"" + "\u20ac".repeat(21_837) + "\"}";
        assertThat(InboundCodec.decode(wide)).isInstanceOf(Info.class);
        assertBad(wide + " ", "longer than 65536 bytes");
    }

    @Test
    void customParametersAreBounded() throws BadFrameException {
        assertThat(((Setup) InboundCodec.decode(setupWith(32))).customParameters())
                .hasSize(32);
        assertBad(setupWith(33), "more than 32 customParameters");
        assertBad(
                "{\"type\":\"setup\",\"customParameters\":{\"a\":\"" + "x".repeat(1024) + "\"}}",
                "one of customParameters is longer than 1024 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"prompt\",\"voicePrompt\":\"secret\u0001\"}",
                "{\"secret",
                "{\"type\":\"dtmf\",\"digit\":\"secret\"}"
            })
    void whatIsWrongNeverHoldsTheFramesContent(String frame) {
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> InboundCodec.decode(frame))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
    }

    @Test
    void numbersAndWordsAreNotPrinted() throws BadFrameException {
        assertThat(InboundCodec.decode("{\"type\":\"setup\",\"callSid\":\"CA1\",\"from\":\"+4420\"}")
                        .toString())
                .contains("CA1")
                .doesNotContain("4420");
        assertThat(InboundCodec.decode(promptFrame("my secret")).toString()).doesNotContain("secret");
    }

    private static String setupWith(int parameters) {
        return IntStream.range(0, parameters)
                .mapToObj(i -> "\"p" + i + "\":\"v\"")
                .collect(Collectors.joining(",", "{\"type\":\"setup\",\"customParameters\":{", "}}"));
    }

    private static String prompt(String escaped) throws BadFrameException {
        return ((Prompt) InboundCodec.decode(promptFrame(escaped))).voicePrompt();
    }

    private static String promptFrame(String escaped) {
        return "{\"type\":\"prompt\",\"voicePrompt\":\"" + escaped + "\"}";
    }

    private static void assertBad(String frame, String message) {
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> InboundCodec.decode(frame))
                .withMessage(message);
    }
}
