package io.arcline.hotline.meaning;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well callers are understood: runs labelled utterances through {@link Understanding}.
 *
 * <p>From the command line: {@code Evaluation [language] file.tsv …}.
 */
final class Evaluation {
    private final List<Outcome> outcomes = new ArrayList<>();

    /** What came of one utterance. */
    record Outcome(Labelled row, Meaning meaning, String actual) {
        boolean right() {
            return row.expected().equals(actual);
        }
    }

    Evaluation(Understanding understanding, List<Labelled> rows) {
        for (Labelled row : rows) {
            Meaning meaning = understanding.meaning(row.utterance(), row.asked());
            outcomes.add(new Outcome(row, meaning, row.label(meaning)));
        }
    }

    public static void main(String[] arguments) throws IOException {
        boolean named = arguments.length > 0 && arguments[0].length() == 2;
        Understanding understanding = Understanding.of(Vocabulary.load(named ? arguments[0] : "en"));
        for (String file : List.of(arguments).subList(named ? 1 : 0, arguments.length)) {
            System.out.println(file);
            new Evaluation(understanding, Labelled.in(Path.of(file))).print(System.out);
        }
    }

    /** The share that came out as labelled, from 0 to 1. */
    double accuracy() {
        return (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size();
    }

    /** Content that was not taken as content. */
    List<Outcome> lostContent() {
        return outcomes.stream()
                .filter(o -> o.row().expected().equals("content") && !o.right())
                .toList();
    }

    /** Accuracy per context, the confusion table, and every miss. */
    void print(PrintStream out) {
        Map<String, int[]> contexts = new TreeMap<>();
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        TreeSet<String> labels = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            int[] counts = contexts.computeIfAbsent(outcome.row().context(), context -> new int[2]);
            counts[0] += outcome.right() ? 1 : 0;
            counts[1]++;
            confusion
                    .computeIfAbsent(outcome.row().expected(), label -> new TreeMap<>())
                    .merge(outcome.actual(), 1, Integer::sum);
            labels.add(outcome.row().expected());
            labels.add(outcome.actual());
        }
        out.printf("%-18s %9s %8s%n", "context", "right", "of 100");
        contexts.forEach((context, counts) ->
                out.printf("%-18s %4d/%4d %8.1f%n", context, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
        out.printf(
                "%-18s %4d/%4d %8.1f%n",
                "all", outcomes.stream().filter(Outcome::right).count(), outcomes.size(), 100 * accuracy());
        out.printf("%n%-11s", "expected");
        labels.forEach(label -> out.printf("%11s", label));
        out.println();
        confusion.forEach((expected, actual) -> {
            out.printf("%-11s", expected);
            labels.forEach(label -> out.printf(
                    "%11s", actual.containsKey(label) ? actual.get(label).toString() : "."));
            out.println();
        });
        out.println();
        outcomes.stream()
                .filter(outcome -> !outcome.right())
                .forEach(outcome -> out.printf(
                        "MISS %-16s %-45s expected %-10s got %-10s %s%n",
                        outcome.row().context(),
                        outcome.row().utterance(),
                        outcome.row().expected(),
                        outcome.actual(),
                        outcome.meaning()));
    }
}
