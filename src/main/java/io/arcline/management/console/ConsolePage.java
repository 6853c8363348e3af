package io.arcline.management.console;

import io.arcline.web.file.Page;
import io.arcline.web.file.StaticFiles;
import io.arcline.web.file.Template;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The console's page, for whoever has signed in. */
final class ConsolePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Template PAGE = Template.beside(ConsolePage.class, "console.html");

    private final transient StaticFiles files;

    ConsolePage(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean onlyModerates = request.isUserInRole("moderator") && !request.isUserInRole("operator");
        Map<String, Object> values = new HashMap<>(files.places());
        values.put("user", request.getRemoteUser() == null ? "" : request.getRemoteUser());
        values.put("operator", !onlyModerates);
        response.setHeader("Cache-Control", "no-store");
        Page.send(response, PAGE.with(values), "camera=(), geolocation=(), microphone=()");
    }
}
