package io.arcline.hotline.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A resource file as it was read.
 *
 * @param language the folder it lies in
 * @param entries key and value, as {@link Properties} understands them
 * @param doubled keys that the file holds more than once
 */
record LinesFile(String language, Map<String, String> entries, List<String> doubled) {
    private static final String FOLDER = "/io/arcline/hotline/";

    LinesFile {
        entries = Map.copyOf(entries);
        doubled = List.copyOf(doubled);
    }

    static LinesFile read(String language) {
        try (Reader reader = open(language + "/lines.properties")) {
            return read(language, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LinesFile read(String language, Reader reader) throws IOException {
        var properties = new Noting();
        properties.load(reader);
        Map<String, String> entries = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            entries.put(key, properties.getProperty(key).strip());
        }
        return new LinesFile(language, entries, properties.doubled);
    }

    /**
     * Our own, and what a folder has to say instead.
     *
     * @param folder where {@code <language>/lines.properties} may lie
     */
    static LinesFile read(String language, Path folder) {
        Path file = folder.resolve(language).resolve("lines.properties");
        if (!Files.exists(file)) {
            return read(language);
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(language).changedBy(read(language, reader));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BrokenLines(List.of(language + "/lines.properties: cannot be read: " + unreadable));
        }
    }

    /** A line that the other file has takes the place of all wordings of ours. */
    private LinesFile changedBy(LinesFile other) {
        Set<String> lines = other.entries.keySet().stream()
                .map(LinesFile::numberless)
                .filter(Line::isKey)
                .collect(Collectors.toSet());
        Map<String, String> changed = new HashMap<>(entries);
        changed.keySet().removeIf(key -> lines.contains(numberless(key)));
        changed.putAll(other.entries);
        return new LinesFile(language, changed, other.doubled);
    }

    private static String numberless(String key) {
        return key.replaceFirst("\\.\\d+$", "");
    }

    /** The languages there are lines for, the default one first. */
    static List<String> languages() {
        try (var reader = new BufferedReader(open("languages.txt"))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream in = LinesFile.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new BrokenLines(List.of(name + ": there is no such file in " + FOLDER));
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** {@link Properties} keeps the last of two equal keys and says nothing; a writer of dialog wants to know. */
    private static final class Noting extends Properties {
        private static final long serialVersionUID = 1;
        private final transient List<String> doubled = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                doubled.add((String) key);
            }
            return super.put(key, value);
        }
    }
}
