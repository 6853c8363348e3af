package io.arcline.board;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/board/intel} and {@code /api/board/messages}: what everybody may read, for web pages. */
@Path("api/board/{board:intel|messages}")
@RequestScoped
@Tag(name = "Public board")
public class BoardResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String FRESH = "public, max-age=15";
    private static final System.Logger LOG = System.getLogger(BoardResource.class.getName());

    @Inject
    PublicPosts posts;

    @Inject
    AllowedOrigins origins;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Verified posts, newest first, as rows of id, content, faction, verified, created_at",
            description = "The next page is named by the header Link with rel=\"next\".")
    @APIResponse(responseCode = "200", description = "An array of rows")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag given in If-None-Match")
    @APIResponse(responseCode = "400", description = "limit or after is not one")
    @APIResponse(responseCode = "503", description = "The database does not answer")
    public Response page(
            @PathParam("board") String path,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @HeaderParam("Origin") String origin,
            @Context Request request) {
        Board board = Board.of(path).orElseThrow();
        int most;
        Optional<Place> from;
        try {
            most = limit == null ? USUAL : Math.clamp(Integer.parseInt(limit), 1, MOST);
            from = Optional.ofNullable(after).map(Place::parse);
        } catch (IllegalArgumentException wrong) {
            return origins.allow(Response.status(400), origin).build();
        }
        try {
            PublicPosts.Page page = posts.page(board, from, most);
            EntityTag tag = tag(page);
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            Response.ResponseBuilder answer = unchanged == null ? Response.ok(page.rows()) : unchanged;
            page.next()
                    .ifPresent(next -> answer.header(
                            "Link",
                            "</api/board/%s?limit=%d&after=%s>; rel=\"next\"".formatted(path, most, next.text())));
            return origins.allow(answer.tag(tag).header("Cache-Control", FRESH), origin)
                    .build();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "the public board cannot be read: {0}", away.getSQLState());
            return origins.allow(Response.status(503).header("Retry-After", 5), origin)
                    .build();
        }
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight(@HeaderParam("Origin") String origin) {
        return origins.allow(Response.noContent(), origin)
                .header("Access-Control-Allow-Methods", "GET, OPTIONS")
                .header("Access-Control-Allow-Headers", "If-None-Match")
                .header("Access-Control-Max-Age", 86_400)
                .build();
    }

    private static EntityTag tag(PublicPosts.Page page) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(page.next().map(Place::text).orElse("").getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(page.rows().getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
