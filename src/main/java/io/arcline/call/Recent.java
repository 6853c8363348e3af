package io.arcline.call;

import io.arcline.hotline.errand.Talk.Said;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was said last in a call, of Shani's words what was heard: so much as makes sense of the next question. Not thread-safe. */
final class Recent {
    private static final int MOST = 6;
    private static final int LONGEST = 300;

    private final Deque<Said> said = new ArrayDeque<>();

    /** The caller said something, after this much of Shani's reply before. */
    void caller(String words, String heardBefore) {
        add(new Said(false, end(heardBefore)));
        add(new Said(true, end(words)));
    }

    /** The oldest first, without what the caller has said just now. */
    List<Said> said() {
        List<Said> all = List.copyOf(said);
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    private void add(Said words) {
        if (!words.words().isBlank()) {
            said.add(words);
        }
        while (said.size() > MOST) {
            said.remove();
        }
    }

    private static String end(String words) {
        return words.length() <= LONGEST ? words : words.substring(words.length() - LONGEST);
    }
}
