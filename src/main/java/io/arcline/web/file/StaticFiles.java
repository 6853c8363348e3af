package io.arcline.web.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that pages use, read once, under one path. Immutable. */
public final class StaticFiles {
    /** What every page uses; they lie beside this class. */
    private static final String[] SHARED = {
        "arcline.css", "icon.svg", "barlow-400.woff2", "barlow-600.woff2", "barlow-condensed-600.woff2"
    };

    private final String path;
    private final Map<String, StaticFile> files = new LinkedHashMap<>();

    /**
     * Reads the files of these names beside a class, and those that every page uses.
     *
     * @param path where they are served, without a slash at its end
     * @throws IllegalStateException when one is not there
     */
    public StaticFiles(String path, Class<?> owner, String... names) {
        this.path = path;
        for (String name : SHARED) {
            files.put(name, StaticFile.beside(StaticFiles.class, name));
        }
        for (String name : names) {
            files.put(name.substring(name.lastIndexOf('/') + 1), StaticFile.beside(owner, name));
        }
    }

    /** The address to write into a page: it changes with the file, so that browsers may keep what they have. */
    public String address(String name) {
        return path + "/" + name + "?v=" + files.get(name).version();
    }

    /** The names for the places of a page: <code>{{file:board.css}}</code>. */
    public Map<String, Object> places() {
        Map<String, Object> places = new LinkedHashMap<>();
        files.keySet().forEach(name -> places.put("file:" + name, address(name)));
        return places;
    }

    Optional<StaticFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
