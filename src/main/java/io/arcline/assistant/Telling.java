package io.arcline.assistant;

import io.arcline.hotline.errand.Hearer;
import java.time.Duration;

/** One answer on its way from a model to a hearer, through the filter, and how long it may take. */
final class Telling implements LanguageModel.Reader {
    private final SpeechFilter filter;
    private final Hearer hearer;
    private final Limits limits;
    private final long began = System.nanoTime();
    private final StringBuilder told = new StringBuilder();
    private long heardLast = began;

    /**
     * How long a caller waits.
     *
     * @param first for the first word
     * @param next for the next one
     * @param whole for the whole answer
     */
    record Limits(Duration first, Duration next, Duration whole) {}

    Telling(SpeechFilter filter, Hearer hearer, Limits limits) {
        this.filter = filter;
        this.hearer = hearer;
        this.limits = limits;
    }

    @Override
    public boolean take(String token) {
        return tell(filter.feed(token)) && !filter.isDone();
    }

    @Override
    public Duration patience() {
        long now = System.nanoTime();
        long next = told.isEmpty()
                ? began + limits.first().toNanos()
                : Math.min(
                        heardLast + limits.next().toNanos(),
                        began + limits.whole().toNanos());
        return Duration.ofNanos(next - now);
    }

    @Override
    public void onGone(Runnable stop) {
        hearer.onGone(stop);
    }

    /** Says what was still held back. */
    void finish() {
        tell(filter.end());
    }

    /** All that was said. */
    String told() {
        return told.toString();
    }

    boolean lostPersona() {
        return filter.lostPersona();
    }

    private boolean tell(String piece) {
        if (piece.isEmpty()) {
            return !hearer.isGone();
        }
        heardLast = System.nanoTime();
        told.append(piece);
        return hearer.hear(piece);
    }
}
