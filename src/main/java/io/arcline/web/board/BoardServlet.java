package io.arcline.web.board;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import io.arcline.web.board.LatestPosts.Posts;
import io.arcline.web.board.LatestPosts.Snapshot;
import io.arcline.web.file.Page;
import io.arcline.web.file.Template.Markup;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /board}: the page; {@code ?intel=} and {@code ?messages=} name places further back. */
public final class BoardServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(BoardServlet.class.getName());
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    private final transient BoardPage page;
    private final transient LatestPosts posts;

    public BoardServlet(BoardPage page, LatestPosts posts) {
        this.page = page;
        this.posts = posts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<Board, Place> from = new EnumMap<>(Board.class);
        try {
            for (Board board : Board.values()) {
                Optional.ofNullable(request.getParameter(board.path()))
                        .map(Place::parse)
                        .ifPresent(place -> from.put(board, place));
            }
        } catch (IllegalArgumentException nowhere) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            Markup html = render(new BoardPage.View(from));
            response.setHeader("Cache-Control", "no-cache");
            Page.send(response, html, PERMISSIONS);
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "the public board cannot be read: {0}", away.getSQLState());
            response.setHeader("Retry-After", "60");
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            Page.send(response, page.away(), PERMISSIONS);
        }
    }

    private Markup render(BoardPage.View view) throws SQLException {
        Snapshot now = posts.now();
        if (view.from().isEmpty()) {
            return page.of(view, now.boards(), now.version());
        }
        Map<Board, Posts> shown = new EnumMap<>(now.boards());
        for (var place : view.from().entrySet()) {
            shown.put(place.getKey(), posts.page(place.getKey(), Optional.of(place.getValue())));
        }
        return page.of(view, shown, "");
    }
}
