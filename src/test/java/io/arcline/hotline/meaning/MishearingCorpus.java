package io.arcline.hotline.meaning;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes labelled utterances by mishearing: in each row of a file of plain utterances, one word gets a sound deleted,
 * inserted, swapped with the next, or taken for a similar one, or is cut in two. The same seed makes the same rows.
 *
 * <p>From the command line: {@code MishearingCorpus seeds.tsv out.tsv seed count}. The rows that the tests use are kept
 * beside the seeds, so that a miss can be looked at and does not move.
 */
final class MishearingCorpus {
    /** What sounds alike on the telephone, both ways. */
    private static final List<Map.Entry<String, String>> ALIKE = List.of(
            Map.entry("b", "p"),
            Map.entry("d", "t"),
            Map.entry("g", "k"),
            Map.entry("v", "f"),
            Map.entry("m", "n"),
            Map.entry("s", "z"),
            Map.entry("th", "f"),
            Map.entry("oo", "u"),
            Map.entry("oo", "ew"),
            Map.entry("ee", "ea"),
            Map.entry("a", "e"),
            Map.entry("i", "e"),
            Map.entry("y", "ie"),
            Map.entry("c", "k"),
            Map.entry("tion", "shun"),
            Map.entry("ai", "ay"),
            Map.entry("o", "a"),
            Map.entry("ck", "k"),
            Map.entry("ss", "s"),
            Map.entry("pp", "p"));

    private static final String SPLITTABLE = "aeiouy";

    private final Random random;

    MishearingCorpus(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[2]);
        List<Labelled> rows =
                new MishearingCorpus(seed).rows(Labelled.in(Path.of(arguments[0])), Integer.parseInt(arguments[3]));
        try (PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
            out.println("# Made by MishearingCorpus from "
                    + Path.of(arguments[0]).getFileName() + " with seed " + seed + ".");
            rows.forEach(row -> out.println(row.context() + "\t" + row.utterance() + "\t" + row.expected()));
        }
    }

    /** This many different rows, drawn evenly from the seeds. */
    List<Labelled> rows(List<Labelled> seeds, int count) {
        Set<Labelled> rows = new LinkedHashSet<>();
        for (int i = 0; rows.size() < count; i++) {
            Labelled seed = seeds.get(i % seeds.size());
            rows.add(new Labelled(seed.context(), misheard(seed.utterance()), seed.expected()));
        }
        return List.copyOf(rows);
    }

    /** The utterance with one of its longer words misheard. */
    private String misheard(String utterance) {
        List<String> words = new ArrayList<>(List.of(utterance.split(" ")));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() >= 4 && !words.get(i).equalsIgnoreCase("please")) {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            int place = places.get(random.nextInt(places.size()));
            words.set(place, word(words.get(place)));
        }
        return String.join(" ", words);
    }

    private String word(String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        return switch (random.nextInt(5)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(random.nextInt(word.length())) + word.substring(at);
            case 2 -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
            case 3 -> alike(word);
            default -> split(word);
        };
    }

    private String alike(String word) {
        for (int tries = 0; tries < 50; tries++) {
            Map.Entry<String, String> pair = ALIKE.get(random.nextInt(ALIKE.size()));
            boolean forth = random.nextBoolean();
            String from = forth ? pair.getKey() : pair.getValue();
            if (word.contains(from)) {
                return word.replaceFirst(from, forth ? pair.getValue() : pair.getKey());
            }
        }
        return word + "s";
    }

    private String split(String word) {
        for (int at = 2; at < word.length() - 2; at++) {
            if (SPLITTABLE.indexOf(word.charAt(at - 1)) >= 0 && random.nextBoolean()) {
                return word.substring(0, at) + " " + word.substring(at);
            }
        }
        return word + "s";
    }
}
