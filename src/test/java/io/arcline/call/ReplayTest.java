package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A carrier that connects again by itself and repeats what it has told. */
class ReplayTest {
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallLab lab = new CallLab(true);
    private final RecordingLine again = new RecordingLine();

    @Test
    void whatWasAnsweredIsNotAnsweredTwice() {
        lab.hear();
        lab.say("loot");
        lab.say("rusty gears");
        Call call = resume();
        int turns = call.state().turns();
        say(call, "loot");
        say(call, "rusty gears");
        assertThat(call.state().turns()).isEqualTo(turns);
        lab.passFor(call, MOMENT);
        assertThat(again.replies()).isOne();
        say(call, "menu");
        assertThat(call.state().hotline().id()).isEqualTo("menu");
    }

    @Test
    void whatWasNotAnsweredIsAnsweredInPlaceOfTheLineAboutTheLoss() {
        lab.hear();
        lab.say("submit intel");
        Call call = resume();
        say(call, "submit intel");
        say(call, "menu");
        lab.passFor(call, MOMENT);
        assertThat(again.replies()).isOne();
        assertThat(again.reply()).doesNotContain("Lost you").containsIgnoringCase("extraction");
        assertThat(call.state().hotline().id()).isEqualTo("menu");
    }

    @Test
    void theSameWordsSaidAnewLaterCount() {
        lab.hear();
        lab.say("extraction");
        Call call = resume();
        lab.passFor(call, Duration.ofSeconds(3));
        int turns = call.state().turns();
        say(call, "extraction");
        assertThat(call.state().turns()).isGreaterThan(turns);
    }

    @Test
    void whatIsRepeatedToWhoeverKnowsNothingIsNotAnswered() {
        RecordingLine unknown = new RecordingLine();
        Call call = lab.resume(info("CA-unknown"), unknown);
        say(call, "Two Bastions at the dam.");
        lab.passFor(call, MOMENT);
        assertThat(unknown.replies()).isOne();
        assertThat(unknown.reply()).contains("my notes of this call");
    }

    private Call resume() {
        return lab.resume(info("CA1"), again);
    }

    private static void say(Call call, String words) {
        call.post(new CallEvent.Utterance(words, "en-GB", true));
    }

    private static CallInfo info(String callSid) {
        return new CallInfo(callSid, "VX2", "+15550100001", "+15550100009", Instant.EPOCH);
    }
}
