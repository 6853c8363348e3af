package io.arcline.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import io.arcline.web.board.LatestPosts.Posts;
import io.arcline.web.board.LatestPosts.Snapshot;
import io.arcline.web.file.StaticFiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardPageTest {
    private static final StaticFiles FILES = new StaticFiles("/files", BoardPage.class, "board.css", "board.js");
    private static final Place SOMEWHERE = new Place(OffsetDateTime.parse("2026-11-23T08:00:00Z"), new UUID(0, 7));

    @Test
    void theNumberToCallIsALinkAlsoWhileThePostsCannotBeRead() {
        assertThat(page("+15550100009", true).away().html())
                .contains("href=\"tel:+15550100009\"", "+1 555 010 0009", "cannot be read", "href=\"/\"");
        assertThat(page("+442079460000", false).away().html())
                .contains("href=\"tel:+442079460000\"", ">+442079460000<")
                .doesNotContain("Development");
        assertThat(new BoardPage(FILES, Optional.empty(), false).away().html()).contains("No number yet");
    }

    @Test
    void eachBoardIsPagedWhileTheOtherStaysWhereItIs() {
        var view = new BoardPage.View(Map.of(Board.MESSAGES, SOMEWHERE));
        String html = page("+15550100009", false)
                .of(
                        view,
                        Map.of(
                                Board.INTEL, new Posts(List.of(row("1", "a <b>")), Optional.of(SOMEWHERE)),
                                Board.MESSAGES, new Posts(List.of(), Optional.empty())),
                        "")
                .html();
        String place = SOMEWHERE.text();
        assertThat(html)
                .contains("/board?intel=" + place + "&amp;messages=" + place + "#intel")
                .contains("href=\"/board#messages\"")
                .contains("a &lt;b&gt;", "23 Nov 2026, 08:00 UTC");
    }

    @Test
    void readersAreToldOfWhatIsNewOrChangedOrGone() {
        Snapshot before = snapshot("v1", row("1", "one"), row("2", "two"));
        Snapshot after = snapshot("v2", row("3", "three"), row("2", "two, corrected"));
        String event = new String(Changes.between(before, after), StandardCharsets.UTF_8);
        assertThat(event).startsWith("event: change\nid: v2\ndata: {").endsWith("}\n\n");
        assertThat(event.lines().filter(line -> line.startsWith("data: "))).hasSize(1);
        JsonObject intel = Json.createReader(new java.io.StringReader(event.substring(event.indexOf('{'))))
                .readObject()
                .getJsonObject("intel");
        assertThat(intel.getJsonArray("posted")
                        .getValuesAs(row -> row.asJsonObject().getString("content")))
                .containsExactly("three", "two, corrected");
        assertThat(intel.getJsonArray("gone").toString()).isEqualTo("[\"1\"]");
    }

    private static BoardPage page(String number, boolean phone) {
        return new BoardPage(FILES, Optional.of(number), phone);
    }

    private static Snapshot snapshot(String version, JsonObject... rows) {
        return new Snapshot(
                Map.of(
                        Board.INTEL, new Posts(List.of(rows), Optional.empty()),
                        Board.MESSAGES, new Posts(List.of(), Optional.empty())),
                version);
    }

    private static JsonObject row(String id, String content) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("content", content)
                .addNull("faction")
                .add("verified", true)
                .add("created_at", "2026-11-23T08:00:00+00:00")
                .build();
    }
}
