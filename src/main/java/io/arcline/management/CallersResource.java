package io.arcline.management;

import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.Erasure;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/callers}: what is kept of callers. */
@Path("callers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Callers")
public class CallersResource {

    /** What the description of the API says of the body: the number is not in the URL, which logs keep. */
    @Schema(name = "Caller")
    private record Caller(
            @Schema(required = true, examples = "+447700900001", description = "In E.164 form")
            String number) {}

    @DELETE
    @Operation(summary = "Erases everything that is kept of a caller and says what that was")
    @RequestBody(content = @Content(schema = @Schema(implementation = Caller.class)))
    public Erasure erase(JsonObject caller) {
        String number = caller == null ? "" : caller.getString("number", "");
        if (!number.matches("\\+[1-9]\\d{1,14}")) {
            throw new BadRequestException("no number in E.164 form");
        }
        try {
            return Application.bean(CallersMXBean.NAME, CallersMXBean.class).erase(number);
        } catch (IOException away) {
            throw new ServiceUnavailableException(5L, away);
        }
    }
}
