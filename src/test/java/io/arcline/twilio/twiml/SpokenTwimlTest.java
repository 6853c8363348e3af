package io.arcline.twilio.twiml;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTwimlTest {

    @Test
    void saysALineInABritishVoiceAndHangsUp() {
        Xml response = Xml.parse(SpokenTwiml.DEFAULT.sayAndHangUp("All lines are busy, Raider."));
        assertThat(response.childNames()).containsExactly("Say", "Hangup");
        assertThat(response.child("Say").text()).isEqualTo("All lines are busy, Raider.");
        assertThat(response.child("Say").attributes())
                .containsOnly(entry("voice", "Polly.Amy-Neural"), entry("language", "en-GB"));
    }

    @Test
    void waitsAndAsksAgain() {
        Xml response = Xml.parse(SpokenTwiml.retry("https://phone.example.com/twiml?a=1&b=2", 3));
        assertThat(response.childNames()).containsExactly("Pause", "Redirect");
        assertThat(response.child("Pause").attributes()).containsOnly(entry("length", "3"));
        assertThat(response.child("Redirect").text()).isEqualTo("https://phone.example.com/twiml?a=1&b=2");
        assertThat(response.child("Redirect").attributes()).containsOnly(entry("method", "POST"));
    }

    @Test
    void neverWaitsLong() {
        assertThat(pause(-5)).isEqualTo("1");
        assertThat(pause(3600)).isEqualTo("10");
    }

    @Test
    void hangsUpOrAsksForNothing() {
        assertThat(Xml.parse(SpokenTwiml.hangUp()).childNames()).containsExactly("Hangup");
        Xml nothing = Xml.parse(SpokenTwiml.nothing());
        assertThat(nothing.name()).isEqualTo("Response");
        assertThat(nothing.childNames()).isEmpty();
    }

    @Test
    void whateverItIsGivenTheXmlIsWellFormed() {
        String evil = "evil.example\"/></Say><Dial>1</Dial>&#0;\u0000\u001b\ud800";
        String carried = "evil.example\"/></Say><Dial>1</Dial>&#0;\uFFFD\uFFFD\uFFFD";
        Xml response = Xml.parse(new SpokenTwiml(evil, evil).sayAndHangUp(evil));
        assertThat(response.childNames()).containsExactly("Say", "Hangup");
        assertThat(response.child("Say").text()).isEqualTo(carried);
        assertThat(response.child("Say").attributes())
                .containsOnly(entry("voice", carried), entry("language", carried));
        Xml retry = Xml.parse(SpokenTwiml.retry("https://" + evil, 1));
        assertThat(retry.childNames()).containsExactly("Pause", "Redirect");
        assertThat(retry.child("Redirect").text()).isEqualTo("https://" + carried);
    }

    private static String pause(int seconds) {
        return Xml.parse(SpokenTwiml.retry("https://h/", seconds))
                .child("Pause")
                .attribute("length");
    }
}
