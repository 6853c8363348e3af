package io.arcline.management;

import io.arcline.ops.mbean.ResilienceMXBean;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/server}: whether this server takes calls, and what became of those that had to move or come back. */
@Path("server")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerResource {
    private static final int LONGEST_SECONDS = 3_600;

    @GET
    @Operation(summary = "How far draining is, and counts since the start: calls resumed, moved, lost; states saved")
    @APIResponseSchema(JsonObject.class)
    public Response server(@Context Request request) {
        JsonObject standing = standing();
        return Revalidated.answer(request, Integer.toHexString(standing.hashCode()), () -> standing);
    }

    private static JsonObject standing() {
        ResilienceMXBean server = bean();
        return Json.createObjectBuilder()
                .add("draining", server.getDraining())
                .add("liveCalls", server.getLiveCalls())
                .add("resumedCalls", server.getResumedCalls())
                .add("forgottenCalls", server.getForgottenCalls())
                .add("takenOverCalls", server.getTakenOverCalls())
                .add("droppedSockets", server.getDroppedSockets())
                .add("movedCalls", server.getMovedCalls())
                .add("lostCalls", server.getLostCalls())
                .add("unsavedCalls", server.getUnsavedCalls())
                .add("behindMillis", server.getBehindMillis())
                .build();
    }

    @POST
    @Path("drain")
    @Operation(
            summary =
                    "Take no new calls, let live ones finish, and move the others to other servers within so many seconds;"
                            + " the server goes on running")
    public JsonObject drain(@QueryParam("seconds") @DefaultValue("90") int seconds) {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new BadRequestException("seconds: from 1 to " + LONGEST_SECONDS);
        }
        bean().drain(seconds);
        return standing();
    }

    @DELETE
    @Path("drain")
    @Operation(summary = "Take calls again")
    public JsonObject undrain() {
        bean().undrain();
        return standing();
    }

    private static ResilienceMXBean bean() {
        return Application.bean(ResilienceMXBean.NAME, ResilienceMXBean.class);
    }
}
