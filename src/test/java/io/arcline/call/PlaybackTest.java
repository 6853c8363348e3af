package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final long SECOND = 1_000_000_000L;
    private final Playback playback = new Playback();

    @Test
    void whatTheCarrierReportsIsWhatWasHeard() {
        send("Copy that. Where are you? Say the place.");
        playback.speaking(true);
        playback.played("Copy that.");
        playback.played("Where are");
        playback.cut("Where are", 2 * SECOND);
        assertThat(playback.heard()).isEqualTo("Copy that. Where are");
    }

    @Test
    void aFragmentThatWasNotReportedAsPlayedIsAdded() {
        send("Copy that. Where are you?");
        playback.played("Copy that.");
        playback.cut("Where", SECOND);
        assertThat(playback.heard()).isEqualTo("Copy that. Where");
    }

    @Test
    void withoutReportsTheFragmentOfTheInterruptTellsHowFarItCame() {
        send("Copy that. Where are you? Say the place.");
        playback.cut("Where are", SECOND);
        assertThat(playback.heard()).isEqualTo("Copy that. Where are");
    }

    @Test
    void withoutAnythingTheTimeTellsHowManySentencesItWere() {
        send("Copy that. Where are you? Say the place.");
        playback.cut("", 2 * SECOND);
        assertThat(playback.heard()).isEqualTo("Copy that. Where are you?");
    }

    @Test
    void allIsPlayedHoweverTheCarrierWritesItsSpaces() {
        send("Copy that. Where are you? Say the place. Or say menu. I'm here.");
        playback.speaking(true);
        for (String clause : new String[] {"Copy that", "Where are you", "Say the place", "Or say menu", "I'm here"}) {
            playback.played(clause);
        }
        assertThat(playback.finished()).isFalse();
        playback.speaking(false);
        assertThat(playback.finished()).isTrue();
    }

    @Test
    void whatWasNeverReportedOfOneReplyIsNotWaitedForInTheNext() {
        send("Twenty-two, 33, and so on and on.");
        playback.speaking(true);
        playback.played("Twenty-two");
        playback.speaking(false);
        playback.begin();
        playback.sent("Goodbye.", false, 60 * SECOND);
        playback.speaking(true);
        playback.played("Goodbye.");
        playback.speaking(false);
        assertThat(playback.finished()).isTrue();
    }

    private void send(String text) {
        playback.begin();
        playback.sent(text, false, 0);
    }

    @Test
    void aCarrierThatReportsNothingIsTakenAtItsCallersWord() {
        Playback playback = new Playback();
        playback.begin();
        playback.sent("A greeting that would take some ten seconds to be heard to its very end.", false, 0);
        playback.callersTurn(1);
        assertThat(playback.end(1)).isEqualTo(1);
    }

    @Test
    void aCarrierThatReportsItsVoiceSaysItselfWhenItIsCutOff() {
        Playback playback = new Playback();
        playback.begin();
        playback.sent("This must be heard to its end.", false, 0);
        playback.speaking(true);
        playback.callersTurn(1);
        assertThat(playback.end(1)).isEqualTo(CallTimes.speakingNanos(30));
    }
}
