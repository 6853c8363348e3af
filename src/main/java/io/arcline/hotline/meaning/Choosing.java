package io.arcline.hotline.meaning;

import io.arcline.hotline.meaning.Phrase.Strength;
import io.arcline.hotline.meaning.PhraseTree.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the order in what was heard where an order was asked for: at the menu, after a hotline, between two. */
final class Choosing {
    private static final Set<Strength> PLAIN = EnumSet.of(Strength.NAME, Strength.ANYWHERE, Strength.ALONE);

    private static final Set<Strength> STRONG = EnumSet.of(Strength.NAME, Strength.ANYWHERE);

    private final Vocabulary vocabulary;
    private final Asked asked;
    private final List<PhraseTree<Phrase>> trees;

    Choosing(Vocabulary vocabulary, Asked asked) {
        this.vocabulary = vocabulary;
        this.asked = asked;
        this.trees = switch (asked) {
            case Asked.More more -> List.of(vocabulary.after.get(more.finished()), vocabulary.phrases);
            case Asked.Retry retry -> List.of(vocabulary.retry, vocabulary.phrases);
            case Asked.Which which -> List.of(vocabulary.which, vocabulary.phrases);
            case Asked.Choice choice -> List.of(vocabulary.choice, vocabulary.phrases);
            case Asked.Content content -> List.of(vocabulary.phrases);
        };
    }

    Meaning meaning(List<String> words) {
        if (asked instanceof Asked.Choice && story(words)) {
            Predicate<Match<Phrase>> named = match -> match.value().strength() == Strength.NAME;
            return meaning(Reading.of(vocabulary, trees, words, named), words, 1);
        }
        Optional<Meaning> corrected = correction(words);
        if (corrected.isPresent()) {
            return corrected.get();
        }
        Reading reading = reading(words);
        Meaning plain = meaning(reading, words, 1);
        if (reading.whole() && plain instanceof Meaning.Ordered || settled(plain)) {
            return plain;
        }
        List<String> respelled = vocabulary.misheard.in(words);
        Meaning misheard = respelled.equals(words) ? plain : whole(respelled, 0.85);
        if (settled(misheard)) {
            return misheard;
        }
        List<Integer> rest = plainly(respelled).rest();
        Optional<Meaning> similar = new Mishearing(vocabulary, this::whole).meaning(respelled, rest);
        if (similar.isEmpty() && !respelled.equals(words)) {
            similar = new Mishearing(vocabulary, this::whole)
                    .meaning(words, plainly(words).rest());
        }
        if (similar.filter(Choosing::settled).isPresent() || plain instanceof Meaning.NotUnderstood) {
            return similar.orElse(misheard);
        }
        return plain;
    }

    /** "Four, no, sorry, five": where an order stands on either side of a correction, the later counts. */
    private Optional<Meaning> correction(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            int after = i;
            for (int next = after; after < words.size(); after = next) {
                next = vocabulary.corrections.after(words, after, vocabulary.between);
                if (next == after) {
                    break;
                }
            }
            if (after > i && after < words.size() && settled(whole(words.subList(0, i), 1))) {
                List<String> rest = words.subList(after, words.size());
                return correction(rest).or(() -> Optional.of(whole(rest, 1))).filter(Choosing::settled);
            }
        }
        return Optional.empty();
    }

    /** "He is listening to music": a sentence about somebody else, after whatever fillers. */
    private boolean story(List<String> words) {
        int first = 0;
        for (int filler = first; filler < words.size(); first = filler) {
            filler = vocabulary.fillers.after(words, first, vocabulary.between);
            if (filler == first) {
                break;
            }
        }
        return vocabulary.stories.after(words, first, vocabulary.between) > first;
    }

    /** What these words mean if all of them are understood. */
    private Meaning whole(List<String> words, double certainty) {
        Reading reading = reading(words);
        return reading.whole() ? meaning(reading, words, certainty) : new Meaning.NotUnderstood();
    }

    /**
     * The plain reading if it is whole, else that with mishearings if it is whole, else what counts in any sentence.
     */
    private Reading reading(List<String> words) {
        Reading plain = plainly(words);
        if (plain.whole() && !plain.found().isEmpty()) {
            return plain;
        }
        Reading all = Reading.of(vocabulary, trees, words, match -> bears(match, words));
        if (all.whole() && !all.found().isEmpty()) {
            return all;
        }
        Reading strong = Reading.of(
                vocabulary, trees, words, match -> STRONG.contains(match.value().strength()));
        return strong.found().isEmpty() || drowned(strong) ? leading(plain, strong.nothing(), words) : strong;
    }

    /** Whether a sentence has more to say than the phrases in it: "he wants to listen to jazz all day". */
    private static boolean drowned(Reading strong) {
        boolean named = strong.found().stream().anyMatch(match -> match.value().strength() == Strength.NAME);
        int said = strong.found().stream().mapToInt(Match::words).sum();
        return !named && (strong.rest().size() > said + 1 || trailing(strong, said));
    }

    /** Whether all that counts is a command of one word behind something else: "the soup is cold again". */
    private static boolean trailing(Reading strong, int said) {
        Match<Phrase> first = strong.found().getFirst();
        return said == 1
                && first.value().sense() instanceof Sense.Order
                && strong.rest().stream().filter(place -> place < first.from()).count() > 1;
    }

    private Reading plainly(List<String> words) {
        return Reading.of(
                vocabulary, trees, words, match -> PLAIN.contains(match.value().strength()));
    }

    /** Whether what counts only on its own is on its own. */
    private boolean bears(Match<Phrase> match, List<String> words) {
        return match.value().strength() != Strength.WHOLE
                || polite(words.subList(0, match.from())) && polite(words.subList(match.to(), words.size()));
    }

    /** Nothing but fillers, requests and hesitations. */
    private boolean polite(List<String> words) {
        for (int i = 0; i < words.size(); ) {
            int filler = vocabulary.fillers.after(words, i, vocabulary.between);
            int after = Math.max(filler, vocabulary.requests.after(words, i, vocabulary.between));
            if (after == i && !vocabulary.skipped.contains(words.get(i))) {
                return false;
            }
            i = Math.max(after, i + 1);
        }
        return true;
    }

    /** "Yes, I …" and "No, I …" where that was the question. */
    private Reading leading(Reading plain, Reading strong, List<String> words) {
        if (asked instanceof Asked.Choice || plain.found().isEmpty()) {
            return strong;
        }
        Match<Phrase> first = plain.found().getFirst();
        boolean answer = first.value().sense() instanceof Sense.Order(Command command)
                && (command == Command.YES || command == Command.NO)
                && plain.rest().stream().noneMatch(place -> place < first.from());
        return answer ? new Reading(List.of(first), List.of(), plain.rest()) : strong;
    }

    /** Nothing that a second way of reading could better. */
    private static boolean settled(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Chosen chosen -> true;
            case Meaning.Speak speak -> true;
            case Meaning.Ordered(Command command, double confidence) -> command != Command.YES && command != Command.NO;
            case Meaning.Content content -> false;
            case Meaning.Between between -> false;
            case Meaning.NotUnderstood nothing -> false;
        };
    }

    private Meaning meaning(Reading reading, List<String> words, double certainty) {
        return new Verdict(vocabulary, asked, reading, words, certainty).meaning();
    }
}
