package io.arcline.call;

import static io.arcline.call.CallLab.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.hotline.dialog.Spoken;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private final CallLab lab = new CallLab();
    private final RecordingLine line = lab.line;

    @Nested
    class Replies {
        @Test
        void eachIsClosedExactlyOnceByItsLastPart() {
            assertThat(line.log).containsOnlyOnce("last").endsWith("last");
            for (String words : new String[] {"extraction", "mumble mumble", "loot", "menu", "help"}) {
                line.log.clear();
                lab.hear();
                lab.say(words);
                assertThat(line.log).as(words).containsOnlyOnce("last").endsWith("last");
            }
        }

        @Test
        void anErrandsAcknowledgementFillersAndAnswerAreOne() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            line.log.clear();
            lab.say("The gate is shut.");
            lab.pass(Duration.ofSeconds(7));
            assertThat(line.log).isNotEmpty().doesNotContain("last");
            lab.finishErrand();
            assertThat(line.log).containsOnlyOnce("last").endsWith("last");
            assertThat(lab.stored).containsExactly("The gate is shut.");
        }

        @Test
        void nobodyIsLeftInDeadAirWhileAnErrandRuns() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            int parts = line.log.size();
            lab.pass(Duration.ofSeconds(3));
            assertThat(line.log).hasSizeGreaterThan(parts);
            assertThat(line.reply()).contains("Stand by");
        }
    }

    @Nested
    class SeveralFinals {
        @Test
        void ofOneUtteranceAreAnsweredTogetherAsLongAsNothingOfTheAnswerWasHeard() {
            lab.hear();
            lab.say("submit");
            lab.leap(MOMENT);
            lab.say("intel");
            assertThat(lab.call.state().hotline().id()).isEqualTo("submit-intel");
            assertThat(lab.call.state().turns()).isEqualTo(2);
        }

        @Test
        void areTwoUtterancesWhenTheAnswerWasHeardOrTimeHasPassed() {
            lab.hear();
            lab.say("extraction");
            lab.hear();
            lab.say("help");
            assertThat(lab.call.state().turns()).isEqualTo(3);
            lab.hear();
            lab.say("loot");
            lab.leap(Duration.ofSeconds(3));
            lab.say("extraction");
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }

        @Test
        void areAnsweredOnceEachInOrderWhileTheFirstIsBeingStored() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            lab.say("main menu");
            assertThat(lab.errandsUnderWay()).isEqualTo(1);
            line.log.clear();
            lab.finishErrand();
            assertThat(lab.stored).containsExactly("The gate is shut.");
            assertThat(line.log.stream().filter("last"::equals)).hasSize(2);
            assertThat(lab.call.state().hotline().id()).isEqualTo("menu");
            assertThat(lab.errandsUnderWay()).isZero();
        }

        @Test
        void withdrawWhatHasNotLeftOfTheFirstAnswer() {
            lab.hear();
            lab.say("submit");
            line.log.clear();
            lab.say("intel");
            assertThat(line.log).startsWith("hush").containsOnlyOnce("last");
        }

        @Test
        void ofACallerWhoIsStillSpeakingAreAnsweredSoThatTheNextAnswerReplacesTheFirst() {
            lab.hear();
            lab.call.post(new CallEvent.CallerSpeaking(true));
            line.parts.clear();
            lab.say("submit");
            assertThat(line.parts).isNotEmpty().allMatch(Spoken::preemptible);
            line.parts.clear();
            lab.say("intel");
            assertThat(line.parts).isNotEmpty().noneMatch(Spoken::preemptible);
            assertThat(lab.call.state().hotline().id()).isEqualTo("submit-intel");
        }

        @Test
        void areAnsweredForGoodWhereTheCallerHasFinished() {
            lab.hear();
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(false));
            line.parts.clear();
            lab.say("extraction");
            assertThat(line.parts).isNotEmpty().noneMatch(Spoken::preemptible);
        }

        @Test
        void areJoinedWhereTheCallerSpokeOnBeforeTheAnswersFirstWordAndTheCarrierDiscardedIt() {
            lab.hear();
            lab.say("submit");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.call.post(new CallEvent.BargeIn(""));
            lab.call.post(new CallEvent.ShaniSpeaking(false));
            lab.leap(Duration.ofSeconds(4));
            lab.call.post(new CallEvent.CallerSpeaking(false));
            lab.say("intel");
            assertThat(lab.call.state().hotline().id()).isEqualTo("submit-intel");
            assertThat(lab.call.state().turns()).isEqualTo(2);
        }

        @Test
        void areTwoWhereTheCallerCutInAfterAWord() {
            lab.hear();
            lab.say("extraction");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.Played("Copy"));
            lab.call.post(new CallEvent.BargeIn("Copy"));
            lab.say("help");
            assertThat(lab.call.state().turns()).isEqualTo(3);
        }

        @Test
        void leaveTheLineInTheLanguageOfTheOneAnswer() {
            lab.hear();
            lab.say("German please");
            assertThat(line.log).contains("language de");
            lab.say("no wait extraction");
            String language = lab.call.state().language();
            assertThat(line.log.stream()
                            .filter(word -> word.startsWith("language"))
                            .toList()
                            .getLast())
                    .isEqualTo("language " + language);
        }
    }

    @Nested
    class Partials {
        @Test
        void areNeverAnsweredAndHoldSilenceAndTheEndBack() {
            lab.hear();
            lab.say("goodbye");
            int replies = line.replies();
            lab.call.post(new CallEvent.Utterance("extraction", "en-GB", false));
            lab.pass(SILENCE);
            assertThat(line.replies()).isEqualTo(replies);
            assertThat(line.log).doesNotContain("end");
            lab.say("extraction");
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }
    }

    @Nested
    class Keys {
        @Test
        void areAnsweredAtOnce() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }

        @Test
        void areNotAnsweredTwiceWhereACallerEndsOneWithAHash() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            int replies = line.replies();
            lab.leap(MOMENT);
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.replies()).isEqualTo(replies);
            lab.leap(MOMENT);
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.replies()).as("the second one asks for help").isEqualTo(replies + 1);
        }

        @Test
        void ofAHashThatCutTheAnswerOffHaveItSaidAgain() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            String answer = line.reply();
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.BargeIn(""));
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.reply()).contains(answer);
        }

        @Test
        void ofOneEntryAreCollectedUntilTheirHash() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            lab.hear();
            int replies = line.replies();
            for (char key : "2714".toCharArray()) {
                lab.call.post(new CallEvent.Key(key));
                lab.leap(MOMENT);
            }
            assertThat(line.replies()).as("is waited for").isEqualTo(replies);
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.reply()).contains("2 7 1 4");
            assertThat(line.replies()).isEqualTo(replies + 1);
        }

        @Test
        void ofOneEntryAreCompleteWithTheLastOfThem() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            for (char key : "271400".toCharArray()) {
                lab.call.post(new CallEvent.Key(key));
            }
            assertThat(line.reply()).contains("2 7 1 4 0 0");
            int replies = line.replies();
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.replies()).as("the hash only ends them").isEqualTo(replies);
        }

        @Test
        void ofOneEntryAreCompleteWhenNoneFollows() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            lab.hear();
            lab.call.post(new CallEvent.Key('2'));
            lab.call.post(new CallEvent.Key('7'));
            int replies = line.replies();
            lab.pass(Duration.ofMillis(1_900));
            assertThat(line.replies()).isEqualTo(replies);
            lab.pass(Duration.ofMillis(600));
            assertThat(line.reply()).contains("2 7");
        }

        @Test
        void thatStandAloneAreACommandEvenWhereSeveralWouldBeAnAnswer() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            lab.call.post(new CallEvent.Key('2'));
            lab.call.post(new CallEvent.Key('#'));
            assertThat(lab.call.state().hotline().id()).isEqualTo("loot");
            lab.call.post(new CallEvent.Key('1'));
            lab.call.post(new CallEvent.Key('5'));
            lab.pass(Duration.ofMillis(2_500));
            assertThat(lab.call.state().hotline().id()).isEqualTo("listen-intel");
        }

        @Test
        void thatWereBegunAreForgottenWhenTheCallerSpeaks() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            lab.hear();
            lab.call.post(new CallEvent.Key('2'));
            lab.say("Red Lakes");
            int replies = line.replies();
            lab.pass(Duration.ofSeconds(3));
            assertThat(line.replies()).isEqualTo(replies);
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }

        @Test
        void aHashByItselfNamesTheKeys() {
            lab.hear();
            lab.call.post(new CallEvent.Key('1'));
            lab.hear();
            lab.leap(Duration.ofSeconds(3));
            int replies = line.replies();
            lab.call.post(new CallEvent.Key('#'));
            assertThat(line.replies()).isEqualTo(replies + 1);
        }
    }

    @Nested
    class BargeIn {
        @Test
        void overtakesAnErrandAndWhatWaitsForIt() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            lab.say("main menu");
            line.log.clear();
            lab.call.post(new CallEvent.BargeIn("Stand"));
            assertThat(line.log).as("handled while the errand is under way").containsExactly("hush");
            assertThat(lab.errandsUnderWay()).isEqualTo(1);
            assertThat(lab.stored).isEmpty();
        }

        @Test
        void silencesWhatIsNotSentYetAndTheNextAnswerIsANewReply() {
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.BargeIn("This is"));
            assertThat(line.log).endsWith("hush");
            line.log.clear();
            lab.say("extraction");
            assertThat(line.log).containsOnlyOnce("last").endsWith("last");
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }

        @Test
        void duringAnErrandLetsTheCallerFinishThenBothAreAnsweredInOrder() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.call.post(new CallEvent.BargeIn(""));
            lab.call.post(new CallEvent.ShaniSpeaking(false));
            line.log.clear();
            lab.finishErrand();
            lab.pass(Duration.ofSeconds(4));
            assertThat(line.log).as("not into the caller's words").isEmpty();
            lab.say("main menu");
            assertThat(line.log.stream().filter("last"::equals)).hasSize(2);
            assertThat(lab.call.state().hotline().id()).isEqualTo("menu");
        }

        @Test
        void thatWasOnlyNoiseDoesNotWithholdTheErrandsAnswer() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            lab.call.post(new CallEvent.BargeIn(""));
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(false));
            lab.finishErrand();
            line.log.clear();
            lab.pass(Duration.ofSeconds(3));
            assertThat(line.log).containsOnlyOnce("last");
            assertThat(line.reply()).contains("logged");
        }
    }

    @Nested
    class Silence {
        @Test
        void beginsWhenShaniHasFinished() {
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.pass(Duration.ofSeconds(4));
            lab.hear();
            int replies = line.replies();
            lab.pass(SILENCE.minusMillis(200));
            assertThat(line.replies()).isEqualTo(replies);
            lab.pass(MOMENT);
            assertThat(line.replies()).isEqualTo(replies + 1);
        }

        @Test
        void isAskedThenToldTheKeysThenSaidGoodbyeTo() {
            for (int i = 0; i < 3; i++) {
                lab.hear();
                lab.pass(SILENCE.plus(MOMENT));
            }
            assertThat(lab.call.state().step().id()).isEqualTo("ending");
            lab.hear();
            assertThat(line.log).endsWith("end");
        }

        @Test
        void isNoneWhileTheCallerSpeaksHoweverLong() {
            lab.hear();
            int replies = line.replies();
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.pass(Duration.ofSeconds(60));
            assertThat(line.replies()).isEqualTo(replies);
            lab.call.post(new CallEvent.CallerSpeaking(false));
            lab.pass(SILENCE.plus(MOMENT));
            assertThat(line.replies()).isEqualTo(replies + 1);
        }

        @Test
        void isNotCountedFromTheCallersLastWordWhileShaniAnswers() {
            lab.hear();
            lab.say("help");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(false));
            int replies = line.replies();
            lab.pass(SILENCE.plusSeconds(1));
            assertThat(line.replies()).isEqualTo(replies);
        }

        @Test
        void thatElapsedJustAsTheCallerSpokeIsNone() {
            lab.hear();
            lab.leap(SILENCE.plusSeconds(1));
            lab.say("extraction");
            int replies = line.replies();
            lab.call.post(new CallEvent.SilenceElapsed());
            assertThat(line.replies()).isEqualTo(replies);
            lab.hear();
            lab.pass(SILENCE.plus(MOMENT));
            assertThat(line.replies()).as("the timer is not lost").isEqualTo(replies + 1);
        }
    }

    @Nested
    class Goodbye {
        @Test
        void isHeardBeforeTheEnd() {
            lab.hear();
            lab.say("goodbye");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            assertThat(line.log).doesNotContain("end");
            lab.hear();
            assertThat(line.log).containsOnlyOnce("end").endsWith("end");
        }

        @Test
        void isGivenItsTimeWhereTheCarrierReportsNothing() {
            lab.say("goodbye");
            lab.pass(Duration.ofSeconds(2));
            assertThat(line.log).doesNotContain("end");
            lab.pass(Duration.ofSeconds(30));
            assertThat(line.log).containsOnlyOnce("end");
        }

        @Test
        void isOverWithTheLastWordWhereTheCarrierReportsOnlyWords() {
            lab.hear();
            lab.leap(Duration.ofSeconds(20));
            lab.say("goodbye");
            lab.call.post(new CallEvent.Played(line.reply()));
            assertThat(line.log).endsWith("end");
        }

        @Test
        void isTakenBackWhenTheCallerSpeaksIntoIt() {
            lab.hear();
            lab.say("goodbye");
            lab.call.post(new CallEvent.ShaniSpeaking(true));
            lab.call.post(new CallEvent.CallerSpeaking(true));
            lab.call.post(new CallEvent.BargeIn(""));
            lab.call.post(new CallEvent.ShaniSpeaking(false));
            lab.pass(Duration.ofSeconds(5));
            assertThat(line.log).doesNotContain("end");
            lab.say("extraction");
            lab.pass(Duration.ofSeconds(3));
            assertThat(line.log).doesNotContain("end");
            assertThat(lab.call.state().hotline().id()).isEqualTo("extraction");
        }

        @Test
        void isTheLastThatIsSaid() {
            lab.hear();
            lab.say("goodbye");
            lab.hear();
            line.log.clear();
            lab.say("extraction");
            lab.call.post(new CallEvent.Key('1'));
            lab.pass(Duration.ofSeconds(60));
            assertThat(line.log).isEmpty();
        }
    }

    @Nested
    class TheEnd {
        @Test
        void ofTheSocketEndsEverythingThatIsUnderWay() {
            lab.hear();
            lab.say("submit intel");
            lab.hear();
            lab.say("The gate is shut.");
            lab.say("loot");
            lab.switchboard.disconnect(lab.call, "1006");
            line.log.clear();
            lab.finishErrand();
            lab.pass(Duration.ofSeconds(60));
            assertThat(line.log).isEmpty();
            assertThat(lab.call.status()).isEqualTo(Call.Status.ENDED);
            assertThat(lab.switchboard.liveCalls()).isZero();
        }

        @Test
        void comesEvenToACallThatIsFloodedWithEvents() {
            line.onAbandon(reason -> lab.switchboard.disconnect(lab.call, reason));
            CallEvent[] flood = new CallEvent[1500];
            java.util.Arrays.fill(flood, new CallEvent.Key('1'));
            RecordingLine busy = line;
            busy.onSay(() -> {
                busy.onSay(() -> {});
                for (CallEvent event : flood) {
                    lab.call.post(event);
                }
            });
            lab.say("extraction");
            assertThat(lab.call.status()).isEqualTo(Call.Status.ENDED);
            assertThat(lab.switchboard.liveCalls()).isZero();
        }
    }
}
