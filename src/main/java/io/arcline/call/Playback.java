package io.arcline.call;

/**
 * What of Shani's words has reached the caller. The carrier tells in pieces, or not at all: where it tells nothing, time and
 * the length of what was sent have to do. Not thread-safe; belongs to one call.
 */
final class Playback {
    /** So many letters may be missing in what the carrier reports as played of a reply, which it may have normalised. */
    private static final int TOLERANCE = 2;

    private String reply = "";
    private String heard = "";
    private int unplayed;
    private int replaceable;
    private boolean speaking;
    private boolean reportsSpeaking;
    private boolean reportsPlayed;
    private boolean startedSinceSent;
    private long estimatedEnd;

    /** A reply begins: what was heard is counted anew. Speech of the reply before may still be playing. */
    void begin() {
        reply = "";
        heard = "";
    }

    /** @param preemptible whether the next text replaces what is unplayed of this one */
    void sent(String text, boolean preemptible, long now) {
        send(text, preemptible, now);
        reply = joined(reply, text);
    }

    /** A piece of an answer was sent, which may begin in the middle of a word. */
    void continued(String piece, long now) {
        send(piece, false, now);
        reply += piece;
    }

    private void send(String text, boolean preemptible, long now) {
        if (!preemptible && replaceable > 0) {
            unplayed = Math.max(0, unplayed - replaceable);
            estimatedEnd = now;
            replaceable = 0;
        }
        if (now >= estimatedEnd && !speaking) {
            // What was never reported of the replies before is not to be waited for.
            unplayed = 0;
        }
        int letters = letters(text);
        unplayed += letters;
        replaceable += preemptible ? letters : 0;
        startedSinceSent = false;
        estimatedEnd = Math.max(estimatedEnd, now) + CallTimes.speakingNanos(text.length());
    }

    void speaking(boolean on) {
        reportsSpeaking = true;
        speaking = on;
        if (on) {
            startedSinceSent = true;
        }
    }

    void played(String text) {
        reportsPlayed = true;
        startedSinceSent = true;
        heard = joined(heard, text);
        int letters = letters(text);
        unplayed = Math.max(0, unplayed - letters);
        replaceable = Math.max(0, replaceable - letters);
    }

    /**
     * The caller cut in: everything queued is discarded. The fragment in progress is usually reported as played just before
     * (so in the recordings), and is not counted twice.
     */
    void cut(String fragment, long now) {
        if (!reportsPlayed) {
            heard = estimated(fragment, now);
            reply = heard;
        } else if (!heard.endsWith(fragment.strip())) {
            heard = joined(heard, fragment);
        }
        unplayed = 0;
        replaceable = 0;
        estimatedEnd = now;
    }

    /**
     * The caller has spoken or pressed a key, which ends Shani's words on the line. A carrier that reports her voice says so
     * itself; one that reports nothing has to be taken at its caller's word.
     */
    void callersTurn(long now) {
        if (!reportsSpeaking && !reportsPlayed) {
            unplayed = 0;
            replaceable = 0;
            estimatedEnd = now;
        }
    }

    /** Whether the voice is on the line, as far as the carrier reports it. */
    boolean isSpeaking() {
        return speaking;
    }

    /** Whether all of it was heard and the voice has stopped, by what the carrier reports; false where it reports nothing. */
    boolean finished() {
        return !speaking && (reportsPlayed ? unplayed <= TOLERANCE : startedSinceSent);
    }

    /** Whether nothing of the reply has been heard yet, as far as a carrier that reports its voice can tell. */
    boolean unheard() {
        return reportsSpeaking && !startedSinceSent;
    }

    /** After a cut: whether nothing of the reply was heard, as far as a carrier that reports its words can tell. */
    boolean cutUnheard() {
        return reportsPlayed && heard.isBlank();
    }

    /** When the voice will be done, or was: by the carrier's reports, else by the length of what was sent. */
    long end(long now) {
        return finished() ? now : Math.max(estimatedEnd, now);
    }

    /** The words that were heard of the reply; all of it where the carrier does not tell. */
    String heard() {
        return reportsPlayed ? heard : reply;
    }

    /** How much of a text at the reply's end was heard: the longest beginning of it that what was heard ends with. */
    String heardOf(String text) {
        String all = lettersOf(heard());
        String wanted = lettersOf(text);
        int letters = Math.min(wanted.length(), all.length());
        while (letters > 0 && !all.endsWith(wanted.substring(0, letters))) {
            letters--;
        }
        int end = 0;
        for (int left = letters; left > 0; end++) {
            left -= Character.isLetterOrDigit(text.charAt(end)) ? 1 : 0;
        }
        return text.substring(0, end);
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** Up to the fragment that the carrier names, else the whole sentences that there was time for. */
    private String estimated(String fragment, long now) {
        long left = Math.max(0, estimatedEnd - now) * CallTimes.CHARACTERS_A_SECOND / 1_000_000_000L;
        int spoken = (int) Math.max(0, reply.length() - left);
        String named = fragment.strip();
        int at = named.isEmpty() ? -1 : reply.indexOf(named, Math.max(0, spoken - 2 * named.length()));
        if (at < 0 && !named.isEmpty()) {
            at = reply.indexOf(named);
        }
        if (at >= 0) {
            return reply.substring(0, at + named.length());
        }
        String begun = reply.substring(0, spoken);
        int sentence = Math.max(begun.lastIndexOf('.'), Math.max(begun.lastIndexOf('?'), begun.lastIndexOf('!')));
        return begun.substring(0, sentence + 1);
    }

    private static String joined(String words, String more) {
        if (words.isEmpty()) {
            return more;
        }
        boolean apart = more.isEmpty()
                || Character.isWhitespace(words.charAt(words.length() - 1))
                || Character.isWhitespace(more.charAt(0));
        return apart ? words + more : words + " " + more;
    }

    /** Carriers differ in spaces and punctuation. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters++;
            }
        }
        return letters;
    }
}
