package io.arcline.web.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page with places such as <code>{{name}}</code>, filled in with text that is escaped for HTML elements and attributes in quotes.
 * Immutable.
 */
public final class Template {
    private final List<String> parts;

    private Template(String text) {
        List<String> split = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            split.add(text.substring(from, open));
            split.add(text.substring(open + 2, close));
            from = close + 2;
        }
        split.add(text.substring(from));
        this.parts = List.copyOf(split);
    }

    /** Markup that is put in as it is: another template's, never anybody's words. */
    public record Markup(String html) {
        /** One after the other. */
        public static Markup of(List<Markup> several) {
            return new Markup(String.join("", several.stream().map(Markup::html).toList()));
        }
    }

    /** The template of this text. */
    public static Template of(String text) {
        return new Template(text);
    }

    /**
     * The template in a file beside a class.
     *
     * @throws IllegalStateException when there is none
     */
    public static Template beside(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The page with every place filled in.
     *
     * @param values for each place {@link Markup}, or anything else as text
     * @throws IllegalArgumentException when there is none for a place
     */
    public Markup with(Map<String, ?> values) {
        StringBuilder page = new StringBuilder(1024);
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                page.append(parts.get(i));
                continue;
            }
            Object value = values.get(parts.get(i));
            if (value == null) {
                throw new IllegalArgumentException("nothing for the place " + parts.get(i));
            }
            if (value instanceof Markup(String html)) {
                page.append(html);
            } else {
                escape(value.toString(), page);
            }
        }
        return new Markup(page.toString());
    }

    private static void escape(String text, StringBuilder page) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }
}
