package io.arcline.assistant;

/**
 * Words on their way to the caller: spaces between them, none before punctuation, a stop at the end, and no more sentences than
 * somebody on the telephone listens to. For one answer; not thread-safe.
 */
final class Speech {
    private final int mostSentences;
    private final int mostCharacters;
    private final StringBuilder out = new StringBuilder();
    private boolean spaceDue;
    private boolean stopDue;
    private char last = ' ';
    private int wordLength;
    private int length;
    private int sentences;
    private boolean sentenceOver;
    private boolean enough;

    Speech(int mostSentences, int mostCharacters) {
        this.mostSentences = mostSentences;
        this.mostCharacters = mostCharacters;
    }

    /** Words or parts of them, to be said as they are. */
    void words(String text) {
        for (int i = 0; i < text.length() && !enough; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space();
            } else {
                put(c);
            }
        }
    }

    void punctuation(char mark) {
        if (enough || length == 0 || last == mark && mark != '.') {
            return;
        }
        boolean after = Character.isLetterOrDigit(last) || ")'\u2019%\u00b0".indexOf(last) >= 0;
        if (after) {
            spaceDue = false;
            stopDue = false;
            int word = wordLength;
            put(mark);
            sentenceOver = mark == '!' || mark == '?' || mark == '.' && word > 2;
        }
    }

    /** A dash between words is a pause; between the halves of a word it stays. */
    void dash() {
        if (spaceDue && length > 0) {
            punctuation(',');
            spaceDue = true;
        } else if (Character.isLetter(last)) {
            put('-');
        }
    }

    void space() {
        spaceDue = true;
        if (sentenceOver) {
            sentenceOver = false;
            enough |= ++sentences >= mostSentences || length >= mostCharacters;
        } else if (length >= 2 * mostCharacters) {
            enough = true;
        }
        wordLength = 0;
    }

    /** What ends without a stop at the end of a line, such as an item of a list, ends with one here. */
    void newLine() {
        space();
        stopDue = Character.isLetterOrDigit(last);
    }

    /** The end: with a stop. */
    void stop() {
        if (!enough && Character.isLetterOrDigit(last)) {
            put('.', false);
        }
    }

    /** How many letters the word in progress has. */
    int wordLength() {
        return wordLength;
    }

    boolean isLongEnough() {
        return enough;
    }

    /** What has become sayable since the last time. */
    String take() {
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    private void put(char c) {
        if (stopDue && Character.isLetterOrDigit(c)) {
            put('.', false);
            spaceDue = true;
        }
        stopDue = false;
        put(c, spaceDue && length > 0);
    }

    private void put(char c, boolean apart) {
        if (apart) {
            out.append(' ');
            length++;
        }
        spaceDue = false;
        sentenceOver = false;
        out.append(c);
        length++;
        last = c;
        wordLength = Character.isLetterOrDigit(c) ? wordLength + 1 : 0;
    }
}
