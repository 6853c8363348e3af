package io.arcline.management.moderation;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/moderation/intel} and {@code /api/moderation/messages}: which posts are published. */
@Path("moderation/{board:intel|messages}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Moderation")
public class ModerationResource {
    private static final int MOST = 200;
    private static final int MOST_CHARACTERS = 10_000;
    private static final System.Logger LOG = System.getLogger(ModerationResource.class.getName());

    @PathParam("board")
    private String path;

    @Context
    private SecurityContext security;

    @GET
    @Operation(summary = "Posts, newest first; `next` of a page is `after` of the following one")
    public JsonObject list(
            @QueryParam("state") @Schema(enumeration = {"pending", "verified", "rejected"}) String state,
            @QueryParam("search") String search,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        PostList.Query query = query(state, search, after, limit);
        return asking(database -> {
            PostList.Page page = new PostList(database).find(query);
            JsonArrayBuilder posts = Json.createArrayBuilder();
            page.posts().forEach(post -> posts.add(post.json()));
            JsonObjectBuilder answer = Json.createObjectBuilder().add("posts", posts);
            page.next().ifPresent(next -> answer.add("next", next.text()));
            return answer.build();
        });
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who did what with a post when")
    public JsonArray history(@PathParam("id") UUID id) {
        return asking(database -> {
            try (Connection connection = database.getConnection()) {
                return Audit.of(connection, id);
            }
        });
    }

    @POST
    @Path("{id}/{action:verify|reject|edit|undo}")
    @Operation(summary = "Decides about a post, by the version of it that the moderator saw")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
    @APIResponse(responseCode = "200", description = "Done; the post as it is now")
    @APIResponse(responseCode = "400", description = "No version, a rejection without reason, an edit without content")
    @APIResponse(responseCode = "404", description = "There is no such post")
    @APIResponse(
            responseCode = "409",
            description = "Somebody else decided in between, or there is nothing to undo; the post as it is now")
    public Response decide(@PathParam("id") UUID id, @PathParam("action") String action, JsonObject body) {
        if (body == null || !body.containsKey("version")) {
            throw new BadRequestException("no version");
        }
        long version = body.getInt("version", -1);
        Decision decision = decision(action, body);
        String moderator = security.getUserPrincipal().getName();
        Outcome outcome =
                asking(database -> new Moderation(database).decide(board(), id, moderator, version, decision));
        return switch (outcome) {
            case Outcome.Done(Post post) -> Response.ok(post.json()).build();
            case Outcome.Conflict(Post post) -> conflict("changed by somebody else", post);
            case Outcome.NothingToUndo(Post post) -> conflict("nothing to undo", post);
            case Outcome.Missing() -> Response.status(404).build();
        };
    }

    private PostList.Query query(String state, String search, String after, int limit) {
        try {
            return new PostList.Query(
                    board(),
                    Optional.ofNullable(state).map(text -> State.of(text).orElseThrow(BadRequestException::new)),
                    Optional.ofNullable(search).filter(words -> !words.isBlank()),
                    Optional.ofNullable(after).map(Place::parse),
                    Math.clamp(limit, 1, MOST));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestException("after is not a place in the list", wrong);
        }
    }

    private Board board() {
        return Board.of(path).orElseThrow();
    }

    private static Decision decision(String action, JsonObject body) {
        return switch (action) {
            case "verify" -> new Decision.Verify();
            case "reject" -> new Decision.Reject(text(body, "reason"));
            case "edit" -> new Decision.Edit(text(body, "content"));
            case "undo" -> new Decision.Undo();
            default -> throw new BadRequestException();
        };
    }

    private static String text(JsonObject body, String name) {
        String text = body.getString(name, "").replace("\0", "").strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw new BadRequestException(name + ": from 1 to " + MOST_CHARACTERS + " characters");
        }
        return text;
    }

    private static Response conflict(String why, Post post) {
        return Response.status(409)
                .entity(Json.createObjectBuilder()
                        .add("error", why)
                        .add("post", post.json())
                        .build())
                .build();
    }

    /** What is asked of the database. */
    private interface Question<T> {
        T ask(DataSource database) throws SQLException;
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask(InitialContext.doLookup("jdbc/arcline"));
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "moderation: the database failed, SQLState {0}", away.getSQLState());
            throw new ServiceUnavailableException(5L, away);
        } catch (NamingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
