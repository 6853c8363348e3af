package io.arcline.hotline.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The key words of a vocabulary by how they sound and are spelt. Codes are worked out once, at load. */
final class Sounds {
    private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private final UnaryOperator<String> phonetics;
    private final List<Key> keys = new ArrayList<>();
    private final Set<String> ordinary;

    /** A key word that something sounds like, from 0 for not at all to 1 for the same. */
    record Likeness(List<String> words, double similarity) {}

    private record Key(String joined, String code, List<String> words) {}

    /**
     * @param language BCP 47 primary tag
     * @param ordinary words that are never taken for something else
     */
    Sounds(String language, Set<String> ordinary) {
        this.phonetics = phonetics(language);
        this.ordinary = ordinary;
    }

    void add(List<String> words) {
        String joined = String.join("", words);
        keys.add(new Key(joined, phonetics.apply(joined), List.copyOf(words)));
    }

    /** The key words most like what was heard, the best first; only those at least this similar. */
    List<Likeness> like(List<String> heard, double least) {
        if (heard.stream().anyMatch(ordinary::contains)) {
            return List.of();
        }
        String joined = String.join("", heard);
        if (!joined.chars().allMatch(c -> Character.isLetter(c) || c == '\'')) {
            return List.of();
        }
        String code = phonetics.apply(joined);
        List<Likeness> all = new ArrayList<>();
        for (Key key : keys) {
            double similarity = similarity(key, joined, code);
            if (similarity >= least) {
                all.add(new Likeness(key.words, similarity));
            }
        }
        all.sort(Comparator.comparingDouble(Likeness::similarity).reversed());
        return all;
    }

    private static double similarity(Key key, String joined, String code) {
        int longer = Math.max(key.joined.length(), joined.length());
        if (Math.abs(key.joined.length() - joined.length()) * 2 > longer) {
            return 0;
        }
        double spelt = 1 - (double) EDITS.apply(key.joined, joined) / longer;
        int codes = Math.max(1, Math.max(key.code.length(), code.length()));
        double sound = 1 - (double) EDITS.apply(key.code, code) / codes;
        return 0.3 * LETTERS.apply(key.joined, joined) + 0.3 * spelt + 0.4 * sound;
    }

    private static UnaryOperator<String> phonetics(String language) {
        if (language.equals("de")) {
            return new ColognePhonetic()::encode;
        }
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(12);
        return word -> {
            String code = metaphone.encode(word);
            return code == null ? "" : code;
        };
    }
}
