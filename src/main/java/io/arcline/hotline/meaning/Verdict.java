package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.meaning.PhraseTree.Match;
import java.util.List;
import java.util.Optional;

/** Weighs the phrases that were found in an utterance against each other. */
record Verdict(Vocabulary vocabulary, Asked asked, Reading reading, List<String> words, double certainty) {

    /** Which command counts where several were given, without a hotline. */
    private static final List<Command> PRECEDENCE = List.of(
            Command.TEXT_ME,
            Command.REPEAT,
            Command.MENU,
            Command.HELP,
            Command.ANOTHER,
            Command.GOODBYE,
            Command.NO,
            Command.YES);

    /** More than any phrase that only describes. */
    private static final int NAME = 10;

    Meaning meaning() {
        if (reading.found().isEmpty()) {
            return denied().orElseGet(Meaning.NotUnderstood::new);
        }
        return language()
                .or(this::farewell)
                .or(() -> asked instanceof Asked.More ? certain(Command.TEXT_ME) : Optional.empty())
                .or(() -> certain(Command.REPEAT))
                .or(this::place)
                .or(this::spelledOut)
                .or(this::hotline)
                .or(this::either)
                .or(this::commands)
                .or(this::denied)
                .orElseGet(Meaning.NotUnderstood::new);
    }

    private Optional<Meaning> language() {
        for (Match<Phrase> match : reading.found()) {
            if (match.value().sense() instanceof Sense.Language(String tag)) {
                return Optional.of(new Meaning.Speak(tag));
            }
        }
        return Optional.empty();
    }

    private Optional<Meaning> commands() {
        for (Command command : PRECEDENCE) {
            Optional<Meaning> given = command(command);
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    /** Goodbye as the last thing said, by a phrase that counts anywhere, ends whatever was said before. */
    private Optional<Meaning> farewell() {
        Match<Phrase> last = reading.found().getLast();
        boolean goodbye = last.value().equals(new Phrase(new Sense.Order(Command.GOODBYE), Phrase.Strength.ANYWHERE))
                && reading.found().stream().noneMatch(match -> match.value().sense() instanceof Sense.Line);
        return goodbye ? command(Command.GOODBYE) : Optional.empty();
    }

    /** A command by a phrase that counts anywhere goes before a hotline: "repeat the loot", "text me the loot". */
    private Optional<Meaning> certain(Command command) {
        for (Match<Phrase> match : reading.found()) {
            if (match.value().strength() == Phrase.Strength.ANYWHERE && orders(match, command)) {
                return command(command);
            }
        }
        return Optional.empty();
    }

    /** A command in several words goes before a hotline that only some little word stands for: "help me out". */
    private Optional<Meaning> spelledOut() {
        for (Match<Phrase> match : reading.found()) {
            if (match.words() > 2
                    && match.value().strength() == Phrase.Strength.ANYWHERE
                    && match.value().sense() instanceof Sense.Order(Command command)) {
                return littleElse() ? command(command) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether no hotline was named by more than some little word. */
    private boolean littleElse() {
        for (Match<Phrase> match : reading.found()) {
            boolean little = match.words() == 1
                    && match.value().strength() != Phrase.Strength.NAME
                    && match.value().strength() != Phrase.Strength.ANYWHERE;
            if (!little && match.value().sense() instanceof Sense.Line) {
                return false;
            }
        }
        return true;
    }

    private Optional<Meaning> command(Command command) {
        for (Match<Phrase> match : reading.found()) {
            if (orders(match, command)) {
                return Optional.of(ordered(command, confidence(match)));
            }
        }
        return Optional.empty();
    }

    private static boolean orders(Match<Phrase> match, Command command) {
        return match.value().sense() instanceof Sense.Order(Command given) && given == command;
    }

    /** In answer to "extraction or loot?", yes says nothing. */
    private Meaning ordered(Command command, double confidence) {
        return asked instanceof Asked.Which && (command == Command.YES || command == Command.ANOTHER)
                ? new Meaning.NotUnderstood()
                : new Meaning.Ordered(command, confidence);
    }

    private Optional<Meaning> place() {
        if (!(asked instanceof Asked.Which(Hotline one, Hotline other))) {
            return Optional.empty();
        }
        return reading.found().stream()
                .filter(match -> match.value().sense() instanceof Sense.Place)
                .findFirst()
                .map(match -> new Meaning.Chosen(
                        ((Sense.Place) match.value().sense()).index() == 0 ? one : other, confidence(match)));
    }

    private Optional<Meaning> hotline() {
        List<Match<Phrase>> lines = reading.found().stream()
                .filter(match -> match.value().sense() instanceof Sense.Line)
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Match<Phrase> best = lines.getFirst();
        Match<Phrase> rival = null;
        for (Match<Phrase> line : lines.subList(1, lines.size())) {
            int better = weight(line) - weight(best);
            if (line.value().sense().equals(best.value().sense())) {
                continue;
            }
            if (better > 0 || corrected(best, line)) {
                best = line;
                rival = null;
            } else if (better == 0) {
                rival = line;
            }
        }
        Hotline hotline = hotline(best);
        if (rival != null && !(asked instanceof Asked.Which)) {
            return Optional.of(new Meaning.Between(hotline, hotline(rival)));
        }
        if (rival != null) {
            return Optional.of(new Meaning.NotUnderstood());
        }
        boolean same = asked instanceof Asked.More(Hotline finished) && finished == hotline;
        return same && command(Command.ANOTHER).isPresent()
                ? command(Command.ANOTHER)
                : Optional.of(new Meaning.Chosen(hotline, confidence(best)));
    }

    private Optional<Meaning> either() {
        return reading.found().stream()
                .filter(match -> match.value().sense() instanceof Sense.Either)
                .map(match -> (Sense.Either) match.value().sense())
                .<Meaning>map(either -> asked instanceof Asked.Which
                        ? new Meaning.NotUnderstood()
                        : new Meaning.Between(either.one(), either.other()))
                .findFirst();
    }

    /** "Loot, no, I mean Scrappy". */
    private boolean corrected(Match<Phrase> before, Match<Phrase> now) {
        for (int i = before.to(); i < now.from(); i++) {
            if (vocabulary.corrections.after(words.subList(0, now.from()), i, vocabulary.between) > i) {
                return true;
            }
        }
        return false;
    }

    /** "No, not another one": no. */
    private Optional<Meaning> denied() {
        return asked instanceof Asked.More && !reading.denied().isEmpty()
                ? Optional.of(new Meaning.Ordered(Command.NO, 0.7 * certainty))
                : Optional.empty();
    }

    private static Hotline hotline(Match<Phrase> match) {
        return ((Sense.Line) match.value().sense()).hotline();
    }

    private static int weight(Match<Phrase> match) {
        int name = match.value().strength() == Phrase.Strength.NAME ? NAME : 0;
        return name + Math.min(match.words(), 3) * 3 - match.value().strength().ordinal();
    }

    private double confidence(Match<Phrase> match) {
        return certainty
                * match.value().strength().confidence()
                * (1 - 0.05 * Math.min(4, reading.rest().size()));
    }
}
