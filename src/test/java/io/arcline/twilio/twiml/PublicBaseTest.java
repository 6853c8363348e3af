package io.arcline.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicBaseTest {

    @ParameterizedTest
    @CsvSource({
        "phone.example.com, https://phone.example.com, wss://phone.example.com",
        "' phone.example.com ', https://phone.example.com, wss://phone.example.com",
        "phone.example.com/, https://phone.example.com, wss://phone.example.com",
        "https://phone.example.com/, https://phone.example.com, wss://phone.example.com",
        "HTTPS://phone.example.com, https://phone.example.com, wss://phone.example.com",
        "wss://phone.example.com, https://phone.example.com, wss://phone.example.com",
        "phone.example.com:443, https://phone.example.com, wss://phone.example.com",
        "phone.example.com:8443, https://phone.example.com:8443, wss://phone.example.com:8443",
        "https://example.com/line/one/, https://example.com/line/one, wss://example.com/line/one",
        "203.0.113.7, https://203.0.113.7, wss://203.0.113.7",
        "[2001:db8::1]:8443, https://[2001:db8::1]:8443, wss://[2001:db8::1]:8443",
        "localhost:8080, https://localhost:8080, wss://localhost:8080",
    })
    void inProductionTwilioComesByHttps(String domain, String webhooks, String sockets) {
        assertThat(PublicBase.of(domain, true)).isEqualTo(new PublicBase(webhooks, sockets));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:8080, ws://localhost:8080",
        "http://localhost:8080/, http://localhost:8080, ws://localhost:8080",
        "127.0.0.1:9080, http://127.0.0.1:9080, ws://127.0.0.1:9080",
        "[::1]:8080, http://[::1]:8080, ws://[::1]:8080",
        "localhost, http://localhost, ws://localhost",
        "localhost:80, http://localhost, ws://localhost",
        "https://localhost:8443, https://localhost:8443, wss://localhost:8443",
        "abc.ngrok.app, https://abc.ngrok.app, wss://abc.ngrok.app",
        "localhost.evil.example, https://localhost.evil.example, wss://localhost.evil.example",
    })
    void inDevelopmentALoopbackHostIsReachedPlainly(String domain, String webhooks, String sockets) {
        assertThat(PublicBase.of(domain, false)).isEqualTo(new PublicBase(webhooks, sockets));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://phone.example.com",
                "http://phone.example.com",
                "ws://phone.example.com",
                "phone example.com",
                "phone.example.com:0",
                "phone.example.com:65536",
                "phone.example.com:x",
                "user@phone.example.com",
                "https://user:secret@phone.example.com",
                "phone.example.com?x=1",
                "phone.example.com#x",
                "https://",
                "://",
                "-x.example.com",
                "x_y.example.com",
                "phone..example.com",
                "phone.example.com,other.example.com",
                "evil.example\"/><x",
                "phone.example.com//twiml",
                "phone.example.com/a b",
                "${DOMAIN}",
                "phone.example.com\r\nX: y"
            })
    void nonsenseIsRefusedWithOneLineThatDoesNotRepeatIt(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicBase.of(domain, true))
                .satisfies(e ->
                        assertThat(e.getMessage()).startsWith("DOMAIN must ").doesNotContain("\n", domain, "secret"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "placeholder", "PLACEHOLDER", " placeholder "})
    void beforeTheFirstDeploymentTheDomainIsOpen(String domain) {
        assertThat(PublicBase.isOpen(domain)).isTrue();
        assertThat(PublicBase.isOpen("phone.example.com")).isFalse();
    }

    @Test
    void thenTheHostOfTheRequestIsUsed() {
        assertThat(PublicBase.ofHost("lb-1.eu.example.com", true))
                .contains(new PublicBase("https://lb-1.eu.example.com", "wss://lb-1.eu.example.com"));
        assertThat(PublicBase.ofHost("lb.example.com:8443", true))
                .contains(new PublicBase("https://lb.example.com:8443", "wss://lb.example.com:8443"));
        assertThat(PublicBase.ofHost("localhost:8080", false))
                .contains(new PublicBase("http://localhost:8080", "ws://localhost:8080"));
        assertThat(PublicBase.ofHost("localhost:8080", true))
                .contains(new PublicBase("https://localhost:8080", "wss://localhost:8080"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "evil.example\"/><x",
                "https://host",
                "host/path",
                "host:",
                "host:99999",
                "a, b",
                "user@host",
                "ho st",
                "host\n",
                "é.example",
                "[",
                "[::1",
                "host?x"
            })
    void unlessItIsNoPlainHost(String host) {
        assertThat(PublicBase.ofHost(host, false)).isEmpty();
        assertThat(PublicBase.ofHost("a.".repeat(200) + "example", false)).isEmpty();
        assertThat(PublicBase.ofHost("a".repeat(100_000), false)).isEmpty();
    }

    @Test
    void urlsAreMadeOfBaseAndPath() {
        PublicBase base = PublicBase.of("https://example.com/line", true);
        assertThat(base.webhook("/twiml/ended")).isEqualTo("https://example.com/line/twiml/ended");
        assertThat(base.socket("/ws/abc")).isEqualTo("wss://example.com/line/ws/abc");
    }
}
