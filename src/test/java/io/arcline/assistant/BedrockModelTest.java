package io.arcline.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.Assistant.End;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import io.arcline.standin.BedrockStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amazon Bedrock's stand-in over the real protocol: the task's keys, signed requests, the binary event stream. */
class BedrockModelTest {
    private static final String MODEL = "eu.anthropic.claude-3-haiku-20240307-v1:0";
    private static final Talk TALK = new Talk("CA1", "", "", List.of());
    private final BedrockStandIn bedrock = new BedrockStandIn();

    @AfterEach
    void close() throws IOException {
        bedrock.close();
    }

    @Test
    void itsTokensAreHeardAndTheTasksKeysAreFetchedOnce() {
        bedrock.says("Rusted", " gears", " turn up in", " halls [1].");
        Assistant assistant = assistant();
        assertThat(ask(assistant, "rusted gears", Hearer.ofTheWhole()))
                .isEqualTo(new Assistant.Answer("Rusted gears turn up in halls.", End.WHOLE));
        ask(assistant, "other gears", Hearer.ofTheWhole());
        assertThat(bedrock.keysFetched()).isEqualTo(1);
        assertThat(bedrock.paths()).hasSize(2).allMatch(path -> path.endsWith("-v1%3A0/converse-stream"));
        assertThat(bedrock.questions().getFirst())
                .contains("\"maxTokens\":220", "{\\\"item\\\":\\\"rusted gears\\\"}", "You are Shani");
    }

    @Test
    void anExceptionAndADamagedEventBreakTheAnswerOff() {
        bedrock.says("Rusted gears.");
        bedrock.fails("throttlingException");
        assertThat(ask(assistant(), "gears", Hearer.ofTheWhole()).end()).isEqualTo(End.CUT);
        bedrock.damages();
        assertThat(ask(assistant(), "gears", Hearer.ofTheWhole()).end()).isEqualTo(End.CUT);
    }

    @Test
    void withoutTheKeysThereIsNoAnswer() {
        Assistant without = Assistants.asking(model(Map.of()), bounds());
        assertThatThrownBy(() -> ask(without, "gears", Hearer.ofTheWhole())).hasMessageContaining("has no keys");
        Map<String, String> others = Map.of(
                "AWS_ACCESS_KEY_ID", "AKIDTASK", "AWS_SECRET_ACCESS_KEY", "wrong", "AWS_SESSION_TOKEN", "session-1");
        Assistant wrong = Assistants.asking(model(others), bounds());
        assertThatThrownBy(() -> ask(wrong, "gears", Hearer.ofTheWhole())).hasMessage("the assistant answered 403");
    }

    @Test
    void itGivesASecondOpinionToo() {
        bedrock.says(" lo", "ot");
        assertThat(new ModelOpinion(model(bedrock.environment()), new Budget(9, 9), java.time.Duration.ofMinutes(1))
                        .of("wo ist mein Krempel", List.of("loot", "menu"), TALK))
                .contains("loot");
    }

    @Test
    void whoeverLeavesClosesTheConnection() throws Exception {
        bedrock.says("Rusted", " gears");
        bedrock.hangs();
        CountDownLatch heard = new CountDownLatch(2);
        Hearer hearer = new Hearer(piece -> heard.countDown());
        var answer = CompletableFuture.supplyAsync(() -> ask(assistant(), "gears", hearer));
        assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
        hearer.leave();
        assertThat(answer.get(60, TimeUnit.SECONDS).end()).isEqualTo(End.LEFT);
        for (int i = 0; i < 4_000 && !bedrock.isGone(); i++) {
            Thread.sleep(5);
        }
        assertThat(bedrock.isGone()).isTrue();
    }

    /** The first vector of Amazon's own test suite for signatures, "get-vanilla". */
    @Test
    void signsAsAmazonDoes() {
        var keys = new AwsCredentials.Keys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "", Instant.MAX);
        assertThat(new SignatureV4("us-east-1", "service")
                        .headers(
                                keys,
                                "GET",
                                URI.create("https://example.amazonaws.com/"),
                                new byte[0],
                                Instant.parse("2015-08-30T12:36:00Z")))
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                + " SignedHeaders=host;x-amz-date,"
                                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    private Assistant assistant() {
        return Assistants.asking(model(bedrock.environment()), bounds());
    }

    private LanguageModel model(Map<String, String> environment) {
        return Assistants.bedrock("eu-central-1", Optional.of(bedrock.endpoint()), MODEL, environment);
    }

    private static Assistants.Bounds bounds() {
        return new Assistants.Bounds(Set.of("en"), 99, 99);
    }

    private static Assistant.Answer ask(Assistant assistant, String item, Hearer hearer) {
        return assistant.answer(new Assistant.Question.Item(item, "en"), TALK, hearer);
    }
}
