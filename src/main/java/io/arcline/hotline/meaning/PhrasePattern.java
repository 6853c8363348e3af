package io.arcline.hotline.meaning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The notation of the vocabulary: {@code (get|take) me [back] home} with {@code <list>} for a list of the same file.
 * Reads one pattern and answers every phrase that it stands for.
 */
final class PhrasePattern {
    private static final int MOST = 5000;
    private static final String NOTATION = "([<|)]";

    private final String pattern;
    private final Map<String, String> lists;
    private int at;

    private PhrasePattern(String pattern, Map<String, String> lists) {
        this.pattern = pattern;
        this.lists = lists;
    }

    /**
     * Every phrase of a pattern, each as plain text.
     *
     * @param lists the lists that the pattern may name
     * @throws IllegalArgumentException with the reason in words, where the notation is wrong
     */
    static Set<String> phrases(String pattern, Map<String, String> lists) {
        PhrasePattern reading = new PhrasePattern(pattern, lists);
        return new LinkedHashSet<>(reading.alternatives('\0'));
    }

    /** Splits a value of the file at the commas. */
    static List<String> split(String value) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : value.split(",")) {
            if (!pattern.isBlank()) {
                patterns.add(pattern.strip());
            }
        }
        return patterns;
    }

    private List<String> alternatives(char close) {
        List<String> all = new ArrayList<>();
        List<String> current = List.of("");
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '(' -> current = joined(current, alternatives(')'));
                case '[' -> {
                    List<String> optional = new ArrayList<>(alternatives(']'));
                    optional.add("");
                    current = joined(current, optional);
                }
                case '<' -> current = joined(current, list());
                case '|' -> {
                    all.addAll(current);
                    current = List.of("");
                }
                case ')', ']' -> {
                    if (c != close) {
                        throw new IllegalArgumentException("'" + c + "' closes nothing in \"" + pattern + "\"");
                    }
                    all.addAll(current);
                    return all;
                }
                default -> current = joined(current, List.of(literal()));
            }
        }
        if (close != '\0') {
            throw new IllegalArgumentException("'" + close + "' is missing in \"" + pattern + "\"");
        }
        all.addAll(current);
        return all;
    }

    /** The plain text that goes on from the character just read. */
    private String literal() {
        int from = at - 1;
        while (at < pattern.length() && NOTATION.indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        return pattern.substring(from, at);
    }

    private List<String> list() {
        int end = pattern.indexOf('>', at);
        String name = end < 0 ? pattern.substring(at) : pattern.substring(at, end);
        String list = lists.get(name);
        if (end < 0 || list == null) {
            throw new IllegalArgumentException("there is no list <" + name + "> for \"" + pattern + "\"");
        }
        at = end + 1;
        List<String> words = new ArrayList<>();
        for (String one : split(list)) {
            words.addAll(phrases(one, Map.of()));
        }
        return words;
    }

    private List<String> joined(List<String> heads, List<String> tails) {
        if (heads.size() * tails.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " phrases in \"" + pattern + "\"");
        }
        List<String> joined = new ArrayList<>(heads.size() * tails.size());
        for (String head : heads) {
            for (String tail : tails) {
                joined.add(head + tail);
            }
        }
        return joined;
    }
}
