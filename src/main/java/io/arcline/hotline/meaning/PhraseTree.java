package io.arcline.hotline.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Phrases by their words, each with what it stands for. Filled at load, then only read: safe for any number of threads.
 *
 * @param <T> what a phrase stands for
 */
final class PhraseTree<T> {
    /** In a phrase: up to three words of the vocabulary's gap, or none. */
    static final String GAP = "~";

    private static final int GAP_WORDS = 3;

    private final Node<T> root = new Node<>();
    private boolean mayBeginWithGap;

    /**
     * A phrase that stands in an utterance.
     *
     * @param from the first word's place
     * @param to the place behind the last word
     * @param words how many words of the utterance are the phrase's own
     */
    record Match<T>(int from, int to, int words, T value) {

        boolean overlaps(Match<?> other) {
            return from < other.to && other.from < to;
        }
    }

    /**
     * What may stand between the words of a phrase.
     *
     * @param skipped anywhere
     * @param gap where the phrase has a gap
     */
    record Between(Set<String> skipped, Set<String> gap) {
        static final Between NOTHING = new Between(Set.of(), Set.of());
    }

    /** Adds a phrase and answers what it stood for before, which stays, if it was there. */
    Optional<T> put(List<String> phrase, T value) {
        Node<T> node = root;
        mayBeginWithGap |= phrase.isEmpty() || phrase.getFirst().equals(GAP);
        for (String word : phrase) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
        }
        if (node.value != null) {
            return Optional.of(node.value);
        }
        node.value = value;
        return Optional.empty();
    }

    /** All phrases that begin at a place, short ones first. */
    List<Match<T>> at(List<String> utterance, int from, Between between) {
        if (!mayBeginWithGap && (from >= utterance.size() || !root.next.containsKey(utterance.get(from)))) {
            return List.of();
        }
        List<Match<T>> matches = new ArrayList<>(0);
        walk(root, utterance, from, from, 0, between, matches);
        if (matches.size() > 1) {
            matches.sort(Comparator.comparingInt(Match::to));
        }
        return matches;
    }

    private void walk(
            Node<T> node,
            List<String> utterance,
            int from,
            int at,
            int words,
            Between between,
            List<Match<T>> matches) {
        if (node.value != null) {
            matches.add(new Match<>(from, at, words, node.value));
        }
        int next = at;
        while (next < utterance.size()) {
            Node<T> child = node.next.get(utterance.get(next));
            if (child != null) {
                walk(child, utterance, from, next + 1, words + 1, between, matches);
                break;
            }
            if (at == from || !between.skipped().contains(utterance.get(next))) {
                break;
            }
            next++;
        }
        Node<T> gap = node.next.get(GAP);
        for (int i = at; gap != null && i <= Math.min(at + GAP_WORDS, utterance.size() - 1); i++) {
            Node<T> child = gap.next.get(utterance.get(i));
            if (child != null) {
                walk(child, utterance, from, i + 1, words + 1, between, matches);
            }
            if (!between.gap().contains(utterance.get(i))) {
                break;
            }
        }
    }

    /** The longest phrase that begins at a place. */
    Optional<Match<T>> longestAt(List<String> utterance, int from, Between between) {
        List<Match<T>> matches = at(utterance, from, between);
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.getLast());
    }

    /** The place behind the longest phrase that begins at a place; that place itself where none begins. */
    int after(List<String> utterance, int from, Between between) {
        List<Match<T>> matches = at(utterance, from, between);
        return matches.isEmpty() ? from : matches.getLast().to();
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private T value;
    }
}
