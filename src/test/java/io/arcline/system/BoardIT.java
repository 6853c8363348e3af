package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public board's data, as a web page gets it, over a hundred thousand reports. */
class BoardIT {
    private static final int ROWS = 100_000;
    private static final int FEWEST_TIMES = 5;
    private static final int MOST_TIMES = 500;

    /** The first is that of the whole plan. */
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)");

    private static LibertyServer server;

    @BeforeAll
    static void start() throws Exception {
        server = LibertyServer.start("board", Map.of("BOARD_CORS_ORIGINS", "https://board.example"));
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            sql.execute("insert into intel (content, faction, verified, created_at)"
                    + " select 'report ' || n, case when n % 2 = 0 then 'Raider Report' end, n % 10 <> 0,"
                    + " timestamptz '2026-01-01 00:00:00.5+00' + n / 3 * interval '1 second'"
                    + " from generate_series(1, " + ROWS + ") n");
            sql.execute("analyze intel");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void rowsAreVerifiedNewestFirstAndShapedAsSupabasesRestShapedThem() throws Exception {
        var page = rows(get("/api/board/intel?limit=3"));
        assertThat(page).hasSize(3).allSatisfy(row -> {
            assertThat(row.keySet()).containsExactly("id", "content", "faction", "verified", "created_at");
            assertThat(row.getBoolean("verified")).isTrue();
            assertThat(row.getString("created_at")).matches("2026-01-01T09:15:3[23]\\.5\\+00:00");
        });
        assertThat(rows(get("/api/board/messages"))).isEmpty();
        assertThat(get("/api/board/logs").statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesTogetherAreEveryVerifiedRowOnceAlsoWhileNewOnesArrive() throws Exception {
        List<String> seen = new ArrayList<>();
        String next = "/api/board/intel?limit=200";
        while (next != null && seen.size() < 4_000) {
            HttpResponse<String> answer = get(next);
            rows(answer).forEach(row -> seen.add(row.getString("id")));
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<(.*)>.*", "$1"))
                    .orElse(null);
            if (seen.size() == 1_000) {
                try (Connection database = server.database();
                        Statement sql = database.createStatement()) {
                    sql.execute("insert into intel (content, verified, created_at)"
                            + " values ('just in', true, '2026-01-02'), ('late', true, '2026-01-01')");
                }
            }
        }
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        List<String> expected = new ArrayList<>();
        try (Connection database = server.database();
                Statement sql = database.createStatement();
                var rows = sql.executeQuery("select id from intel where verified and content like 'report%'"
                        + " order by created_at desc, id desc limit 4000")) {
            while (rows.next()) {
                expected.add(rows.getString(1));
            }
            assertThat(seen).isEqualTo(expected);
        } finally {
            try (Connection database = server.database();
                    Statement sql = database.createStatement()) {
                sql.execute("delete from intel where content in ('just in', 'late')");
            }
        }
    }

    @Test
    void anUnchangedPageIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get("/api/board/intel");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "max-age=15");
        HttpResponse<String> again = get("/api/board/intel", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void onlyAllowedPagesOfOtherHostsMayReadIt() throws Exception {
        assertThat(get("/api/board/intel?limit=1", "Origin", "https://board.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("https://board.example");
        assertThat(get("/api/board/intel?limit=1", "Origin", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void whatIsNoPageIsRefused() throws Exception {
        assertThat(get("/api/board/intel?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/api/board/intel?after=MjAyNg").statusCode()).isEqualTo(400);
        assertThat(get("/api/board/intel?limit=many").statusCode()).isEqualTo(400);
        assertThat(rows(get("/api/board/intel?limit=1000000"))).hasSize(200);
    }

    /** The three queries that matter, by PostgreSQL's own clock and its count of pages; prints their plans. */
    @Test
    void listeningAndTheFirstAndTheThousandthPageTakeUnderFiveMilliseconds() throws Exception {
        try (Connection database = server.database();
                Statement sql = database.createStatement()) {
            String page = "select id, content, faction, verified, created_at from intel"
                    + " where verified and created_at is not null%s order by created_at desc, id desc limit 51";
            String place;
            try (var row = sql.executeQuery("select created_at, id from intel where verified"
                    + " order by created_at desc, id desc offset 49950 limit 1")) {
                row.next();
                place = " and (created_at, id) < ('" + row.getString(1) + "', '" + row.getString(2) + "')";
            }
            Map<String, String> queries = Map.of(
                    "listen-intel",
                    "select content from intel where verified = true order by created_at desc limit 50",
                    "first page",
                    page.formatted(""),
                    "thousandth page",
                    page.formatted(place));
            Map<String, Integer> pagesRead = new HashMap<>();
            for (var query : queries.entrySet()) {
                String plan = "";
                double fastest = Double.MAX_VALUE;
                // At the best of its times a query is what it costs; the others are what else the machine did.
                for (int time = 0; time < MOST_TIMES && (time < FEWEST_TIMES || fastest >= 5); time++) {
                    plan = plan(sql, query.getValue());
                    fastest = Math.min(
                            fastest, Double.parseDouble(plan.replaceAll("(?s).*Execution Time: ([0-9.]+) ms.*", "$1")));
                }
                System.out.printf("%s: %.3f ms%n%s%n", query.getKey(), fastest, plan);
                assertThat(fastest).as("%s%n%s", query.getKey(), plan).isLessThan(5);
                Matcher read = BUFFERS.matcher(plan);
                assertThat(read.find()).as(plan).isTrue();
                pagesRead.put(query.getKey(), Integer.parseInt(read.group(1)));
            }
            assertThat(pagesRead.get("thousandth page"))
                    .as("pages of the table and its index that are read, whatever the depth")
                    .isLessThan(2 * pagesRead.get("first page") + 10);
        }
    }

    private static String plan(Statement sql, String query) throws SQLException {
        try (var lines = sql.executeQuery("explain (analyze, buffers) " + query)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri("/") + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonObject> rows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readArray().getValuesAs(JsonObject.class);
    }
}
