package io.arcline.faketwilio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFrameReaderTest {
    private final List<String> objections = new ArrayList<>();

    @Test
    void readsEveryTypeThatTwilioTakes() throws FrameRefused {
        assertThat(
                        read(
                                "{'type':'text','token':'Hi','last':true,'lang':'en-GB','interruptible':false,'preemptible':true}"))
                .isEqualTo(new ServerFrame.Text("Hi", true, "en-GB", false, true));
        assertThat(read("{'type':'text','token':''}")).isEqualTo(new ServerFrame.Text("", false, null, null, null));
        assertThat(read("{'type':'play','source':'https://a/b.mp3'}"))
                .isEqualTo(new ServerFrame.Play("https://a/b.mp3", 1, null, null));
        assertThat(read("{'type':'sendDigits','digits':'1w#*'}")).isEqualTo(new ServerFrame.SendDigits("1w#*"));
        assertThat(read("{'type':'language','ttsLanguage':'de-DE'}"))
                .isEqualTo(new ServerFrame.Language("de-DE", null));
        assertThat(read("{'type':'end','handoffData':'{}'}")).isEqualTo(new ServerFrame.End("{}"));
        assertThat(read("{'type':'end'}")).isEqualTo(new ServerFrame.End(null));
        assertThat(read("{'type':'config','interruptible':'any'}")).isEqualTo(new ServerFrame.Update("config"));
        assertThat(objections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            oops                                            | not JSON
            []                                              | not an object
            {'type':'text','token':'a'} trailing            | not JSON
            {'token':'a'}                                   | no "type"
            {'type':'error','description':'x'}              | unknown type
            {'type':'end-session'}                          | unknown type
            {'type':'text'}                                 | no "token"
            {'type':'text','token':null}                    | "token" is not a string
            {'type':'text','token':1}                       | "token" is not a string
            {'type':'text','token':'a','last':'true'}       | "last" is not true or false
            {'type':'text','token':'a','interruptible':'any'} | "interruptible" is not true or false
            {'type':'play'}                                 | no "source"
            {'type':'play','source':'a','loop':1001}        | "loop"
            {'type':'sendDigits','digits':'12a'}            | "digits" holds more
            {'type':'sendDigits','digits':''}               | "digits" holds more
            {'type':'language'}                             | without a language
            {'type':'end','handoffData':{}}                 | "handoffData" is not a string
            """, quoteCharacter = '`')
    void refusesWhatTwilioAnswersWith64107(String frame, String why) {
        assertThatThrownBy(() -> read(frame)).isInstanceOf(FrameRefused.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'text','token':'a','final':true}", "{'type':'end','reason':'x'}"})
    void reportsFieldsThatTwilioDoesNotName(String frame) throws FrameRefused {
        read(frame);
        assertThat(objections).hasSize(1).first().asString().startsWith("unknown field");
    }

    private ServerFrame read(String frame) throws FrameRefused {
        return ServerFrameReader.read(frame.replace('\'', '"'), objections::add);
    }
}
