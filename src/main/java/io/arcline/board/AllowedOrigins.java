package io.arcline.board;

import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The web pages on other hosts whose scripts may read the board.
 *
 * @param origins such as {@code https://example.com}; {@code *} allows every page
 */
public record AllowedOrigins(List<String> origins) {
    public AllowedOrigins {
        origins = List.copyOf(origins);
    }

    /** Adds what a browser wants to see before it shows the answer to the page. */
    Response.ResponseBuilder allow(Response.ResponseBuilder answer, String origin) {
        if (origins.contains("*")) {
            return answer.header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Expose-Headers", "Link, ETag");
        }
        answer.header("Vary", "Origin");
        return origin != null && origins.contains(origin)
                ? answer.header("Access-Control-Allow-Origin", origin)
                        .header("Access-Control-Expose-Headers", "Link, ETag")
                : answer;
    }
}
