package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.browser.Tab;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public board in a browser. */
class BoardPageIT {
    private static final String MARK = "Raider report";
    private static final String HOSTILE =
            "</p><img src=x onerror=\"alert(1)\"><script>alert(2)</script> '\"&amp; {{intel}} \u202e";

    private static final List<String> SIGHTINGS = List.of(
            "Two Leapers circling the dam. They come when you shoot.",
            "Bastion at the east gate of the spaceport, facing north. The west fence is open.",
            "North hatch at Buried City is jammed. Count on the elevator by the plaza.",
            "Matriarch over the Red Lakes at dusk, moving slowly. Hornets with her.",
            "Snitch above the Blue Gate checkpoint. Take it down first or everything comes.",
            "The swamp is quiet. Good lemons by the old pump house.",
            "Raiders camping the Alcantara extraction with rifles. Not friendly.");
    private static final List<String> MESSAGES = List.of(
            "Bring apricots, old bird.",
            "You are the best employee this workshop has ever had.",
            "If you find my left boot near the dam, it is the one with the hole.",
            "Come home before the Hornets do.");

    private final LibertyServer server = Servers.development();

    @BeforeEach
    void posts() throws Exception {
        forget();
        for (int n = 1; n <= 45; n++) {
            post("intel", SIGHTINGS.get(n % SIGHTINGS.size()) + " Report " + n + ".", n);
        }
        for (int n = 0; n < MESSAGES.size(); n++) {
            post("scrappy_messages", MESSAGES.get(n), n);
        }
    }

    @AfterEach
    void forget() throws Exception {
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            for (String table : List.of("intel", "scrappy_messages")) {
                sql.execute("delete from " + table + " where faction like '" + MARK + "%'");
            }
        }
    }

    @Test
    void whatIsPublishedAppearsAndWhatIsWithdrawnGoesWithoutReloading() throws Exception {
        try (Tab tab = Pages.tab().go(server.uri("/board"))) {
            tab.await("!document.querySelector('.live').hidden");
            tab.value("document.body.dataset.same = 'yes'");
            String id = post("intel", "Just in: " + HOSTILE, 100);
            tab.await("document.querySelector('#intel .post .words').textContent.startsWith('Just in')");
            assertThat(tab.text("document.querySelector('#intel .post .words').textContent"))
                    .isEqualTo("Just in: " + HOSTILE);
            assertThat(tab.is("document.querySelectorAll('main img, main script').length === 0"))
                    .isTrue();
            assertThat(tab.text("document.getElementById('news').textContent")).isEqualTo("A new report was verified.");
            Pages.assertAccessible(tab);
            update("update intel set content = 'Said otherwise' where id = '" + id + "'");
            tab.await("document.querySelector('#intel .post .words').textContent === 'Said otherwise'");
            update("update intel set verified = false where id = '" + id + "'");
            tab.await("!document.body.textContent.includes('Said otherwise')");
            post("scrappy_messages", "Come home.", 100);
            tab.await("document.querySelector('#messages .post .words').textContent === 'Come home.'");
            assertThat(tab.text("document.body.dataset.same"))
                    .as("not loaded again")
                    .isEqualTo("yes");
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void itIsWholeWithoutScriptsAndPagedByLinks() {
        try (Tab tab = Pages.tab().withoutScripts().go(server.uri("/board"))) {
            // The first page is up to a second old.
            while (!tab.words().contains("apricots")) {
                tab.go(server.uri("/board"));
            }
            assertThat(tab.words()).contains("ARC LINE", "Report 45.");
            String next = tab.text("document.querySelector('#intel a[rel=next]').href");
            tab.go(URI.create(next));
            assertThat(tab.words()).contains("Report 25.", "apricots").doesNotContain("Report 45.");
            tab.go(URI.create(tab.text("document.querySelector('#intel a[rel=first]').href")));
            assertThat(tab.words()).contains("Report 45.");
        }
    }

    @Test
    void everybodyCanReadItAtEverySizeWhateverWasReported() throws Exception {
        try (Tab tab = Pages.tab().go(server.uri("/board"))) {
            tab.await("document.querySelectorAll('#messages .post').length === 4");
            Pages.assertAccessible(tab);
            Pages.picture(tab, "board");
            tab.press("Tab");
            assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
            tab.press("Enter").await("document.activeElement.id === 'intel'");
            tab.size(Pages.PHONE, 844);
            Pages.assertAccessible(tab);
            tab.value("scrollTo(0, 0)");
            Pages.picture(tab, "board-phone");
            post("intel", HOSTILE, 50);
            post("intel", "long ".repeat(1_999) + "words", 49);
            post("scrappy_messages", "Bring apricots, old bird. " + "W".repeat(300), 48);
            tab.size(320, 640);
            tab.await("document.querySelector('#messages .words').textContent.includes('WWW')");
            Pages.assertAccessible(tab);
            assertThat(tab.text("document.querySelector('#intel .words').textContent"))
                    .isEqualTo(HOSTILE);
            // And the same from the server.
            tab.go(server.uri("/board"));
            Pages.assertAccessible(tab);
            assertThat(tab.text("document.querySelector('#intel .words').textContent"))
                    .isEqualTo(HOSTILE);
            assertThat(tab.is("document.querySelectorAll('#intel .post').length === 20"))
                    .isTrue();
            assertThat(tab.is("document.querySelectorAll('main img, main script').length === 0"))
                    .isTrue();
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void inProductionItIsTheFrontPageAndThereIsNoPhone() throws Exception {
        LibertyServer production = Servers.production();
        HttpResponse<String> front = production.get("/");
        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.body()).contains("No number yet").doesNotContain("Development");
        String policy = front.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self';").doesNotContain("unsafe");
        for (String path :
                List.of("/phone", "/phone/", "/phone/phone.js", "/phone/files/phone.js", "/phone/calls/CA1")) {
            assertThat(production.get(path).statusCode()).as(path).isEqualTo(404);
        }
        try (Tab tab = Pages.tab().go(production.uri("/"))) {
            tab.await("!document.querySelector('.live').hidden");
            Pages.assertAccessible(tab);
            Pages.assertQuiet(tab);
        }
    }

    @Test
    void hundredsOfReadersAreToldAndTheServerTakesCallsAllTheWhile() throws Exception {
        try (BoardReaders readers = new BoardReaders(server.uri("/"), 300)) {
            assertThat(readers.refused()).isZero();
            post("intel", "For hundreds of readers.", 200);
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (readers.changes() < 300 && System.nanoTime() < deadline) {
                assertThat(server.get("/health").statusCode()).isEqualTo(200);
            }
            assertThat(readers.changes()).isEqualTo(300);
        }
    }

    @Test
    void thereAreNoMoreReadersThanTheServerHasRoomFor() throws Exception {
        try (BoardReaders readers = new BoardReaders(Servers.small().uri("/"), 5)) {
            assertThat(readers.refused()).isEqualTo(2);
        }
    }

    @Test
    void browsersKeepItsFiles() throws Exception {
        String page = server.get("/board").body();
        String script = page.replaceAll("(?s).*src=\"(/files/board.js\\?v=[0-9a-f]+)\".*", "$1");
        HttpResponse<String> file = server.get(script);
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri("/files/board.js"))
                                .header("If-None-Match", tag)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(server.get("/files/board.html").statusCode()).isEqualTo(404);
        assertThat(server.get("/files/../board.html").statusCode()).isIn(400, 404);
    }

    private String post(String table, String content, int minute) throws Exception {
        try (Connection database = server.database();
                PreparedStatement insert = database.prepareStatement("insert into " + table
                        + " (content, faction, verified, created_at) values (?, ?, true, now() + ? * interval '1 minute')"
                        + " returning id")) {
            insert.setString(1, content);
            insert.setString(2, MARK);
            insert.setInt(3, minute);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void update(String sql) throws Exception {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
