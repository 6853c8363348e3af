package io.arcline.hotline.meaning;

import io.arcline.hotline.meaning.PhraseTree.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * One way to read an utterance as phrases of the vocabulary.
 *
 * @param found the phrases that count, in the order they were said; none that was denied ("not loot")
 * @param denied the phrases that were denied
 * @param rest the places of words that have weight and are part of no phrase
 */
record Reading(List<Match<Phrase>> found, List<Match<Phrase>> denied, List<Integer> rest) {
    private static final int NEGATION_REACHES = 4;

    /** Whether every word that has weight is understood. */
    boolean whole() {
        return rest.isEmpty();
    }

    /** The same with none of the phrases counting. */
    Reading nothing() {
        return new Reading(List.of(), denied, rest);
    }

    /**
     * Reads an utterance as phrases, long ones before short ones.
     *
     * @param trees the phrases that there are at this step, those that come first before the others
     * @param counts whether a phrase counts where it stands
     */
    static Reading of(
            Vocabulary vocabulary,
            List<PhraseTree<Phrase>> trees,
            List<String> words,
            Predicate<Match<Phrase>> counts) {
        List<Match<Boolean>> said = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            vocabulary.fillers.longestAt(words, i, vocabulary.between).ifPresent(said::add);
        }
        List<Match<Phrase>> candidates = new ArrayList<>();
        for (PhraseTree<Phrase> tree : trees) {
            for (int i = 0; i < words.size(); i++) {
                for (Match<Phrase> match : tree.at(words, i, vocabulary.between)) {
                    if (counts.test(match) && !swallowed(match, said)) {
                        candidates.add(match);
                    }
                }
            }
        }
        if (candidates.size() > 1) {
            candidates.sort(Comparator.comparingInt((Match<Phrase> match) -> match.words())
                    .reversed());
        }
        List<Match<Phrase>> chosen = new ArrayList<>();
        for (Match<Phrase> candidate : candidates) {
            if (!overlaps(candidate, chosen)) {
                chosen.add(candidate);
            }
        }
        chosen.sort(Comparator.comparingInt(Match::from));
        return sorted(vocabulary, words, chosen);
    }

    private static boolean overlaps(Match<Phrase> candidate, List<Match<Phrase>> chosen) {
        for (Match<Phrase> match : chosen) {
            if (candidate.overlaps(match)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a part of a longer filler that only sounds like something: "give me a second". */
    private static boolean swallowed(Match<Phrase> match, List<Match<Boolean>> fillers) {
        for (Match<Boolean> filler : fillers) {
            if (filler.from() <= match.from() && filler.to() >= match.to() && filler.words() > match.words()) {
                return true;
            }
        }
        return false;
    }

    private static Reading sorted(Vocabulary vocabulary, List<String> words, List<Match<Phrase>> chosen) {
        List<Match<Phrase>> found = new ArrayList<>();
        List<Match<Phrase>> denied = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        int last = 0;
        for (Match<Phrase> match : chosen) {
            boolean no = denied(vocabulary, words, last, match.from());
            (no ? denied : found).add(match);
            weigh(vocabulary, words, last, match.from(), rest);
            last = match.to();
        }
        weigh(vocabulary, words, last, words.size(), rest);
        return new Reading(List.copyOf(found), List.copyOf(denied), List.copyOf(rest));
    }

    private static boolean denied(Vocabulary vocabulary, List<String> words, int from, int to) {
        List<String> before = words.subList(0, to);
        for (int i = from; i < to; ) {
            int filler = vocabulary.fillers.after(before, i, vocabulary.between);
            if (filler > i) {
                i = filler;
            } else if (i >= to - NEGATION_REACHES && vocabulary.negations.contains(words.get(i))) {
                return true;
            } else {
                i++;
            }
        }
        return false;
    }

    /** Adds the places of the words that have weight. */
    private static void weigh(Vocabulary vocabulary, List<String> words, int from, int to, List<Integer> rest) {
        List<String> part = words.subList(from, to);
        for (int i = 0; i < part.size(); ) {
            int after = i;
            after = Math.max(after, vocabulary.fillers.after(part, i, vocabulary.between));
            after = Math.max(after, vocabulary.requests.after(part, i, vocabulary.between));
            after = Math.max(after, vocabulary.light.after(part, i, vocabulary.between));
            if (after > i) {
                i = after;
            } else {
                String word = part.get(i);
                if (!vocabulary.skipped.contains(word) && !vocabulary.negations.contains(word)) {
                    rest.add(from + i);
                }
                i++;
            }
        }
    }
}
