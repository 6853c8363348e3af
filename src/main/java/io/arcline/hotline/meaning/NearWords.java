package io.arcline.hotline.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The words of a vocabulary by their spelling: finds those that a word is one slip away from, whether a letter too
 * many, too few, taken for another, or swapped with its neighbour. Every word is entered under all that is left of it
 * when one letter is dropped, so that a search looks at a handful of words.
 */
final class NearWords {
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();
    private static final int SHORTEST = 3;

    private final Map<String, List<String>> byRemainder = new HashMap<>();
    private final Set<String> ordinary;

    /** A word of the vocabulary and how near it is, up to 1 for the same. */
    record Near(String word, double nearness) {}

    /**
     * @param words the words of the vocabulary
     * @param ordinary words that are never taken for something else
     */
    NearWords(Collection<String> words, Set<String> ordinary) {
        this.ordinary = ordinary;
        for (String word : new LinkedHashSet<>(words)) {
            if (word.length() >= SHORTEST && Character.isLetter(word.charAt(0))) {
                for (String remainder : remainders(word)) {
                    byRemainder
                            .computeIfAbsent(remainder, r -> new ArrayList<>(1))
                            .add(word);
                }
            }
        }
    }

    /** The words at most one slip away, the nearest first. */
    List<Near> to(String heard) {
        if (heard.length() < SHORTEST || ordinary.contains(heard)) {
            return List.of();
        }
        Map<String, Double> near = new HashMap<>();
        for (String remainder : remainders(heard)) {
            for (String word : byRemainder.getOrDefault(remainder, List.of())) {
                if (slips(heard, word) <= 1) {
                    int longer = Math.max(word.length(), heard.length());
                    near.put(word, 1 - (word.equals(heard) ? 0.0 : 1.0) / (longer + 1));
                }
            }
        }
        return near.entrySet().stream()
                .map(entry -> new Near(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Near::nearness).reversed().thenComparing(Near::word))
                .toList();
    }

    private static int slips(String heard, String word) {
        int edits = EDITS.apply(heard, word);
        return edits == 2 && heard.length() == word.length() && Arrays.equals(sorted(heard), sorted(word)) ? 1 : edits;
    }

    private static char[] sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return letters;
    }

    /** A word and all that is left of it when one letter is dropped. */
    private static Set<String> remainders(String word) {
        Set<String> remainders = new LinkedHashSet<>();
        remainders.add(word);
        for (int i = 0; i < word.length(); i++) {
            remainders.add(word.substring(0, i) + word.substring(i + 1));
        }
        return remainders;
    }
}
