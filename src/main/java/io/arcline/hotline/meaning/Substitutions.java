package io.arcline.hotline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that stand for other words: spellings ("rumors" is "rumours"), digits, and what recognition takes for something
 * else.
 */
final class Substitutions {
    private final PhraseTree<List<String>> tree = new PhraseTree<>();

    /** Adds one and answers what the words stood for before, if they did. */
    Optional<List<String>> put(List<String> heard, List<String> meant) {
        return tree.put(heard, meant);
    }

    /** The words with everything replaced, the longest first; the same list where there is nothing to replace. */
    List<String> in(List<String> words) {
        List<String> replaced = null;
        for (int i = 0; i < words.size(); ) {
            Optional<PhraseTree.Match<List<String>>> match = tree.longestAt(words, i, PhraseTree.Between.NOTHING);
            if (match.isPresent() && replaced == null) {
                replaced = new ArrayList<>(words.subList(0, i));
            }
            if (match.isPresent()) {
                replaced.addAll(match.get().value());
                i = match.get().to();
            } else {
                if (replaced != null) {
                    replaced.add(words.get(i));
                }
                i++;
            }
        }
        return replaced == null ? words : replaced;
    }
}
