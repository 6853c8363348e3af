package io.arcline.web.file;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what failed with its status and nothing about the server. Without it Liberty's metrics put the exception's name and
 * message into a header of the answer, and both into the log. The management module finds it by its annotation.
 */
@Provider
public class BareFailures implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(BareFailures.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused) {
            return refused.getResponse();
        }
        LOG.log(System.Logger.Level.ERROR, "a request broke", failure);
        return Response.serverError().build();
    }
}
