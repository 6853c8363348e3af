package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Tries what the words that nobody understood sound like, and what they are a slip away from. */
final class Mishearing {
    private static final double CERTAIN = 0.76;
    private static final double POSSIBLE = 0.70;
    private static final int LONGEST = 3;
    private static final int MOST_SLIPS = 2;

    /** Recognition cuts long words in two; two short ones that look like one are two. */
    private static final int SHORTEST_CUT = 5;

    private static final int MOST_TRIES = 24;

    private final Vocabulary vocabulary;
    private final BiFunction<List<String>, Double, Meaning> whole;

    /** An utterance with some words replaced, and how likely that is. */
    private record Guess(List<String> words, double certainty) {}

    /** @param whole the meaning of words, all of which must be understood, at a certainty */
    Mishearing(Vocabulary vocabulary, BiFunction<List<String>, Double, Meaning> whole) {
        this.vocabulary = vocabulary;
        this.whole = whole;
    }

    /** @param rest the places of the words that nobody understood: nothing is tried unless they are few */
    Optional<Meaning> meaning(List<String> words, List<Integer> rest) {
        if (rest.isEmpty() || rest.size() > LONGEST) {
            return Optional.empty();
        }
        List<Meaning> possible = new ArrayList<>();
        for (Guess guess : guesses(words, rest)) {
            Meaning meaning = whole.apply(guess.words, guess.certainty);
            if (meaning instanceof Meaning.NotUnderstood) {
                continue;
            }
            if (guess.certainty >= CERTAIN) {
                return Optional.of(meaning);
            }
            possible.add(meaning);
        }
        return between(possible);
    }

    /** The likeliest first. */
    private List<Guess> guesses(List<String> words, List<Integer> rest) {
        List<Guess> guesses = new ArrayList<>();
        int from = rest.getFirst();
        int to = rest.getLast() + 1;
        if (to - from <= LONGEST) {
            for (Sounds.Likeness likeness : vocabulary.sounds.like(words.subList(from, to), POSSIBLE)) {
                guesses.add(new Guess(replaced(words, from, to, likeness.words()), likeness.similarity()));
            }
        }
        if (rest.size() <= MOST_SLIPS) {
            guesses.addAll(slips(List.of(new Guess(words, 1)), rest));
        }
        for (int place : rest) {
            joined(words, place - 1).ifPresent(guesses::add);
            joined(words, place).ifPresent(guesses::add);
        }
        guesses.sort(Comparator.comparingDouble(Guess::certainty).reversed());
        return guesses.subList(0, Math.min(MOST_TRIES, guesses.size()));
    }

    /** Every word that nobody understood a slip away. */
    private List<Guess> slips(List<Guess> guesses, List<Integer> places) {
        if (places.isEmpty()) {
            return guesses;
        }
        int place = places.getFirst();
        List<Guess> more = new ArrayList<>();
        for (Guess guess : guesses) {
            for (NearWords.Near near : vocabulary.nearWords().to(guess.words.get(place))) {
                List<String> word = List.of(near.word());
                more.add(new Guess(replaced(guess.words, place, place + 1, word), guess.certainty * near.nearness()));
            }
        }
        return slips(more, places.subList(1, places.size()));
    }

    /** A word that was cut in two: "re ports". */
    private Optional<Guess> joined(List<String> words, int place) {
        if (place < 0 || place + 1 >= words.size()) {
            return Optional.empty();
        }
        String joined = words.get(place) + words.get(place + 1);
        if (joined.length() < SHORTEST_CUT) {
            return Optional.empty();
        }
        return vocabulary.nearWords().to(joined).stream()
                .findFirst()
                .map(near -> new Guess(replaced(words, place, place + 2, List.of(near.word())), near.nearness()));
    }

    private static List<String> replaced(List<String> words, int from, int to, List<String> by) {
        List<String> replaced = new ArrayList<>(words.subList(0, from));
        replaced.addAll(by);
        replaced.addAll(words.subList(to, words.size()));
        return replaced;
    }

    /** Not likely enough to act upon: the two most likely hotlines are asked about. */
    private static Optional<Meaning> between(List<Meaning> possible) {
        List<Hotline> hotlines = possible.stream()
                .filter(Meaning.Chosen.class::isInstance)
                .map(chosen -> ((Meaning.Chosen) chosen).hotline())
                .distinct()
                .toList();
        return hotlines.size() < 2
                ? Optional.empty()
                : Optional.of(new Meaning.Between(hotlines.get(0), hotlines.get(1)));
    }
}
