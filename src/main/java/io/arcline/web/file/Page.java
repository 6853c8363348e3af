package io.arcline.web.file;

import io.arcline.web.file.Template.Markup;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How an HTML page is answered: nothing runs in it and nothing is loaded into it but this server's own files. */
public final class Page {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Page() {}

    /**
     * Sends a page.
     *
     * @param permissions what of the browser it may use, as the header Permissions-Policy says it
     */
    public static void send(HttpServletResponse response, Markup page, String permissions) throws IOException {
        byte[] content = page.html().getBytes(StandardCharsets.UTF_8);
        headers(response, permissions);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static void headers(HttpServletResponse response, String permissions) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Permissions-Policy", permissions);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
