package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Moderators at work on the management port, and what the public board shows of it. */
class ModerationIT {
    private static final Operator ANNA = new Operator("anna", "a-password");
    private static final Operator BEN = new Operator("ben", "b:password");
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = Servers.moderated();
    }

    @Test
    void aReportIsPublicOnceItIsVerifiedAndNoLongerOnceThatIsUndone() throws Exception {
        UUID id = report("Matriarch at the Spacport");
        assertThat(publicBoard()).doesNotContain(id.toString());
        assertThat(json(decide(ANNA, id, "edit", 0, "\"content\":\"Matriarch at the Spaceport\""))
                        .getString("content"))
                .isEqualTo("Matriarch at the Spaceport");
        assertThat(json(decide(BEN, id, "verify", 1, "\"reason\":\"\"")).getString("state"))
                .isEqualTo("verified");
        assertThat(publicBoard()).contains(id.toString(), "Matriarch at the Spaceport");
        assertThat(json(decide(ANNA, id, "undo", 2, "\"x\":1")).getString("state"))
                .isEqualTo("pending");
        assertThat(publicBoard()).doesNotContain(id.toString());
        assertThat(json(decide(ANNA, id, "undo", 3, "\"x\":1")).getString("content"))
                .isEqualTo("Matriarch at the Spacport");
        assertThat(decide(ANNA, id, "undo", 4, "\"x\":1").statusCode()).isEqualTo(409);
        String history = ANNA.get(server.managementUri("/api/moderation/intel/" + id + "/history"))
                .body();
        assertThat(Json.createReader(new StringReader(history)).readArray().getValuesAs(JsonObject.class).stream()
                        .map(entry -> entry.getString("moderator") + " " + entry.getString("action"))
                        .toList())
                .containsExactly("anna edit", "ben verify", "anna undo", "anna undo");
    }

    @Test
    void aRejectionNeedsAReasonAndKeepsIt() throws Exception {
        UUID id = report("spam spam");
        assertThat(decide(ANNA, id, "reject", 0, "\"reason\":\" \"").statusCode())
                .isEqualTo(400);
        JsonObject rejected = json(decide(ANNA, id, "reject", 0, "\"reason\":\"advertising\""));
        assertThat(rejected.getString("state")).isEqualTo("rejected");
        assertThat(list("?state=rejected&search=SPAM"))
                .extracting(post -> post.getString("reason"))
                .containsExactly("advertising");
        assertThat(list("?state=pending&search=spam")).isEmpty();
        assertThat(json(decide(ANNA, id, "verify", 1, "\"x\":1")).containsKey("reason"))
                .isFalse();
        assertThat(json(decide(BEN, id, "undo", 2, "\"x\":1")).getString("reason"))
                .isEqualTo("advertising");
    }

    @Test
    void ofSeveralModeratorsAtOnceOneDecidesAndTheOthersLearnOfIt() throws Exception {
        UUID id = report("two Wasps at the dam");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                Operator moderator = n % 2 == 0 ? ANNA : BEN;
                String action = n % 2 == 0 ? "verify" : "reject";
                answers.add(threads.submit(() -> decide(moderator, id, action, 0, "\"reason\":\"doubtful\"")));
            }
            List<Integer> codes = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                codes.add(answer.get().statusCode());
                if (answer.get().statusCode() == 409) {
                    assertThat(json(answer.get()).getJsonObject("post").getInt("version"))
                            .isEqualTo(1);
                }
            }
            assertThat(codes).containsOnlyOnce(200).containsOnly(200, 409);
        }
        try (Connection database = server.database();
                var statement = database.prepareStatement("select count(*) from moderation_audit where post_id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void theListIsPagedAndEveryPostIsOnOnePage() throws Exception {
        for (int n = 0; n < 25; n++) {
            report("paged 100% report " + n);
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = json(
                    ANNA.get(server.managementUri("/api/moderation/intel?limit=10&search=paged%20100%25" + after)));
            page.getJsonArray("posts")
                    .getValuesAs(JsonObject.class)
                    .forEach(post -> seen.add(post.getString("content")));
            after = page.containsKey("next") ? "&after=" + page.getString("next") : null;
        } while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().first().isEqualTo("paged 100% report 24");
    }

    @Test
    void moderatorsModerateAndNothingElse() throws Exception {
        assertThat(ANNA.get(server.managementUri("/api/calls")).statusCode()).isEqualTo(403);
        assertThat(new Operator("anna", "b:password")
                        .get(server.managementUri("/api/moderation/intel"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.operator("/api/moderation/messages").statusCode()).isEqualTo(200);
        assertThat(server.get("/moderation/intel").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/moderation/intel").statusCode()).isEqualTo(404);
        assertThat(decide(ANNA, UUID.randomUUID(), "verify", 0, "\"x\":1").statusCode())
                .isEqualTo(404);
        assertThat(server.operator("/openapi").body())
                .contains("/moderation/{board}", "/api/board/{board}", "Decision");
    }

    private static UUID report(String content) throws Exception {
        UUID id = UUID.randomUUID();
        try (Connection database = server.database();
                var insert = database.prepareStatement("insert into intel (id, content) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, content);
            insert.executeUpdate();
        }
        return id;
    }

    private static HttpResponse<String> decide(Operator moderator, UUID id, String action, long version, String more) {
        return moderator.post(
                server.managementUri("/api/moderation/intel/" + id + "/" + action),
                "{\"version\":" + version + "," + more + "}");
    }

    private static List<JsonObject> list(String query) {
        return json(ANNA.get(server.managementUri("/api/moderation/intel" + query)))
                .getJsonArray("posts")
                .getValuesAs(JsonObject.class);
    }

    private static String publicBoard() {
        return server.get("/api/board/intel?limit=200").body();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
