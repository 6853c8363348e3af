package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.meaning.PhraseTree.Match;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tells an order from content where content was asked for. Content wins: only an utterance that is an order from its
 * first word to its last, but for fillers and politeness, is one.
 */
final class Listening {
    private static final int LONGEST_ORDER = 16;

    private final Vocabulary vocabulary;
    private final Asked.Kind kind;

    /** Places from which, an order said before, nothing leads to the end. */
    private final BitSet deadEnds = new BitSet();

    Listening(Vocabulary vocabulary, Asked.Kind kind) {
        this.vocabulary = vocabulary;
        this.kind = kind;
    }

    /**
     * @param heard the utterance, not blank
     * @param words its words
     */
    Meaning meaning(String heard, List<String> words) {
        List<String> said = Collections.disjoint(words, vocabulary.hesitations)
                ? words
                : words.stream()
                        .filter(word -> !vocabulary.hesitations.contains(word))
                        .toList();
        if (said.isEmpty()) {
            return words.isEmpty() ? new Meaning.Content(heard) : new Meaning.NotUnderstood();
        }
        Optional<Meaning> order = said.size() > LONGEST_ORDER
                ? Optional.empty()
                : from(said, 0, null).flatMap(this::meaning);
        return order.orElseGet(() -> new Meaning.Content(heard));
    }

    /** The last order of the words from a place on, if they are nothing but orders and fillers. */
    private Optional<Sense> from(List<String> said, int at, Sense before) {
        if (at == said.size()) {
            return Optional.ofNullable(before);
        }
        if (deadEnds.get(at)) {
            return Optional.empty();
        }
        for (Match<Sense> match :
                vocabulary.interrupts.at(said, at, vocabulary.between).reversed()) {
            Optional<Sense> rest =
                    kept(said, match) ? Optional.empty() : from(said, match.to(), later(before, match.value()));
            if (rest.isPresent()) {
                return rest;
            }
        }
        for (Match<Boolean> filler : vocabulary.fillers.at(said, at, vocabulary.between)) {
            Optional<Sense> rest = from(said, filler.to(), before);
            if (rest.isPresent()) {
                return rest;
            }
        }
        for (Match<Boolean> request : vocabulary.requests.at(said, at, vocabulary.between)) {
            boolean order = !vocabulary
                    .interrupts
                    .at(said, request.to(), vocabulary.between)
                    .isEmpty();
            Optional<Sense> rest = order ? from(said, request.to(), before) : Optional.empty();
            if (rest.isPresent()) {
                return rest;
            }
        }
        deadEnds.set(at, before != null);
        return Optional.empty();
    }

    /** Of two orders the later counts, but "sorry" and its like take nothing back. */
    private static Sense later(Sense before, Sense now) {
        return before != null && now.equals(new Sense.Order(Command.REPEAT)) ? before : now;
    }

    /** Whether these words are an order elsewhere, but may well be what was asked for here. */
    private boolean kept(List<String> said, Match<Sense> order) {
        return vocabulary.kept.get(kind).at(said, order.from(), vocabulary.between).stream()
                .anyMatch(match -> match.to() >= order.to());
    }

    /** Naming the hotline that the caller is in is no order to leave it. */
    private Optional<Meaning> meaning(Sense sense) {
        return switch (sense) {
            case Sense.Order(Command command) -> Optional.of(new Meaning.Ordered(command, 1));
            case Sense.Language(String tag) -> Optional.of(new Meaning.Speak(tag));
            case Sense.Line(Hotline hotline) ->
                hotline == here() ? Optional.empty() : Optional.of(new Meaning.Chosen(hotline, 1));
            case Sense.Either either -> Optional.empty();
            case Sense.Place place -> Optional.empty();
        };
    }

    private Hotline here() {
        return switch (kind) {
            case REPORT -> Hotline.SUBMIT_INTEL;
            case MESSAGE -> Hotline.SCRAPPY;
            case LOCATION -> Hotline.EXTRACTION;
            case ITEM -> Hotline.LOOT;
        };
    }
}
