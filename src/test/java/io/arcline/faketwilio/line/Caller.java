package io.arcline.faketwilio.line;

import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.twiml.RelayNoun.Input;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.Optional;

/**
 * What the caller says and presses, as speech recognition and Twilio report it. Called with the monitor's lock held.
 */
public final class Caller {
    private final RelaySession session;
    private final LineSettings settings;
    private final LineMonitor monitor;
    private final RelayNoun noun;
    private final PlayQueue playing;

    Caller(RelaySession session, LineSettings settings, LineMonitor monitor, RelayNoun noun, PlayQueue playing) {
        this.session = session;
        this.settings = settings;
        this.monitor = monitor;
        this.noun = noun;
        this.playing = playing;
    }

    /**
     * Speaks, and returns when the final prompt is sent; others may use the line meanwhile. While the agent speaks this
     * cuts it off, where that is allowed: {@code clientSpeaking on}, {@code tokensPlayed}, {@code interrupt}, the first
     * partial, {@code agentSpeaking off}, as recorded.
     *
     * @return whether it cut the agent off
     */
    public boolean say(String words) {
        boolean reported = !playing.speaking() || noun.reports(Input.SPEECH);
        session.info("speaker-events", "clientSpeaking", "on");
        Optional<PlayQueue.Fragment> cut = interrupt(Input.SPEECH);
        boolean partials = reported && noun.is("partialPrompts");
        String[] parts = words.isBlank() ? new String[] {words} : words.strip().split("(?<=\\s)");
        int perPart = wordsPerPartial(parts.length, words.length());
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < parts.length && session.live(); i++) {
            said.append(parts[i]);
            boolean whole = i == parts.length - 1;
            if (partials && (whole || (i + 1) % perPart == 0)) {
                session.prompt(said.toString().strip(), false);
            }
            if (i == 0) {
                cut.ifPresent(fragment -> session.info("speaker-events", "agentSpeaking", "off"));
            }
            pause(settings.speaking(parts[i].length()));
        }
        pause(cut.isPresent() ? longer(settings.endpointing(), settings.bargeIn()) : settings.endpointing());
        if (session.live()) {
            session.info("speaker-events", "clientSpeaking", "off");
            if (reported) {
                playing.asked();
                session.prompt(words, true);
            }
        }
        return cut.isPresent();
    }

    /**
     * Presses a key.
     *
     * @return whether it cut the agent off
     */
    public boolean press(char key) {
        if (!noun.is("dtmfDetection")) {
            return false;
        }
        boolean reported = !playing.speaking() || noun.reports(Input.DTMF);
        Optional<PlayQueue.Fragment> cut = interrupt(Input.DTMF);
        cut.ifPresent(fragment -> session.info("speaker-events", "agentSpeaking", "off"));
        if (reported) {
            playing.asked();
            session.send(TwilioFrames.dtmf(key));
        }
        return cut.isPresent();
    }

    private Optional<PlayQueue.Fragment> interrupt(Input input) {
        Optional<PlayQueue.Fragment> cut = playing.interrupt(input);
        cut.ifPresent(fragment -> {
            session.played(fragment.heard(), false);
            long recordedMillis = (long) (fragment.played().toMillis() * settings.speed());
            session.send(TwilioFrames.interrupt(fragment.heard(), recordedMillis));
        });
        return cut;
    }

    /** Enough words for a partial prompt's interval at the speaking rate; without a rate, half of what is said. */
    private int wordsPerPartial(int words, int characters) {
        long wholeTime = settings.speaking(characters).toNanos();
        long interval = settings.partialEvery().toNanos();
        return wholeTime == 0 ? Math.max(1, words / 2) : (int) Math.max(1, words * interval / wholeTime);
    }

    private void pause(Duration time) {
        if (!time.isZero()) {
            long until = System.nanoTime() + time.toNanos();
            monitor.await(() -> !session.live() || System.nanoTime() >= until, time.plusMillis(1));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
