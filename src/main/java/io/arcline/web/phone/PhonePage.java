package io.arcline.web.phone;

import io.arcline.web.file.Page;
import io.arcline.web.file.StaticFiles;
import io.arcline.web.file.Template;
import io.arcline.web.file.Template.Markup;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The phone's page. */
public final class PhonePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Markup page;

    /** @param files those of {@link #files} */
    public PhonePage(StaticFiles files) {
        page = Template.beside(PhonePage.class, "phone.html").with(files.places());
    }

    /** The phone's own scripts and styles, and the recorded calls. */
    public static StaticFiles files(String path) {
        return new StaticFiles(
                path,
                PhonePage.class,
                "phone.css",
                "phone.js",
                "call.js",
                "session.js",
                "mouth.js",
                "voice.js",
                "sound.js",
                "pace.js",
                "panel.js",
                "twiml.js",
                "scripts.js",
                "recorded/socket-drop.jsonl",
                "recorded/end-then-reconnect.jsonl");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        Page.send(response, page, "camera=(), geolocation=(), microphone=(self)");
    }
}
