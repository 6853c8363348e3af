package io.arcline.management;

import io.arcline.ops.mbean.CallRow;
import io.arcline.ops.mbean.CallsMXBean;
import io.arcline.ops.mbean.JournalMXBean;
import io.arcline.ops.mbean.JournalRow;
import io.arcline.ops.mbean.ResilienceMXBean;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/calls}: the calls of this server. The module's web.xml maps its resources to {@code /api}; no class does, since
 * the classes are on the public module's class path too, where they must not answer.
 */
@OpenAPIDefinition(info = @Info(title = "ARC Line for operators", version = "1"), servers = @Server(url = "/api"))
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallsResource {

    @GET
    @Operation(summary = "Live calls and those that ended within the last quarter of an hour, the newest first")
    @APIResponseSchema(CallRow[].class)
    public Response calls(
            @Context Request request, @QueryParam("limit") @DefaultValue("" + Integer.MAX_VALUE) int limit) {
        List<CallRow> calls = Application.bean(CallsMXBean.NAME, CallsMXBean.class).getCalls().stream()
                .limit(Math.max(0, limit))
                .toList();
        // The server's clock and the calls' do not go together to the microsecond: an activity's second is what counts.
        String version = calls.size() + "-"
                + calls.stream()
                        .map(call -> List.of(
                                call.callSid(),
                                call.hotline(),
                                call.step(),
                                call.status(),
                                call.turns(),
                                Instant.parse(call.lastActivityAt()).getEpochSecond()))
                        .toList()
                        .hashCode();
        return Revalidated.answer(request, version, () -> new GenericEntity<>(calls) {});
    }

    @GET
    @Path("{callSid}")
    @Operation(summary = "One call; 404 where this server has none with this SID")
    public CallRow call(@PathParam("callSid") String callSid) {
        CallRow call = Application.bean(CallsMXBean.NAME, CallsMXBean.class).getCall(callSid);
        if (call == null) {
            throw new NotFoundException();
        }
        return call;
    }

    @GET
    @Path("{callSid}/journal")
    @Operation(
            summary =
                    "What happened in a call, in order, from the database: also calls of other servers and of earlier days")
    @APIResponseSchema(JournalRow[].class)
    public Response journal(@Context Request request, @PathParam("callSid") String callSid) {
        List<JournalRow> rows = entries(callSid);
        return Revalidated.answer(request, rows.size() + "-" + rows.hashCode(), () -> json(rows));
    }

    private static JsonArray json(List<JournalRow> rows) {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        for (JournalRow row : rows) {
            entries.add(Json.createObjectBuilder()
                    .add("createdAt", row.createdAt())
                    .add("level", row.level())
                    .add("message", row.message())
                    .add(
                            "metadata",
                            Json.createReader(new StringReader(row.metadata())).readObject()));
        }
        return entries.build();
    }

    @POST
    @Path("{callSid}/move")
    @Operation(
            summary =
                    "Have a call go on at another server, as soon as its caller has done something; 404 where it is not"
                            + " live on this one")
    public void move(@PathParam("callSid") String callSid) {
        if (!Application.bean(ResilienceMXBean.NAME, ResilienceMXBean.class).move(callSid)) {
            throw new NotFoundException();
        }
    }

    private static List<JournalRow> entries(String callSid) {
        try {
            return Application.bean(JournalMXBean.NAME, JournalMXBean.class).getEntries(callSid);
        } catch (IllegalStateException databaseAway) {
            throw new ServiceUnavailableException(5L);
        }
    }
}
