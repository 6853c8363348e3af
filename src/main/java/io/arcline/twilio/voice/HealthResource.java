package io.arcline.twilio.voice;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /health}: what the load balancer asks. */
@Path("health")
@RequestScoped
@Tag(name = "Load balancer")
public class HealthResource {
    @Inject
    Switchboard switchboard;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "200 while this server takes calls, 503 while it is starting or draining")
    public Response health() {
        return switchboard.isOpen() ? answer(200, "ok") : answer(503, "unavailable");
    }

    private static Response answer(int code, String status) {
        JsonObject body = Json.createObjectBuilder()
                .add("status", status)
                .add("timestamp", Instant.now().toString())
                .build();
        return Response.status(code)
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }
}
