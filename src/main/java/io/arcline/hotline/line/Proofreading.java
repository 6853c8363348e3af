package io.arcline.hotline.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Looks through one file of lines and collects everything that is wrong with it. */
final class Proofreading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern UNSPEAKABLE = Pattern.compile("[*_#`~<>\\[\\]|\\\\\\p{Cntrl}]|https?:|www\\.");
    private static final List<String> SETTINGS = List.of("interruptible", "preemptible");

    private final LinesFile file;
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Proofreading(LinesFile file) {
        this.file = file;
    }

    /** What is wrong, in the order of the lines; empty when all is well. */
    static List<String> mistakesOf(LinesFile file) {
        var proofreading = new Proofreading(file);
        proofreading.readLines();
        proofreading.readLists();
        proofreading.readStrangers();
        return proofreading.mistakes;
    }

    private void readLines() {
        for (Line line : Line.values()) {
            List<String> variants = variants(line, file.entries());
            known.add(line.key());
            for (int number = 1; number <= variants.size(); number++) {
                known.add(line.key() + "." + number);
            }
            if (variants.isEmpty()) {
                note(line.key(), "is missing");
            } else if (file.entries().containsKey(line.key()) && file.entries().containsKey(line.key() + ".1")) {
                note(line.key(), "is there once without a number and once with one");
            }
            variants.forEach(text -> readText(line, text));
            SETTINGS.forEach(setting -> readSetting(line.key() + "." + setting));
        }
    }

    private void readText(Line line, String text) {
        if (text.isBlank()) {
            note(line.key(), "is empty");
            return;
        }
        Set<String> used = new HashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> used.add(found.group(1)));
        for (String name : used) {
            if (!line.placeholders().contains(name)) {
                note(line.key(), "has {" + name + "}, which nothing fills in; it may have " + line.placeholders());
            }
        }
        for (String name : line.required()) {
            if (!used.contains(name)) {
                note(line.key(), "lacks {" + name + "}");
            }
        }
        String bare = PLACEHOLDER.matcher(text).replaceAll("");
        if (bare.contains("{") || bare.contains("}")) {
            note(line.key(), "has a brace without its partner");
        }
        var unspeakable = UNSPEAKABLE.matcher(bare);
        if (unspeakable.find()) {
            note(line.key(), "has \"" + unspeakable.group() + "\", which cannot be spoken");
        }
        if (!line.phrase() && !text.matches("(?s).*[.?!}]")) {
            note(line.key(), "does not end like a sentence");
        }
        if (text.length() > line.limit()) {
            note(line.key(), "has " + text.length() + " characters, more than " + line.limit());
        }
    }

    private void readSetting(String key) {
        String value = file.entries().get(key);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            note(key, "is \"" + value + "\" and must be true or false");
        }
        known.add(key);
    }

    private void readLists() {
        for (WordList list : WordList.values()) {
            known.add(list.key());
            if (file.entries().getOrDefault(list.key(), "").isBlank()) {
                note(list.key(), "is missing");
            }
        }
    }

    private void readStrangers() {
        file.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> {
                    String numberless = key.replaceFirst("\\.\\d+$", "");
                    if (Line.isKey(numberless)) {
                        note(key, "has a number that does not follow on 1, 2, 3");
                    } else {
                        note(key, "is no key of a line; the nearest is " + nearest(key));
                    }
                });
        file.doubled().forEach(key -> note(key, "is there more than once"));
    }

    private String nearest(String key) {
        Map<Integer, String> byDistance = new TreeMap<>();
        known.stream()
                .sorted()
                .forEach(other -> byDistance.putIfAbsent(
                        LevenshteinDistance.getDefaultInstance().apply(key, other), other));
        return byDistance.values().iterator().next();
    }

    private void note(String key, String mistake) {
        mistakes.add(file.language() + "/lines.properties: " + key + " " + mistake);
    }

    /** The wordings of a line: one under its key, or several under its key and 1, 2, 3. */
    static List<String> variants(Line line, Map<String, String> entries) {
        List<String> variants = new ArrayList<>();
        if (entries.containsKey(line.key())) {
            variants.add(entries.get(line.key()));
        }
        for (int number = 1; entries.containsKey(line.key() + "." + number); number++) {
            variants.add(entries.get(line.key() + "." + number));
        }
        return variants;
    }
}
