package io.arcline.web.file;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves {@link StaticFiles}: for a year where the address names the version, else to be asked for again. */
public final class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StaticFiles files;

    public FileServlet(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<StaticFile> found = path == null ? Optional.empty() : files.find(path.substring(1));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StaticFile file = found.get();
        String tag = "\"" + file.version() + "\"";
        boolean current = file.version().equals(request.getParameter("v"));
        // A style sheet names its fonts without their version; they are what they are.
        String otherwise = file.type().startsWith("font/") ? "public, max-age=2592000" : "no-cache";
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : otherwise);
        response.setHeader("ETag", tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (file.zipped() != null) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String encodings = request.getHeader("Accept-Encoding");
        boolean zip = file.zipped() != null && encodings != null && encodings.contains("gzip");
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] content = zip ? file.zipped() : file.content();
        response.setContentType(file.type());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
