package io.arcline.management;

import io.arcline.ops.mbean.CallerPage;
import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.Erasure;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/callers}: what is kept of callers. The number is in the body: URLs get into logs. */
@Path("callers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Callers")
public class CallersResource {

    /** What the description of the API says of the body. */
    @Schema(name = "Caller")
    private record Caller(
            @Schema(required = true, examples = "+447700900001", description = "In E.164 form")
            String number) {}

    @Context
    private SecurityContext security;

    @DELETE
    @Operation(summary = "Erases everything that is kept of a caller, except calls in progress, and says what that was")
    @RequestBody(content = @Content(schema = @Schema(implementation = Caller.class)))
    public Erasure erase(JsonObject caller) {
        String number = number(caller);
        try {
            return callers().erase(number, operator());
        } catch (IOException away) {
            throw new ServiceUnavailableException(5L, away);
        }
    }

    @POST
    @Path("copy")
    @Operation(summary = "Everything that is kept of a caller, for the caller: each call with the rows of each table")
    @RequestBody(content = @Content(schema = @Schema(implementation = Caller.class)))
    public Response copy(JsonObject caller) {
        String number = number(caller);
        String operator = operator();
        CallersMXBean callers = callers();
        CallerPage first;
        try {
            first = callers.copy(number, "", operator);
        } catch (IOException away) {
            throw new ServiceUnavailableException(5L, away);
        }
        StreamingOutput rest = out -> {
            CallerPage page = first;
            out.write("{\"calls\":[".getBytes(StandardCharsets.UTF_8));
            out.write(page.calls().getBytes(StandardCharsets.UTF_8));
            while (!page.next().isEmpty()) {
                page = callers.copy(number, page.next(), operator);
                out.write((page.calls().isEmpty() ? "" : ",\n" + page.calls()).getBytes(StandardCharsets.UTF_8));
            }
            out.write(("]" + page.others() + "}").getBytes(StandardCharsets.UTF_8));
        };
        return Response.ok(rest).build();
    }

    private String operator() {
        return security.getUserPrincipal().getName();
    }

    private static CallersMXBean callers() {
        return Application.bean(CallersMXBean.NAME, CallersMXBean.class);
    }

    private static String number(JsonObject caller) {
        String number = caller == null ? "" : caller.getString("number", "");
        if (!number.matches("\\+[1-9]\\d{1,14}")) {
            throw new BadRequestException("no number in E.164 form");
        }
        return number;
    }
}
