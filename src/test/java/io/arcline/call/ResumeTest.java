package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call that comes back, on the same server; the database is away, so that what is known is what waits to be saved. */
class ResumeTest {
    private final CallLab lab = new CallLab();
    private final RecordingLine again = new RecordingLine();

    @Test
    void goesOnWhereItWasWithOneLineAndWithoutTheGreeting() {
        lab.hear();
        lab.say("loot");
        lab.switchboard.disconnect(lab.call, "1006");
        Call call = resume();
        assertThat(call.state().hotline().id()).isEqualTo("loot");
        assertThat(again.replies()).isOne();
        assertThat(again.reply()).doesNotContain("Shani here").containsAnyOf("Lost you", "dropped out");
        assertThat(again.reply()).contains(lab.call.state().lastAnswer());
        assertThat(again.log).containsOnlyOnce("last");
        assertThat(lab.switchboard.fates().resumedCalls()).isOne();
    }

    @Test
    void atTheMenuAsksWithoutTheGreeting() {
        lab.switchboard.disconnect(lab.call, "1006");
        resume();
        assertThat(again.reply()).doesNotContain("Shani here").containsIgnoringCase("extraction");
    }

    @Test
    void inAnotherLanguageIsToldToTheCarrier() {
        lab.say("Deutsch bitte");
        assertThat(lab.call.state().language()).isEqualTo("de");
        lab.switchboard.disconnect(lab.call, "1006");
        resume();
        assertThat(again.log).contains("language de");
    }

    @Test
    void takesOverFromASocketThatIsStillOpen() {
        lab.hear();
        lab.say("submit intel");
        lab.line.onAbandon(reason -> lab.switchboard.disconnect(lab.call, reason));
        Call call = resume();
        assertThat(lab.line.log).contains("abandon taken over by another socket");
        assertThat(call.state().hotline().id()).isEqualTo("submit-intel");
        assertThat(lab.switchboard.liveCalls()).isOne();
        assertThat(lab.switchboard.call("CA1").orElseThrow().status()).isEqualTo("live");
        lab.switchboard.disconnect(call, "over");
        assertThat(lab.switchboard.liveCalls()).isZero();
    }

    @Test
    void runsTheErrandAgainUnderItsNumber() {
        lab.hear();
        lab.say("submit intel");
        lab.hear();
        lab.say("Two Bastions at the dam.");
        Call call = resume();
        assertThat(lab.errandsUnderWay()).isEqualTo(2);
        lab.finishErrand();
        lab.finishErrand();
        assertThat(lab.ids).hasSize(2).containsOnly(lab.ids.getFirst());
        assertThat(again.reply()).containsAnyOf("logged", "Logged");
        assertThat(call.state().step()).isEqualTo(DialogState.Step.DONE);
    }

    @Test
    void whatNobodyKnowsBeginsAtTheMenuAndSaysSo() {
        RecordingLine unknown = new RecordingLine();
        lab.resume(info("CA-unknown"), unknown);
        assertThat(unknown.reply()).contains("my notes of this call").doesNotContain("Shani here");
        assertThat(unknown.reply()).containsIgnoringCase("extraction");
        assertThat(lab.switchboard.fates().forgottenCalls()).isOne();
    }

    @Test
    void whatIsOverIsForgotten() {
        lab.switchboard.over("CA1");
        lab.say("loot");
        lab.switchboard.disconnect(lab.call, "1000");
        resume();
        assertThat(lab.switchboard.fates().forgottenCalls()).isOne();
    }

    @Test
    void leavesWithTheCallersWordsAndAnswersThemWhereItComesBack() {
        lab.hear();
        lab.call.post(new CallEvent.Move(false));
        assertThat(lab.line.log).doesNotContain("move");
        int replies = lab.line.replies();
        lab.say("loot");
        lab.call.post(new CallEvent.ReadyToMove(true));
        assertThat(lab.line.log).endsWith("move");
        assertThat(lab.line.replies()).isEqualTo(replies);
        lab.switchboard.disconnect(lab.call, "1000");
        Call call = resume();
        assertThat(call.state().hotline().id()).isEqualTo("loot");
        assertThat(again.replies()).isOne();
        assertThat(again.reply()).contains(call.state().lastAnswer()).doesNotContain("Lost you");
    }

    @Test
    void staysAndAnswersWhereItCannotBeSaved() {
        lab.hear();
        lab.call.post(new CallEvent.Move(false));
        lab.say("loot");
        lab.pass(Duration.ofSeconds(2));
        assertThat(lab.line.log).doesNotContain("move");
        assertThat(lab.call.state().hotline().id()).isEqualTo("loot");
        assertThat(lab.line.reply()).contains(lab.call.state().lastAnswer());
    }

    @Test
    void atOnceLeavesWhereverItStands() {
        lab.call.post(new CallEvent.Move(true));
        lab.pass(Duration.ofSeconds(2));
        assertThat(lab.line.log).endsWith("move");
        lab.say("loot");
        assertThat(lab.line.log).endsWith("move");
    }

    @Test
    void leavesDuringAnErrandWhichRunsAgainWhereItComesBack() {
        lab.hear();
        lab.say("submit intel");
        lab.hear();
        lab.say("Two Bastions at the dam.");
        lab.call.post(new CallEvent.Move(true));
        lab.pass(Duration.ofSeconds(2));
        assertThat(lab.line.log).endsWith("move");
        lab.switchboard.disconnect(lab.call, "1000");
        int replies = lab.line.replies();
        lab.finishErrand();
        assertThat(lab.line.replies()).isEqualTo(replies);
        Call call = resume();
        lab.finishErrand();
        assertThat(lab.ids).hasSize(2).containsOnly(lab.ids.getFirst());
        assertThat(call.state().step()).isEqualTo(DialogState.Step.DONE);
    }

    @Test
    void givesItsSocketUpWhereAnotherServerHasTheCall() {
        lab.hear();
        lab.call.post(new CallEvent.Superseded());
        assertThat(lab.line.log).endsWith("abandon taken over by another server");
        int replies = lab.line.replies();
        lab.say("loot");
        assertThat(lab.line.replies()).isEqualTo(replies);
        assertThat(lab.call.status()).isEqualTo(Call.Status.ENDED);
    }

    @Test
    void whereACallStandsIsTheSameAfterBeingWritten() {
        DialogState state = lab.call.state();
        for (Optional<Heard> heard : List.<Optional<Heard>>of(
                Optional.empty(),
                Optional.of(new Heard.Speech("It's \"shut\" \\ ünï", "en-GB")),
                Optional.of(new Heard.Keys("4")),
                Optional.of(new Heard.Silence()))) {
            Standing standing = new Standing(state, heard, List.of("key 4", "abc"));
            assertThat(StandingJson.read(StandingJson.write(standing))).isEqualTo(standing);
        }
    }

    private Call resume() {
        return lab.resume(info("CA1"), again);
    }

    private static CallInfo info(String callSid) {
        return new CallInfo(callSid, "VX2", "+15550100001", "+15550100009", Instant.EPOCH);
    }
}
