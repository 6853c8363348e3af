package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Tries what the words that nobody understood sound like. */
final class Mishearing {
    private static final double CERTAIN = 0.76;
    private static final double POSSIBLE = 0.70;
    private static final int LONGEST = 3;

    private final Sounds sounds;

    Mishearing(Sounds sounds) {
        this.sounds = sounds;
    }

    /**
     * The meaning of an utterance with the words that nobody understood replaced by what they sound like.
     *
     * @param rest the places of those words: nothing is tried unless they stand together and are few
     * @param whole the meaning of words, all of which must be understood, at a certainty
     */
    Optional<Meaning> meaning(List<String> words, List<Integer> rest, BiFunction<List<String>, Double, Meaning> whole) {
        if (rest.isEmpty() || rest.size() > LONGEST || rest.getLast() - rest.getFirst() >= LONGEST) {
            return Optional.empty();
        }
        int from = rest.getFirst();
        int to = rest.getLast() + 1;
        List<Meaning> possible = new ArrayList<>();
        for (Sounds.Likeness likeness : sounds.like(words.subList(from, to), POSSIBLE)) {
            List<String> replaced = new ArrayList<>(words.subList(0, from));
            replaced.addAll(likeness.words());
            replaced.addAll(words.subList(to, words.size()));
            Meaning meaning = whole.apply(replaced, likeness.similarity());
            if (meaning instanceof Meaning.NotUnderstood) {
                continue;
            }
            if (likeness.similarity() >= CERTAIN) {
                return Optional.of(meaning);
            }
            possible.add(meaning);
        }
        return between(possible);
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
