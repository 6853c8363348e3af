package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.meaning.Phrase.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a vocabulary of its file, and finds every mistake before it gives up. */
final class VocabularyReading {
    private final VocabularyFile file;
    private final Vocabulary vocabulary;

    VocabularyReading(String language, VocabularyFile file) {
        this.file = file;
        this.vocabulary = new Vocabulary(language, file.version(), file.parts("hints"), file.words("ordinary"));
    }

    /** @throws IllegalArgumentException naming every mistake, one a line */
    Vocabulary vocabulary() {
        substitutions("spellings", vocabulary.spellings);
        substitutions("misheard", vocabulary.misheard);
        vocabulary.hesitations.addAll(file.words("hesitations"));
        vocabulary.skipped.addAll(vocabulary.hesitations);
        vocabulary.skipped.addAll(file.words("articles"));
        vocabulary.gap.addAll(vocabulary.skipped);
        phrases("gap", vocabulary.gap::addAll);
        phrases("negations", vocabulary.negations::addAll);
        flags("fillers", vocabulary.fillers);
        flags("requests", vocabulary.requests);
        flags("light", vocabulary.light);
        flags("stories", vocabulary.stories);
        flags("corrections", vocabulary.corrections);
        vocabulary.kept.forEach((kind, tree) -> optional("kept." + lower(kind), key -> flags(key, tree)));
        senses().forEach(this::sense);
        either();
        which("which.first", 0);
        which("which.second", 1);
        List<String> mistakes = file.mistakes();
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The vocabulary of \"" + vocabulary.language() + "\" has mistakes:\n  "
                    + String.join("\n  ", mistakes));
        }
        vocabulary.indexed();
        return vocabulary;
    }

    /** The meanings by the names that the file has for them. */
    private Map<String, Sense> senses() {
        Map<String, Sense> senses = new LinkedHashMap<>();
        for (Hotline hotline : Hotline.values()) {
            if (hotline != Hotline.MENU) {
                senses.put(hotline.id(), new Sense.Line(hotline));
            }
        }
        for (Command command : Command.values()) {
            senses.put(lower(command).replace('_', '-'), new Sense.Order(command));
        }
        file.keys().stream()
                .filter(key -> key.matches("speak\\.[a-z]{2}\\..*"))
                .forEach(key -> senses.put(key.substring(0, 8), new Sense.Language(key.substring(6, 8))));
        return senses;
    }

    /** All that the file says of one meaning. What counts more easily comes first, and stays. */
    private void sense(String name, Sense sense) {
        if (!file.has(name + ".anywhere") && !file.has(name + ".alone")) {
            file.mistake(name + ".anywhere is missing, and so is " + name + ".alone");
        }
        into(vocabulary.phrases, name + ".name", sense, Strength.NAME);
        into(vocabulary.phrases, name + ".anywhere", sense, Strength.ANYWHERE);
        into(vocabulary.phrases, name + ".alone", sense, Strength.ALONE);
        optional(
                name + ".interrupts",
                key -> phrases(key, phrase -> {
                    interrupt(key, phrase, sense);
                    Strength strength = phrase.size() > 1 ? Strength.ANYWHERE : Strength.WHOLE;
                    put(key, vocabulary.phrases, phrase, new Phrase(sense, strength));
                }));
        optional(name + ".cancels", key -> phrases(key, phrase -> interrupt(key, phrase, sense)));
        into(vocabulary.phrases, name + ".whole", sense, Strength.WHOLE);
        into(vocabulary.phrases, name + ".misheard", sense, Strength.MISHEARD);
        optional(name + ".sounds", key -> phrases(key, vocabulary.sounds::add));
        vocabulary.after.forEach((hotline, tree) -> {
            into(tree, "after." + hotline.id() + "." + name, sense, Strength.ANYWHERE);
            into(tree, "after." + hotline.id() + "." + name + ".alone", sense, Strength.ALONE);
        });
        into(vocabulary.choice, "choice." + name, sense, Strength.ANYWHERE);
        into(vocabulary.retry, "retry." + name, sense, Strength.ANYWHERE);
    }

    private void either() {
        for (Hotline one : Hotline.values()) {
            for (Hotline other : Hotline.values()) {
                String key = "either." + one.id() + "." + other.id();
                into(vocabulary.phrases, key, new Sense.Either(one, other), Strength.ALONE);
            }
        }
    }

    private void which(String key, int index) {
        phrases(key, phrase -> put(key, vocabulary.which, phrase, new Phrase(new Sense.Place(index), Strength.ALONE)));
    }

    private void into(PhraseTree<Phrase> tree, String key, Sense sense, Strength strength) {
        optional(key, k -> phrases(k, phrase -> put(k, tree, phrase, new Phrase(sense, strength))));
    }

    private void put(String key, PhraseTree<Phrase> tree, List<String> words, Phrase phrase) {
        twice(key, words, phrase.sense(), tree.put(words, phrase).map(Phrase::sense));
    }

    private void interrupt(String key, List<String> words, Sense sense) {
        twice(key, words, sense, vocabulary.interrupts.put(words, sense));
    }

    private void twice(String key, List<String> words, Sense now, Optional<Sense> before) {
        before.filter(sense -> !sense.equals(now))
                .ifPresent(sense -> file.mistake(key + ": \"" + String.join(" ", words) + "\" already means " + sense));
    }

    private void flags(String key, PhraseTree<Boolean> tree) {
        phrases(key, phrase -> tree.put(phrase, true));
    }

    private void substitutions(String key, Substitutions substitutions) {
        for (String pair : file.parts(key)) {
            String[] sides = pair.split("=", -1);
            List<String> meant = sides.length == 2 ? vocabulary.words(sides[1]) : List.of();
            if (meant.isEmpty() || Words.of(sides[0]).isEmpty()) {
                file.mistake(key + ": \"" + pair + "\" is not of the form heard = meant");
                continue;
            }
            substitutions
                    .put(Words.of(sides[0]), meant)
                    .filter(other -> !other.equals(meant))
                    .map(other -> "\"" + sides[0].strip() + "\" already stands for \"" + String.join(" ", other) + "\"")
                    .ifPresent(mistake -> file.mistake(key + ": " + mistake));
        }
    }

    /** Every phrase of a key, as this vocabulary spells it, without the little words inside. */
    private void phrases(String key, Consumer<List<String>> each) {
        for (String pattern : file.parts(key)) {
            for (String phrase : file.expand(key, pattern)) {
                List<String> words = spelt(phrase);
                for (int i = words.size() - 1; i > 0; i--) {
                    if (vocabulary.skipped.contains(words.get(i))) {
                        words.remove(i);
                    }
                }
                if (words.isEmpty()) {
                    file.mistake(key + ": \"" + pattern + "\" may stand for nothing at all");
                } else {
                    known(key, words);
                    each.accept(words);
                }
            }
        }
    }

    /** What is heard wrongly is nothing that other words should be near to. */
    private void known(String key, List<String> words) {
        if (!key.endsWith(".misheard") && !key.endsWith(".whole") && !key.equals("stories")) {
            vocabulary.known(words);
        }
    }

    /** A phrase's words, and its gaps. */
    private List<String> spelt(String phrase) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int gap = phrase.indexOf(PhraseTree.GAP); gap >= 0; gap = phrase.indexOf(PhraseTree.GAP, from)) {
            words.addAll(vocabulary.words(phrase.substring(from, gap)));
            words.add(PhraseTree.GAP);
            from = gap + PhraseTree.GAP.length();
        }
        words.addAll(vocabulary.words(phrase.substring(from)));
        return words;
    }

    private void optional(String key, Consumer<String> reader) {
        if (file.has(key)) {
            reader.accept(key);
        }
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
