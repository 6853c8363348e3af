package io.arcline.call;

/**
 * Whose turn to speak it is, and from when on silence is too long: the caller's once Shani has finished, and Shani's while she is away
 * on an errand. Not thread-safe; belongs to one call.
 */
final class Floor {
    /** Nobody speaks longer without a pause; a carrier that never says that the caller has stopped is not waited for longer. */
    private static final long LONGEST_UTTERANCE_NANOS = 120_000_000_000L;

    /** Between two looks whether Shani still speaks, when the estimate of her words' length was short. */
    private static final long SPEAKING_STILL_NANOS = 500_000_000L;

    /** So long a caller who cut in while an errand runs is let finish before she hears what came of it. */
    private static final long CUT_IN_NANOS = 10_000_000_000L;

    private final Playback playback;
    private final Absence absence;
    private final Deadlines deadlines;
    private final long silenceNanos;
    private final long firstFillerNanos;
    private final long fillerNanos;
    private final long goodbyeMarginNanos;
    private boolean callerSpeaks;

    Floor(Playback playback, Absence absence, Deadlines deadlines, CallTimes times) {
        this.playback = playback;
        this.absence = absence;
        this.deadlines = deadlines;
        this.silenceNanos = times.silence().toNanos();
        this.firstFillerNanos = times.firstFiller().toNanos();
        this.fillerNanos = times.filler().toNanos();
        this.goodbyeMarginNanos = times.goodbyeMargin().toNanos();
    }

    /** The carrier says that the caller speaks, or has stopped. */
    void callerSpeaks(boolean on) {
        callerSpeaks = on;
    }

    boolean callerSpeaks() {
        return callerSpeaks;
    }

    /** Something is heard of the caller. Should recognition make nothing of it, the silence counts from here. */
    void callerHeard(long now) {
        if (!absence.isAway()) {
            deadlines.noGoodbye();
            deadlines.silenceAt(now + (callerSpeaks ? LONGEST_UTTERANCE_NANOS : 2 * silenceNanos));
        }
    }

    /** The caller has stopped speaking. */
    void callerStopped(long now) {
        if (absence.isAway() && absence.callerHasTheFloor()) {
            deadlines.silenceAt(now + fillerNanos);
        } else {
            callersTurn(now);
        }
    }

    /** The caller's turn, as soon as Shani has finished. */
    void callersTurn(long now) {
        if (!absence.isAway() && !deadlines.goodbyeSaid()) {
            deadlines.silenceAt(playback.end(now) + silenceNanos);
        }
    }

    /** The caller cut in while Shani is away, and is let finish. */
    void callerCutsIn(long now) {
        absence.giveTheFloor();
        deadlines.silenceAt(now + CUT_IN_NANOS);
    }

    /** Everything that Shani has said so far was heard. */
    void shaniFinished(long now) {
        if (absence.isAway() && !absence.callerHasTheFloor()) {
            deadlines.silenceAt(now + firstFillerNanos);
        } else if (!callerSpeaks) {
            callersTurn(now);
        }
    }

    /** Whether the silence is none because Shani still speaks, which is looked at again soon. */
    boolean isShanis(long now) {
        boolean hers = playback.isSpeaking() && now < playback.end(now) + silenceNanos;
        if (hers) {
            deadlines.silenceAt(now + SPEAKING_STILL_NANOS);
        }
        return hers;
    }

    /** Shani has said goodbye: nobody's turn any more, once that was heard. */
    void goodbye(long now) {
        deadlines.goodbyeAt(playback.end(now) + goodbyeMarginNanos);
    }

    /** Shani goes on an errand. */
    void errandBegins(long now) {
        deadlines.silenceAt(now + firstFillerNanos);
    }

    /** A piece of the answer that she brings is being said; more will follow. */
    void errandSpeaks(long now) {
        deadlines.silenceAt(playback.end(now) + firstFillerNanos);
    }

    /** Something was said to fill the time. */
    void filled(long now) {
        deadlines.silenceAt(playback.end(now) + fillerNanos);
    }

    /** Shani has the floor again while she is away. */
    void takenBack(long now) {
        deadlines.silenceAt(now + fillerNanos);
    }
}
