package io.arcline.management;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/history}: what happened over time on all servers, counted from the journal. */
@Path("history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class HistoryResource {
    private static final System.Logger LOG = System.getLogger(HistoryResource.class.getName());
    private static final int BUCKETS = 60;
    private static final int LONGEST_SECONDS = 5;
    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
    private static final String COUNTED = """
            select floor(extract(epoch from created_at) / ?)::bigint as bucket,
                count(*) filter (where message = 'call connected') as calls,
                count(*) filter (where message = 'call disconnected' and metadata->>'reason' = 'ended') as goodbye,
                count(*) filter (where message = 'call disconnected' and metadata->>'reason' like '1000%') as hungup,
                count(*) filter (where message = 'call disconnected' and metadata->>'reason' <> 'ended'
                    and metadata->>'reason' not like '1000%') as lost,
                count(*) filter (where message = 'turn') as turns,
                count(*) filter (where message = 'turn' and jsonb_exists(metadata, 'misunderstood')) as misunderstood,
                percentile_cont(0.5) within group (order by micros) / 1000 as p50,
                percentile_cont(0.95) within group (order by micros) / 1000 as p95
            from (select created_at, message, metadata, case when message = 'turn' and metadata->>'micros' ~ '^[0-9]{1,12}$'
                    then (metadata->>'micros')::bigint end as micros
                from logs where created_at >= ? and message in ('call connected', 'call disconnected', 'turn')) as entries
            group by bucket""";

    private static final String[] COUNTS = {"calls", "goodbye", "hungUp", "lost", "turns", "misunderstood"};
    private static final JsonObject NOTHING = nothing();

    @GET
    @Operation(
            summary = "Calls, how they ended, turns, turns not understood and their latency in ms, over time",
            description =
                    "Sixty spans of equal length up to now. Latencies are of the dialog; null where nothing was said.")
    public JsonObject history(@QueryParam("minutes") @DefaultValue("1440") int minutes) {
        int span = Math.clamp(minutes, BUCKETS, MINUTES_OF_A_WEEK);
        long seconds = span * 60L / BUCKETS;
        long last = Instant.now().getEpochSecond() / seconds;
        Map<Long, JsonObject> counted = counted(seconds, last - BUCKETS + 1);
        JsonArrayBuilder buckets = Json.createArrayBuilder();
        for (long bucket = last - BUCKETS + 1; bucket <= last; bucket++) {
            JsonObjectBuilder json = counted.containsKey(bucket)
                    ? Json.createObjectBuilder(counted.get(bucket))
                    : Json.createObjectBuilder(NOTHING);
            buckets.add(json.add("at", Instant.ofEpochSecond(bucket * seconds).toString()));
        }
        return Json.createObjectBuilder()
                .add("minutes", span)
                .add("buckets", buckets)
                .build();
    }

    private static JsonObject nothing() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String count : COUNTS) {
            json.add(count, 0);
        }
        return json.addNull("p50").addNull("p95").build();
    }

    private static Map<Long, JsonObject> counted(long seconds, long first) {
        try (Connection connection =
                        InitialContext.<DataSource>doLookup("jdbc/arcline").getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTED)) {
            select.setQueryTimeout(LONGEST_SECONDS);
            select.setLong(1, seconds);
            select.setObject(2, Instant.ofEpochSecond(first * seconds).atOffset(ZoneOffset.UTC));
            Map<Long, JsonObject> buckets = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    JsonObjectBuilder json = Json.createObjectBuilder();
                    for (String count : COUNTS) {
                        json.add(count, rows.getLong(count));
                    }
                    add(json, "p50", rows);
                    add(json, "p95", rows);
                    buckets.put(rows.getLong("bucket"), json.build());
                }
            }
            return buckets;
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "history: the database failed, SQLState {0}", away.getSQLState());
            throw new ServiceUnavailableException(5L, away);
        } catch (NamingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(JsonObjectBuilder json, String name, ResultSet rows) throws SQLException {
        double value = rows.getDouble(name);
        if (rows.wasNull()) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }
}
