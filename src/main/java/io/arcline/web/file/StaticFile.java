package io.arcline.web.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file that belongs to a page. Its arrays are not changed.
 *
 * @param type its Content-Type
 * @param version changes with its content
 * @param zipped the same by gzip; null where that would not make it smaller
 */
record StaticFile(String type, String version, byte[] content, byte[] zipped) {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "html", "text/html;charset=UTF-8",
            "svg", "image/svg+xml",
            "jsonl", "application/jsonl;charset=UTF-8",
            "woff2", "font/woff2");

    /** The file of this name beside a class. */
    static StaticFile beside(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no file " + name);
            }
            byte[] content = file.readAllBytes();
            byte[] zipped = zip(content);
            return new StaticFile(
                    TYPES.get(name.substring(name.lastIndexOf('.') + 1)),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8),
                    content,
                    zipped.length < content.length * 9 / 10 ? zipped : null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
