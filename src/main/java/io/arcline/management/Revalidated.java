package io.arcline.management;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.function.Supplier;

/** Answers for pages that ask the same again and again: one that has not changed is not sent again. */
final class Revalidated {
    private Revalidated() {}

    /**
     * The answer; 304 without a body to whoever has it already.
     *
     * @param version differs where the entity does
     * @param entity made only where it is sent
     */
    static Response answer(Request request, String version, Supplier<?> entity) {
        EntityTag tag = new EntityTag(version, true);
        ResponseBuilder known = request.evaluatePreconditions(tag);
        CacheControl askEveryTime = new CacheControl();
        askEveryTime.setPrivate(true);
        askEveryTime.setNoCache(true);
        ResponseBuilder answer = known == null ? Response.ok(entity.get()) : known;
        return answer.tag(tag).cacheControl(askEveryTime).build();
    }
}
