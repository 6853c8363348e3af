package io.arcline.hotline.meaning;

import java.util.List;

/**
 * Turns what was heard into what it means at the step it was heard in. A pure function of the two and the vocabulary:
 * never changes, knows no clock, and may be used by any number of threads at once.
 *
 * <p>Whole words and phrases count, never parts of words. Where a choice was asked for, an order may stand inside a
 * sentence, and words that recognition got wrong are tried by their sound. Where content was asked for, only an
 * utterance that is nothing but an order is one, and nothing is tried by its sound: content is never lost.
 */
public final class Understanding {
    /** An order that is not among this many words is none. */
    private static final int LONGEST_CHOICE = 80;

    private final Vocabulary vocabulary;

    private Understanding(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Understanding by this vocabulary. */
    public static Understanding of(Vocabulary vocabulary) {
        return new Understanding(vocabulary);
    }

    /**
     * What an utterance means.
     *
     * @param heard as speech recognition wrote it down; may be blank, which is not understood
     * @param asked what Shani was waiting for
     * @return never null; {@link Meaning.Content} only where content was asked for
     */
    public Meaning meaning(String heard, Asked asked) {
        String text = heard.strip();
        if (text.isEmpty()) {
            return new Meaning.NotUnderstood();
        }
        List<String> words = vocabulary.words(text);
        return asked instanceof Asked.Content(Asked.Kind kind)
                ? new Listening(vocabulary, kind).meaning(text, words)
                : new Choosing(vocabulary, asked).meaning(words.subList(0, Math.min(words.size(), LONGEST_CHOICE)));
    }
}
