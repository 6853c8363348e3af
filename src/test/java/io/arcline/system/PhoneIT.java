package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.browser.Tab;
import org.junit.jupiter.api.Test;

/** Calls by the browser phone, as a developer makes them. */
class PhoneIT {
    private static final String LAST = "[...document.querySelectorAll('.shani')].at(-1)";

    /** Shani has said something since, all of it was heard, and it has these words in it. */
    private static final String HEARD = LAST + "?.querySelector('.heard')?.textContent.match(/%s/i) && " + LAST
            + ".querySelector('.unheard').textContent === ''";

    /** A voice and ears as browsers have them, for a browser without: what is said waits to be finished, what is heard is told. */
    private static final String SPEECH = """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => [{ lang: 'en-GB' }],
                speak: (utterance) => said.push(utterance),
                cancel: () => { window.cancelled = true; },
            } });
            window.starts = 0;
            window.SpeechRecognition = class {
                constructor() { window.hearing = this; }
                start() { starts++; }
                stop() { this.onend(); }
                hear(transcript, isFinal) { this.onresult({ results: [Object.assign([{ transcript }], { isFinal })] }); }
            };""";

    private final LibertyServer server = Servers.development();

    @Test
    void aWholeCallByKeyboardWithAnInterruptAKeyALostSocketAndAGoodbye() {
        try (Tab tab = Pages.tab().go(server.uri("/?speed=3"))) {
            for (int i = 0; i < 40 && !tab.text("document.activeElement.id").equals("call"); i++) {
                tab.press("Tab");
            }
            tab.press("Enter");
            tab.await(LAST + ".querySelector('.heard').textContent.length > 20 && " + LAST
                    + ".querySelector('.unheard').textContent !== ''");
            assertThat(tab.text("document.activeElement.id")).isEqualTo("words");
            tab.type("extraction").press("Enter");
            tab.await("document.querySelector('.shani.cut .unheard')?.textContent");
            assertThat(tab.text("document.getElementById('frames').textContent"))
                    .contains("\"interrupt\"");
            assertThat(tab.text("document.querySelector('.shani.cut .heard').textContent"))
                    .as("what the server is told was heard")
                    .isEqualTo(
                            tab.text(
                                    "[...document.querySelectorAll('#frames code')].map((code) => code.textContent)"
                                            + ".filter((text) => text.includes('tokensPlayed')).map((text) => JSON.parse(text).value).join('')"));
            tab.await(HEARD.formatted("topside|position"));
            tab.await("document.getElementById('meaning').textContent.includes('the hotline extraction')");
            tab.await("document.querySelector('[data-state=hotline]').textContent === 'extraction'");
            tab.press("Escape").press("0");
            tab.await(HEARD.formatted("loot, Scrappy"));
            assertThat(tab.text("document.querySelectorAll('#latency li').length"))
                    .isEqualTo("3");
            Pages.assertQuiet(tab);
            Pages.assertAccessible(tab);
            Pages.picture(tab, "phone");
            assertThat(tab.is("document.documentElement.scrollHeight <= innerHeight"))
                    .as("long lists scroll in their place")
                    .isTrue();
            String below = "document.getElementById('%1$s').scrollHeight - document.getElementById('%1$s').scrollTop"
                    + " - document.getElementById('%1$s').clientHeight";
            tab.await(below.formatted("frames") + " < 40");
            tab.value("document.getElementById('drop').focus()");
            tab.press("Enter");
            tab.await("document.getElementById('frames').textContent.includes('64105')");
            tab.await("!document.getElementById('words').disabled && " + HEARD.formatted("lost you|dropped out|back"));
            tab.value("document.getElementById('kill').focus()");
            tab.press("Enter");
            tab.await("document.querySelectorAll('#frames .answer').length === 3");
            tab.await("!document.getElementById('words').disabled && " + HEARD.formatted("lost you|dropped out|back"));
            tab.type("loot").press("Enter");
            tab.await(HEARD.formatted("what|item|need"));
            tab.type("goodbye").press("Enter");
            tab.await("document.getElementById('status').textContent === 'Call ended'");
            assertThat(tab.text("document.getElementById('frames').textContent"))
                    .contains("\"type\": \"end\"", "\"SessionStatus\": \"ended\"");
            tab.size(Pages.PHONE, 844);
            Pages.assertAccessible(tab);
            Pages.picture(tab, "phone-phone");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void wordsAreExplainedToWhoSpeaksBeforeThePageKnowsWhereTheCallStands() {
        String slow = "const ask = window.fetch; window.fetch = (what, how) => String(what).startsWith('/phone/calls/')"
                + " ? new Promise(() => {}) : ask(what, how);";
        try (Tab tab = Pages.tab().before(slow).go(server.uri("/?speed=10"))) {
            tab.click("#call").await("!document.getElementById('words').disabled");
            tab.type("extraction").press("Enter");
            tab.await("document.getElementById('meaning').textContent.includes('the hotline extraction')");
        }
    }

    @Test
    void sheSpeaksAloudAndIsInterruptedByVoice() {
        try (Tab tab = Pages.tab().before(SPEECH).go(server.uri("/"))) {
            tab.click("#aloud").click("#listen").click("#call");
            tab.await("said.length === 1");
            String first = tab.text("said[0].text");
            tab.value("said[0].onend()");
            tab.await("said.length === 2 && " + LAST + ".querySelector('.heard').textContent === said[0].text");
            tab.value("said[1].onboundary({ charIndex: said[1].text.indexOf(' ', 2) })");
            String heard = tab.text(LAST + ".querySelector('.heard').textContent");
            assertThat(heard).startsWith(first).hasSizeLessThan(first.length() + 20);
            assertThat(tab.text("starts")).isEqualTo("1");
            tab.value("hearing.hear('extraction', false)");
            tab.await("cancelled && document.querySelector('.shani.cut')");
            assertThat(tab.text("document.querySelector('.shani.cut .heard').textContent"))
                    .isEqualTo(heard);
            tab.value("hearing.hear('extraction', true)");
            tab.await("said.length === 3");
            // It falls silent by itself, which is no reason not to go on; what cannot work is not tried again.
            tab.value("hearing.onerror({ error: 'no-speech' }), hearing.onend()");
            assertThat(tab.text("starts")).isEqualTo("2");
            tab.value("hearing.onerror({ error: 'not-allowed' }), hearing.onend()");
            assertThat(tab.text("starts")).isEqualTo("2");
            assertThat(tab.is("document.getElementById('listen').checked")).isFalse();
            assertThat(tab.text("document.getElementById('sound').textContent")).contains("not-allowed");
            tab.click("#call").await("document.getElementById('status').textContent === 'Call ended'");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void recordedCallsAreReplayed() {
        try (Tab tab = Pages.tab().go(server.uri("/?speed=10"))) {
            tab.value("document.getElementById('script').value = 4");
            tab.click("#replay");
            tab.await("document.getElementById('status').textContent === 'Call ended'");
            assertThat(tab.text("document.getElementById('transcript').textContent"))
                    .contains("Holding.");
            assertThat(tab.text("document.getElementById('frames').textContent"))
                    .contains("64105");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void whatIsSaidDoesNoHarm() {
        try (Tab tab = Pages.tab().go(server.uri("/?speed=50"))) {
            tab.click("#call").await("!document.getElementById('words').disabled");
            tab.type("submit intel").press("Enter").await(HEARD.formatted("report|see|saw"));
            String hostile = "<img src=x onerror=alert(1)>" + "word ".repeat(2_000);
            tab.value("document.getElementById('words').value = '" + hostile + "'");
            tab.press("Enter").await("document.querySelectorAll('.shani').length > 2 && " + HEARD.formatted("."));
            assertThat(tab.is("document.querySelector('main img')")).isFalse();
            Pages.assertAccessible(tab);
            tab.click("#call").await("document.getElementById('status').textContent === 'Call ended'");
            Pages.assertQuiet(tab);
        }
    }
}
