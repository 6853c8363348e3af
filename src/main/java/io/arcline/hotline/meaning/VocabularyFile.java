package io.arcline.hotline.meaning;

import io.arcline.hotline.Edition;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The keys of a vocabulary's file, its lists, and every mistake found in it so far. */
final class VocabularyFile {
    private static final String LIST = "list.";
    private static final String MORE = "+";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> mistakes = new TreeSet<>();

    VocabularyFile(Reader file) throws IOException {
        new Entries(values).load(file);
        look();
    }

    /** Ours, and what somebody else has to say instead, or besides under a key that ends with {@value #MORE}. */
    VocabularyFile(Reader file, Reader changes) throws IOException {
        new Entries(values).load(file);
        Map<String, String> changed = new LinkedHashMap<>();
        new Entries(changed).load(changes);
        changed.forEach((key, value) -> {
            if (key.endsWith(MORE)) {
                values.merge(key.substring(0, key.length() - MORE.length()), value, (ours, more) -> ours + ", " + more);
            } else {
                values.put(key, value);
            }
        });
        look();
    }

    private void look() {
        values.forEach((key, value) -> {
            if (PhrasePattern.split(value).isEmpty()) {
                mistakes.add(key + " is empty");
            }
            if (key.startsWith(LIST)) {
                lists.put(key.substring(LIST.length()), value);
                read.add(key);
            }
        });
    }

    /** Properties that do not swallow a key which is there twice. */
    private final class Entries extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> into;

        Entries(Map<String, String> into) {
            this.into = into;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (into.put((String) key, (String) value) != null) {
                mistakes.add(key + " is there twice");
            }
            return null;
        }
    }

    String version() {
        return Edition.of(values);
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** What stands between the commas; nothing, and a mistake, where there is no such key. */
    List<String> parts(String key) {
        read.add(key);
        String value = values.get(key);
        if (value == null) {
            mistakes.add(key + " is missing");
            return List.of();
        }
        return PhrasePattern.split(value);
    }

    /** Every phrase of a pattern that stands under a key. */
    Set<String> expand(String key, String pattern) {
        try {
            return PhrasePattern.phrases(pattern, lists);
        } catch (IllegalArgumentException e) {
            mistakes.add(key + ": " + e.getMessage());
            return Set.of();
        }
    }

    /** The words of all that stands under a key. */
    Set<String> words(String key) {
        Set<String> words = new HashSet<>();
        parts(key).forEach(part -> words.addAll(Words.of(part)));
        return words;
    }

    void mistake(String what) {
        mistakes.add(what);
    }

    /** The mistakes in order, among them the keys that nobody asked for. */
    List<String> mistakes() {
        Set<String> all = new TreeSet<>(mistakes);
        values.keySet().stream().filter(key -> !read.contains(key)).forEach(key -> all.add(key + " is no known key"));
        return new ArrayList<>(all);
    }
}
