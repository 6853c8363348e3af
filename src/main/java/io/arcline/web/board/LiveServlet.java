package io.arcline.web.board;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** {@code GET /board/live}: the board's changes as server-sent events. No thread belongs to a stream. */
public final class LiveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Then the browser asks again: what was lost on the way is found out so. */
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(15);

    private final transient LiveBoard board;

    public LiveServlet(LiveBoard board) {
        this.board = board;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!board.admit()) {
            response.setHeader("Retry-After", "30");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        LiveReader reader = null;
        try {
            reader = open(request, response);
        } finally {
            if (reader == null) {
                board.release();
            }
        }
        String resumed = request.getHeader("Last-Event-ID");
        String seen = resumed == null ? request.getParameter("seen") : resumed;
        board.join(reader, seen == null ? "" : seen);
        // Not all at the same moment, when a server goes.
        reader.send(("retry: " + ThreadLocalRandom.current().nextInt(1_000, 4_000) + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private LiveReader open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(LONGEST_MILLIS);
        return new LiveReader(context, board::leave);
    }
}
