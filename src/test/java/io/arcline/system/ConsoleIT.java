package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.browser.Tab;
import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.wire.TwilioFrames;
import io.arcline.twilio.relay.InboundCodec;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operators' console in a browser, by keyboard. */
class ConsoleIT {
    private static final String PASSWORD = "operators-password";
    private static final String MARK = "console it " + System.nanoTime();
    private static final String HOSTILE =
            MARK + " <img src=x onerror=\"alert(1)\"><script>alert(2)</script> " + "long ".repeat(1_990);

    private final LibertyServer server = Servers.development();

    @AfterEach
    void forget() throws Exception {
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            sql.execute("delete from intel where content like '" + MARK + "%'");
            sql.execute("delete from logs where session_id = 'CAconsole-it'");
        }
    }

    @Test
    void aReportByPhoneIsVerifiedByKeyboardAndSeenOnTheBoardWithoutReloading() {
        try (Tab board = Pages.tab().go(server.uri("/board"));
                Tab phone = Pages.tab().go(server.uri("/?speed=50"));
                Tab console = console("#moderation")) {
            board.await("!document.querySelector('.live').hidden");
            board.value("document.body.dataset.same = 'yes'");
            phone.click("#call").await("!document.getElementById('words').disabled");
            phone.press("Escape").press("4");
            phone.await("document.querySelector('[data-state=hotline]').textContent === 'submit intel'");
            phone.click("#words").value("document.getElementById('words').focus()");
            phone.type(MARK + ", a Queen at the dam").press("Enter");
            phone.await("document.querySelector('[data-state=step]').textContent === 'done'");
            phone.type("goodbye").press("Enter");
            phone.await("document.getElementById('status').textContent === 'Call ended'");

            console.value("document.querySelector('[name=search]').focus()");
            console.type(MARK).press("Enter");
            console.await("document.querySelectorAll('#posts li').length === 1");
            console.value("document.activeElement.blur()");
            console.press("j").await("document.activeElement.matches('#posts li')");
            Pages.assertAccessible(console);
            console.press("v").await("document.getElementById('news').textContent.startsWith('Published')");
            board.await("document.getElementById('intel').textContent.includes('" + MARK + "')");
            console.press("z").await("document.getElementById('news').textContent.startsWith('Undone')");
            board.await("!document.getElementById('intel').textContent.includes('" + MARK + "')");
            assertThat(board.text("document.body.dataset.same")).isEqualTo("yes");
            for (Tab tab : new Tab[] {board, phone, console}) {
                Pages.assertQuiet(tab);
            }
        }
    }

    @Test
    void aModeratorRejectsAndEditsHostileReportsByKeyboard() throws Exception {
        waiting(MARK + " first", 1);
        waiting(HOSTILE, 2);
        try (Tab tab = console("#moderation")) {
            tab.await("document.querySelector('#posts .words').textContent.length > 9000");
            Pages.assertAccessible(tab);
            Pages.picture(tab, "console-moderation");
            assertThat(tab.is("document.querySelector('main img')")).isFalse();
            tab.press("j").press("e").await("document.getElementById('words').open");
            Pages.assertAccessible(tab);
            tab.value("document.getElementById('words-text').select()");
            tab.type(MARK + " second").press("Tab").press("Enter");
            tab.await("document.activeElement.querySelector('.words')?.textContent === '" + MARK + " second'");
            tab.press("r").await("document.getElementById('words').open");
            tab.type("not intel").press("Tab").press("Enter");
            tab.await("document.activeElement.querySelector('.words')?.textContent === '" + MARK + " first'");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void callsAreSeenAsTheyHappenWithTheirJournal() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.to(server.uri(""))
                        .line(LineSettings.faster(20))
                        .start();
                Tab tab = console("#calls")) {
            FakeCall call = twilio.dial("+447700900123");
            call.awaitReply();
            String name = "…" + call.callSid().substring(call.callSid().length() - 8);
            String row = "[...document.querySelectorAll('#call-rows tr')].find((tr) => tr.textContent.includes('" + name
                    + "'))";
            tab.await(row + "?.className.includes('live')");
            call.press('2');
            call.awaitReply();
            tab.await(row + ".textContent.includes('loot / asked')");
            tab.value(row + ".querySelector('button').focus()");
            tab.press("Enter");
            tab.await("document.querySelectorAll('#journal li').length > 3");
            Pages.assertAccessible(tab);
            Pages.picture(tab, "console");
            tab.await("!document.getElementById('move').hidden");
            // As much as one prompt may have, which would take minutes to say.
            String hostile = HOSTILE.substring(0, InboundCodec.MAX_PROMPT_LENGTH);
            call.sendRaw(TwilioFrames.prompt(hostile, "en-GB", true));
            tab.await("[...document.querySelectorAll('#journal .caller')].some((q) => q.textContent.length > 8000)");
            assertThat(tab.is("document.querySelector('main img, main script')"))
                    .isFalse();
            Pages.assertAccessible(tab);
            call.say("goodbye");
            call.awaitEnd();
            tab.await(row + ".className.includes('ended')");
            tab.await("document.getElementById('journal').textContent.includes('call disconnected')");
            tab.size(Pages.PHONE, 844);
            Pages.assertAccessible(tab);
            Pages.picture(tab, "console-phone");
            yesterday();
            tab.size(Pages.DESKTOP, 900).value("location.hash = '#figures'");
            tab.await("document.querySelectorAll('#charts figure').length === 4");
            assertThat(tab.text("document.querySelector('#charts svg').getAttribute('aria-label')"))
                    .startsWith("Calls, highest");
            Pages.assertAccessible(tab);
            Pages.picture(tab, "console-figures");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void aCallIsMovedByItsButtonAndGoesOnWhereItWas() {
        try (FakeTwilio twilio = FakeTwilio.to(server.uri(""))
                        .line(LineSettings.faster(20))
                        .patience(Duration.ofSeconds(60))
                        .start();
                Tab tab = console("#calls")) {
            FakeCall call = twilio.dial("+447700900124");
            call.awaitReply();
            String name = "…" + call.callSid().substring(call.callSid().length() - 8);
            String row = "[...document.querySelectorAll('#call-rows tr')].find((tr) => tr.textContent.includes('" + name
                    + "'))";
            tab.await(row);
            tab.value(row + ".querySelector('button').focus()");
            tab.press("Enter").await("!document.getElementById('move').hidden");
            tab.value("document.getElementById('move').focus()");
            tab.press("Enter").await("document.getElementById('news').textContent.startsWith('It goes on')");
            call.say("loot");
            assertThat(Wordings.of("en", "loot.ask").in(call.awaitAnswer().text()))
                    .as(call.toString())
                    .isTrue();
            tab.await("document.getElementById('journal').textContent.includes('call moved')");
            tab.await("document.getElementById('journal').textContent.includes('call resumed')");
            call.say("goodbye");
            CallEnd end = call.awaitEnd();
            assertThat(end.proper()).as(call.toString()).isTrue();
            assertThat(end.sessions()).hasSize(2);
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void whatHasNotChangedIsNotSentToItAgain() {
        Operator operator = new Operator(PASSWORD);
        for (String path : new String[] {"/api/calls", "/api/calls/CAnobody/journal", "/api/server"}) {
            // A call of another test may go on or be forgotten between the two.
            boolean spared = false;
            for (int attempt = 0; !spared && attempt < 20; attempt++) {
                String tag = operator.get(server.managementUri(path))
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
                HttpResponse<String> again = operator.getUnless(server.managementUri(path), tag);
                spared = again.statusCode() == 304 && again.body().isEmpty();
            }
            assertThat(spared).as(path).isTrue();
        }
    }

    @Test
    void aServerIsDrainedAndTakesCallsAgain() {
        try (Tab tab = console("#calls")) {
            tab.await("document.getElementById('draining').textContent.startsWith('Takes calls')");
            tab.value("document.getElementById('drain').focus()");
            tab.press("Enter").await("document.getElementById('drain').textContent === 'Sure? Drain'");
            tab.press("Enter").await("document.getElementById('draining').textContent.startsWith('Draining')");
            assertThat(server.get("/health").statusCode()).isEqualTo(503);
            assertThat(server.operator("/health/ready").body()).contains("\"state\":\"draining\"");
            tab.press("Enter").await("document.getElementById('draining').textContent.startsWith('Takes calls')");
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            Pages.assertQuiet(tab);
        } finally {
            new Operator(PASSWORD).delete(server.managementUri("/api/server/drain"), "");
        }
    }

    @Test
    void nobodySeesItWithoutSigningIn() {
        for (String path : new String[] {"/", "/console/console.js", "/api/history"}) {
            assertThat(new Operator("wrong").get(server.managementUri(path)).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(server.get(path.equals("/") ? "/console/" : path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(server.operator("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("unsafe");
    }

    /** A day of calls, as the journal has them. */
    private void yesterday() throws Exception {
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            sql.execute("select setseed(0.5)");
            sql.execute("""
                    insert into logs (session_id, message, level, metadata, created_at)
                    select 'CAconsole-it', message, 'info', metadata, now() - n * interval '90 seconds' from generate_series(1, 960) n,
                    lateral (select random() as chance, 8 + 6 * sin(n / 150.0) as busy) as r,
                    lateral (values ('call connected', '{}'::jsonb),
                        ('call disconnected', jsonb_build_object('reason', case when chance < 0.7 then 'ended'
                            when chance < 0.95 then '1000 Closing websocket session' else '1006 ' end)),
                        ('turn', jsonb_build_object('micros', (300 + 900 * chance * busy)::int)),
                        ('turn', jsonb_build_object('micros', (200 + 500 * chance)::int)
                            || case when chance < 0.12 then '{"misunderstood": 1}'::jsonb else '{}' end)) as e (message, metadata)
                    where chance * 14 < busy""");
        }
    }

    private Tab console(String part) {
        return Pages.tab().as("operator", PASSWORD).go(server.managementUri("/" + part));
    }

    private void waiting(String content, int minute) throws Exception {
        try (Connection database = server.database();
                PreparedStatement insert = database.prepareStatement(
                        "insert into intel (content, created_at) values (?, now() + ? * interval '1 minute')")) {
            insert.setString(1, content);
            insert.setInt(2, minute);
            insert.execute();
        }
    }
}
