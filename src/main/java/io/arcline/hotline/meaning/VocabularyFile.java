package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.meaning.Phrase.Strength;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a vocabulary's file and finds every mistake in it before it gives up. */
final class VocabularyFile {
    private final String language;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private Vocabulary vocabulary;

    VocabularyFile(String language, Reader file) throws IOException {
        this.language = language;
        new Entries().load(file);
        values.forEach((key, value) -> {
            if (PhrasePattern.split(value).isEmpty()) {
                mistakes.add(key + " is empty");
            }
            if (key.startsWith("list.")) {
                lists.put(key.substring(5), value);
                read.add(key);
            }
        });
    }

    /** Properties that do not swallow a key which is there twice. */
    private final class Entries extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (values.put((String) key, (String) value) != null) {
                mistakes.add(key + " is there twice");
            }
            return null;
        }
    }

    Vocabulary vocabulary() {
        vocabulary = new Vocabulary(language, PhrasePattern.split(value("hints")), Set.copyOf(rawWords("ordinary")));
        substitutions("spellings", vocabulary.spellings);
        substitutions("misheard", vocabulary.misheard);
        vocabulary.hesitations.addAll(words("hesitations"));
        vocabulary.skipped.addAll(vocabulary.hesitations);
        vocabulary.skipped.addAll(words("articles"));
        vocabulary.negations.addAll(words("negations"));
        vocabulary.gap.addAll(vocabulary.skipped);
        vocabulary.gap.addAll(words("gap"));
        flags("fillers", vocabulary.fillers);
        flags("requests", vocabulary.requests);
        flags("light", vocabulary.light);
        flags("corrections", vocabulary.corrections);
        for (Asked.Kind kind : Asked.Kind.values()) {
            optional("kept." + kind.name().toLowerCase(Locale.ROOT), key -> flags(key, vocabulary.kept.get(kind)));
        }
        senses().forEach(this::sense);
        for (Hotline one : Hotline.values()) {
            for (Hotline other : Hotline.values()) {
                Phrase either = new Phrase(new Sense.Either(one, other), Strength.ALONE);
                optional("either." + one.id() + "." + other.id(),
                        key -> phrases(key, phrase -> add(key, vocabulary.phrases, phrase, either)));
            }
        }
        which("which.first", 0);
        which("which.second", 1);
        values.keySet().stream().filter(key -> !read.contains(key)).forEach(key -> mistakes.add(key + " is no known key"));
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The vocabulary of \"" + language + "\" has mistakes:\n  " + String.join("\n  ", new TreeSet<>(mistakes)));
        }
        vocabulary.indexed();
        return vocabulary;
    }

    private Map<String, Sense> senses() {
        Map<String, Sense> senses = new LinkedHashMap<>();
        for (Hotline hotline : Hotline.values()) {
            if (hotline != Hotline.MENU) {
                senses.put(hotline.id(), new Sense.Line(hotline));
            }
        }
        for (Command command : Command.values()) {
            senses.put(command.name().toLowerCase(Locale.ROOT).replace('_', '-'), new Sense.Order(command));
        }
        values.keySet().stream()
                .filter(key -> key.matches("speak\\.[a-z]{2}\\..*"))
                .forEach(key -> senses.put(key.substring(0, 8), new Sense.Language(key.substring(6, 8))));
        return senses;
    }

    /** All that the file says of one meaning. */
    private void sense(String name, Sense sense) {
        Phrase anywhere = new Phrase(sense, Strength.ANYWHERE);
        Phrase alone = new Phrase(sense, Strength.ALONE);
        Phrase whole = new Phrase(sense, Strength.WHOLE);
        if (!values.containsKey(name + ".anywhere") && !values.containsKey(name + ".alone")) {
            mistakes.add(name + ".anywhere is missing, and so is " + name + ".alone");
        }
        optional(name + ".anywhere", key -> phrases(key, phrase -> add(key, vocabulary.phrases, phrase, anywhere)));
        optional(name + ".cancels", key -> phrases(key, phrase -> interrupt(key, phrase, sense)));
        optional(name + ".alone", key -> phrases(key, phrase -> add(key, vocabulary.phrases, phrase, alone)));
        optional(name + ".interrupts", key -> phrases(key, phrase -> {
            interrupt(key, phrase, sense);
            add(key, vocabulary.phrases, phrase, phrase.size() > 1 ? anywhere : whole);
        }));
        optional(name + ".whole", key -> phrases(key, phrase -> add(key, vocabulary.phrases, phrase, whole)));
        Phrase misheard = new Phrase(sense, Strength.MISHEARD);
        optional(name + ".misheard", key -> phrases(key, phrase -> add(key, vocabulary.phrases, phrase, misheard)));
        optional(name + ".sounds", key -> phrases(key, vocabulary.sounds::add));
        for (Hotline hotline : Hotline.values()) {
            PhraseTree<Phrase> tree = vocabulary.after.get(hotline);
            optional("after." + hotline.id() + "." + name, key -> phrases(key, phrase -> add(key, tree, phrase, anywhere)));
            optional("after." + hotline.id() + "." + name + ".alone",
                    key -> phrases(key, phrase -> add(key, tree, phrase, alone)));
        }
        optional("choice." + name, key -> phrases(key, phrase -> add(key, vocabulary.choice, phrase, anywhere)));
        optional("retry." + name, key -> phrases(key, phrase -> add(key, vocabulary.retry, phrase, anywhere)));
    }

    private void which(String key, int index) {
        Phrase place = new Phrase(new Sense.Place(index), Strength.ALONE);
        phrases(key, phrase -> add(key, vocabulary.which, phrase, place));
    }

    private void add(String key, PhraseTree<Phrase> tree, List<String> words, Phrase phrase) {
        tree.put(words, phrase)
                .filter(before -> !before.sense().equals(phrase.sense()))
                .ifPresent(before -> twoMeanings(key, words, before.sense()));
    }

    private void interrupt(String key, List<String> words, Sense sense) {
        vocabulary.interrupts.put(words, sense)
                .filter(before -> !before.equals(sense))
                .ifPresent(before -> twoMeanings(key, words, before));
    }

    private void twoMeanings(String key, List<String> words, Sense before) {
        mistakes.add(key + ": \"" + String.join(" ", words) + "\" already means " + before);
    }

    private void flags(String key, PhraseTree<Boolean> tree) {
        phrases(key, phrase -> tree.put(phrase, true));
    }

    private void substitutions(String key, Substitutions substitutions) {
        for (String pair : PhrasePattern.split(value(key))) {
            String[] sides = pair.split("=", -1);
            List<String> meant = sides.length == 2 ? Words.of(sides[1]) : List.of();
            if (meant.isEmpty()) {
                mistakes.add(key + ": \"" + pair + "\" is not of the form heard = meant");
                continue;
            }
            for (String heard : expand(key, sides[0])) {
                Optional<List<String>> before = substitutions.put(Words.of(heard), vocabulary.words(sides[1]));
                before.filter(other -> !other.equals(meant)).ifPresent(other ->
                        mistakes.add(key + ": \"" + heard.strip() + "\" already stands for " + String.join(" ", other)));
            }
        }
    }

    /** Every phrase of a key, as this vocabulary spells it, without the little words inside. */
    private void phrases(String key, Consumer<List<String>> each) {
        for (String pattern : PhrasePattern.split(value(key))) {
            for (String phrase : expand(key, pattern)) {
                List<String> words = spelt(phrase);
                for (int i = words.size() - 1; i > 0; i--) {
                    if (vocabulary.skipped.contains(words.get(i))) {
                        words.remove(i);
                    }
                }
                if (words.isEmpty()) {
                    mistakes.add(key + ": \"" + pattern + "\" may stand for nothing at all");
                } else {
                    if (!key.endsWith(".misheard") && !key.endsWith(".whole")) {
                        vocabulary.known(words);
                    }
                    each.accept(words);
                }
            }
        }
    }

    /** A phrase's words, and its gaps. */
    private List<String> spelt(String phrase) {
        if (!phrase.contains(PhraseTree.GAP)) {
            return new ArrayList<>(vocabulary.words(phrase));
        }
        List<String> words = new ArrayList<>();
        for (String part : phrase.split("(?=~)|(?<=~)")) {
            words.addAll(part.equals(PhraseTree.GAP) ? List.of(part) : vocabulary.words(part));
        }
        return words;
    }

    private Set<String> expand(String key, String pattern) {
        try {
            return PhrasePattern.phrases(pattern, lists);
        } catch (IllegalArgumentException e) {
            mistakes.add(key + ": " + e.getMessage());
            return Set.of();
        }
    }

    private Set<String> words(String key) {
        Set<String> words = new HashSet<>();
        PhrasePattern.split(value(key)).forEach(word -> words.addAll(vocabulary.words(word)));
        return words;
    }

    private Set<String> rawWords(String key) {
        Set<String> words = new HashSet<>();
        PhrasePattern.split(value(key)).forEach(word -> words.addAll(Words.of(word)));
        return words;
    }

    private void optional(String key, Consumer<String> reader) {
        if (values.containsKey(key)) {
            reader.accept(key);
        }
    }

    private String value(String key) {
        read.add(key);
        String value = values.get(key);
        if (value == null) {
            mistakes.add(key + " is missing");
            return "";
        }
        return value;
    }
}
