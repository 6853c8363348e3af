package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.errand.Assistant.End;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is said while it is being given. */
class StreamingTest {
    private final CallLab lab = new CallLab();
    private final RecordingLine line = lab.line;

    @BeforeEach
    void isLookedUp() {
        lab.hear();
        lab.say("loot");
        lab.hear();
        lab.say("rusted gears");
        lab.answering();
        line.log.clear();
    }

    @Test
    void piecesAreSaidAsTheyComeAsPartsOfOneReply() {
        lab.answers("Rusted");
        assertThat(line.log).containsExactly("say");
        lab.answers(" gears turn up in halls");
        lab.answers(".");
        lab.answered(End.WHOLE);
        assertThat(line.reply()).contains("Rusted gears turn up in halls. ").doesNotContain("halls..", "hall s");
        assertThat(line.log).containsOnlyOnce("last").endsWith("last");
        assertThat(lab.call.state().lastAnswer()).startsWith("Rusted gears turn up in halls. ");
        assertThat(lab.call.state().kept()).isEqualTo("Rusted gears turn up in halls.");
    }

    @Test
    void bargeInStopsItAndNothingLaterIsSaid() {
        lab.answers("Rusted gears turn up in halls. Try Buried City");
        lab.call.post(new CallEvent.ShaniSpeaking(true));
        lab.call.post(new CallEvent.Played("Rusted gears turn"));
        lab.call.post(new CallEvent.BargeIn("up"));
        assertThat(lab.isBrokenOff()).isTrue();
        line.log.clear();
        lab.answers(" and more");
        lab.answered(End.WHOLE);
        lab.pass(Duration.ofSeconds(3));
        assertThat(line.log).isEmpty();
        assertThat(lab.call.state().step().id()).isEqualTo("done");
        lab.say("text me");
        assertThat(lab.call.state().kept()).isEqualTo("Rusted gears turn up in halls.");
    }

    @Test
    void bargeInOnTheFillerStopsTheLookupToo() {
        lab.call.post(new CallEvent.ShaniSpeaking(true));
        lab.call.post(new CallEvent.BargeIn("Checking"));
        assertThat(lab.isBrokenOff()).isTrue();
        lab.say("no, springs");
        lab.answering();
        assertThat(lab.call.state().kept()).contains("springs");
    }

    @Test
    void aKeyStopsItAndIsAnswered() {
        lab.answers("Rusted gears");
        lab.call.post(new CallEvent.Key('0'));
        assertThat(lab.isBrokenOff()).isTrue();
        assertThat(lab.call.state().hotline().id()).isEqualTo("menu");
        assertThat(line.log).contains("last");
    }

    @Test
    void wordsBeforeTheFirstPieceWaitForTheAnswer() {
        lab.say("main menu");
        assertThat(lab.isBrokenOff()).isFalse();
        lab.answers("Rusted gears.");
        lab.answered(End.WHOLE);
        assertThat(lab.call.state().hotline().id()).isEqualTo("menu");
    }

    @Test
    void hangingUpStopsIt() {
        lab.answers("Rusted gears");
        lab.switchboard.disconnect(lab.call, "1000");
        assertThat(lab.isBrokenOff()).isTrue();
    }

    @Test
    void deadAirBetweenPiecesIsFilled() {
        lab.answers("Rusted gears turn");
        lab.hear();
        line.log.clear();
        lab.pass(Duration.ofMillis(1_900));
        assertThat(line.log).containsExactly("say");
        lab.answers(" up.");
        lab.answered(End.WHOLE);
        assertThat(line.log).containsOnlyOnce("last").endsWith("last");
    }

    @Test
    void whatBrokeOffIsSaidSoAndGoesOn() {
        lab.answers("Rusted gears turn up in");
        lab.answered(End.CUT);
        assertThat(line.reply()).containsAnyOf("lost my source", "didn't come through");
        assertThat(lab.call.state().step().id()).isEqualTo("done");
    }

    @Test
    void theNextQuestionComesWithWhatWasHeard() {
        lab.answers("Rusted gears turn up in halls.");
        lab.call.post(new CallEvent.ShaniSpeaking(true));
        lab.call.post(new CallEvent.Played("Rusted gears turn"));
        lab.call.post(new CallEvent.BargeIn(""));
        lab.say("another");
        lab.hear();
        lab.say("springs");
        lab.answering();
        assertThat(lab.earlier()).contains("Rusted gears turn").doesNotContain("halls");
        assertThat(lab.earlier()).contains("rusted gears", "another").doesNotContain("springs");
    }
}
