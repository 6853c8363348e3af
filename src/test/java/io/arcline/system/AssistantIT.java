package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Answer;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.Webhooks;
import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.standin.ModelStandIn;
import io.arcline.standin.ModelStandIn.Ending;
import io.arcline.standin.ModelStandIn.Script;
import io.arcline.standin.TwilioStandIn;
import io.arcline.standin.TwilioStandIn.Behaviour;
import java.io.IOException;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server with a language model and Twilio's REST API behind it: from the first token to the ear, cut off, broken, asked anything, and
 * texted.
 */
class AssistantIT {
    private static final String WORDS = "Rusted gears turn up in the machine halls near the old dam. Go in quiet.";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Two seconds is what is promised; the machine that tests run on may be busy. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final AtomicInteger CALLERS = new AtomicInteger(10);

    private static ModelStandIn model;
    private static TwilioStandIn rest;
    private static LibertyServer server;
    private static FakeTwilio twilio;

    @BeforeAll
    static void start() {
        model = new ModelStandIn("key-1");
        rest = new TwilioStandIn();
        server = LibertyServer.start(
                "streaming",
                Map.of(
                        "ASSISTANT_BASE_URL",
                        model.base().toString(),
                        "ASSISTANT_API_KEY",
                        "key-1",
                        "ASSISTANT_MODEL",
                        "small",
                        "TWILIO_ACCOUNT_SID",
                        Account.unsigned().accountSid(),
                        "TWILIO_AUTH_TOKEN",
                        Servers.AUTH_TOKEN,
                        "TWILIO_API_URL",
                        rest.base().toString()));
        twilio = carrier(LineSettings.instant());
    }

    @AfterAll
    static void stop() throws IOException {
        twilio.close();
        server.close();
        rest.close();
        model.close();
    }

    private static FakeTwilio carrier(LineSettings line) {
        return FakeTwilio.to(server.uri("/"))
                .signing(Servers.AUTH_TOKEN)
                .number("+15550100009")
                .patience(PATIENCE)
                .line(line)
                .start();
    }

    /**
     * 200 calls at once, as {@code -Dassistant.calls=200}, are for a measurement on an idle machine: the first token after 300 ms, one
     * every 30 ms. All callers are at the question before the first one asks; they ask {@code -Dassistant.apart=2} milliseconds
     * apart, so that all listen at once, and with 0 in the same moment.
     */
    @Test
    void tokensReachTheCallerAsTheModelWritesThem() throws Exception {
        int calls = Integer.getInteger("assistant.calls", 12);
        FakeCall warm = lookUp("warm up");
        warm.awaitAnswer();
        warm.hangUp();
        model.does(Script.saying(WORDS).after(Duration.ofMillis(300)).every(Duration.ofMillis(30)));
        int before = model.asked().size();
        long apart = Long.getLong("assistant.apart", 2);
        Map<String, Long> firstSpoken = new ConcurrentHashMap<>();
        CountDownLatch asking = new CountDownLatch(calls);
        CountDownLatch answered = new CountDownLatch(calls);
        List<FakeCall> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String item = "rusted gear number " + letters(i);
            FakeCall call = twilio.dial(caller(), event -> {
                if (event instanceof CallEvent.Received(String frame, ServerFrame.Text text)
                        && text.token().contains("Rusted")) {
                    firstSpoken.put(item, System.nanoTime());
                }
            });
            all.add(call);
            long wait = i * apart;
            Thread.ofVirtual().start(new FutureTask<>(() -> {
                call.awaitReply();
                call.say("loot");
                call.awaitAnswer();
                asking.countDown();
                asking.await();
                Thread.sleep(wait);
                call.say(item);
                Reply reply = call.awaitReply(heard -> heard.text().contains("Go in quiet."), PATIENCE);
                if (reply.text().contains(WORDS)) {
                    answered.countDown();
                }
                return reply;
            }));
        }
        assertThat(answered.await(90, TimeUnit.SECONDS))
                .as("whole answers, not %d", answered.getCount())
                .isTrue();
        long[] late = model.asked().stream()
                .skip(before)
                .mapToLong(asked -> firstSpoken.get(asked.data().getString("item")) - asked.firstToken())
                .sorted()
                .toArray();
        assertThat(late).hasSize(calls);
        System.out.printf(
                "first token to the caller's socket, %d calls at once: median %.1f ms, p99 %.1f ms, most %.1f ms%n",
                calls, late[calls / 2] / 1e6, late[calls * 99 / 100] / 1e6, late[calls - 1] / 1e6);
        assertThat(late[calls * 99 / 100]).isLessThan(10_000_000_000L);
        for (FakeCall call : all) {
            assertThat(call.violations()).isEmpty();
            call.hangUp();
        }
    }

    /** {@code -Dassistant.barge.ins=40} for a figure, on an idle machine. */
    @Test
    void whoeverCutsInStopsTheModel() throws Exception {
        model.does(Script.saying("Gears" + ", and more gears".repeat(100)).every(Duration.ofMillis(200)));
        try (FakeTwilio slow = carrier(LineSettings.faster(3));
                var callers = Executors.newFixedThreadPool(8)) {
            List<Future<Double>> cuts = new ArrayList<>();
            for (int i = 0; i < Integer.getInteger("assistant.barge.ins", 2); i++) {
                String item = "rusted gear for the barge in " + letters(i);
                cuts.add(callers.submit(() -> cutIn(slow, item)));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<Double> cut : cuts) {
                millis.add(cut.get());
            }
            millis.sort(null);
            System.out.printf(
                    "%d interrupts: the model's connection was closed after %.1f ms (median), %.1f ms at most%n",
                    millis.size(), millis.get(millis.size() / 2), millis.getLast());
            assertThat(millis.getLast()).isLessThan(10_000);
        }
    }

    /** How many milliseconds after the caller had cut in the model saw its connection closed. */
    private static double cutIn(FakeTwilio slow, String item) {
        AtomicLong cutIn = new AtomicLong();
        FakeCall call = slow.dial(caller(), event -> {
            if (event instanceof CallEvent.Sent(String frame) && frame.contains("\"interrupt\"")) {
                cutIn.set(System.nanoTime());
            }
        });
        call.awaitReply();
        call.say("loot");
        call.awaitAnswer();
        call.say(item);
        call.awaitEvent(
                event -> event instanceof CallEvent.Played played
                        && played.text().contains("more"),
                "the answer is heard");
        call.interrupt("main menu");
        ModelStandIn.Asked asked = model.asked().stream()
                .filter(one -> one.data().getString("item", "").equals(item))
                .findFirst()
                .orElseThrow();
        await(() -> asked.closedInTheMiddle() != 0);
        int written = asked.written();
        Reply menu = call.awaitAnswer();
        assertThat(menu.text()).containsIgnoringCase("extraction").doesNotContain("gears");
        assertThat(asked.written()).isEqualTo(written).isLessThan(300);
        assertThat(call.violations()).isEmpty();
        call.hangUp();
        return (asked.closedInTheMiddle() - cutIn.get()) / 1e6;
    }

    /** {@code -Dassistant.lookups=1000} for a measurement on an idle machine. */
    @Test
    void lookupsHoldNoPlatformThreadEach() throws Exception {
        int lookups = Integer.getInteger("assistant.lookups", 60);
        model.does(Script.saying(WORDS).after(Duration.ofSeconds(5)));
        int asked = model.asked().size();
        try (Insight insight = new Insight(server)) {
            List<FakeCall> calls = new ArrayList<>();
            for (int i = 0; i < lookups; i++) {
                calls.add(twilio.dial(caller()));
            }
            for (FakeCall call : calls) {
                call.awaitReply();
                call.say("loot");
            }
            calls.forEach(FakeCall::awaitAnswer);
            int before = insight.threads().getThreadCount();
            insight.threads().resetPeakThreadCount();
            for (int i = 0; i < lookups; i++) {
                calls.get(i).say("gear of many " + letters(i));
            }
            await(() -> model.asked().size() == asked + lookups);
            long waiting = model.asked().stream()
                    .skip(asked)
                    .filter(one -> one.firstToken() == 0 && one.closedInTheMiddle() == 0)
                    .count();
            int peak = insight.threads().getPeakThreadCount();
            System.out.printf(
                    "%d lookups, %d of them waiting for their model at once: %d platform threads, at most %d%n",
                    lookups, waiting, before, peak);
            assertThat(peak).isLessThan(before + 40);
            calls.forEach(FakeCall::hangUp);
        }
    }

    @Test
    void whateverIsWrongWithTheModelTheCallerHearsSomethingAndGoesOn() {
        Script none = new Script(200, Duration.ZERO, Duration.ZERO, List.of(), Ending.CUT, false);
        List<Script> broken = List.of(
                Script.refusing(429),
                Script.refusing(500),
                none,
                none.ending(Ending.GARBAGE),
                none.ending(Ending.ERROR),
                none.ending(Ending.HANGING));
        Duration longest = Duration.ZERO;
        for (Script script : broken) {
            model.does(script);
            FakeCall call = lookUp("gears for " + script);
            Reply reply = call.awaitReply(heard -> !heard.filler(), PATIENCE);
            assertThat(reply.firstToken()).as("%s", script).isLessThan(SOON);
            longest = reply.firstToken().compareTo(longest) > 0 ? reply.firstToken() : longest;
            assertThat(reply.text()).as("%s", script).containsAnyOf("No answer from my sources", "can't look that up");
            goesOn(call);
        }
        System.out.printf("whatever was wrong with the model, something was said after %d ms%n", longest.toMillis());
        for (Ending ending : List.of(Ending.CUT, Ending.GARBAGE, Ending.HANGING)) {
            model.does(Script.saying("Gears are in the halls. Try").ending(ending));
            FakeCall call = lookUp("gears that are " + ending);
            Reply reply = call.awaitReply(heard -> !heard.filler(), PATIENCE);
            assertThat(reply.text())
                    .contains("Gears are in the halls. Try.")
                    .containsAnyOf("lost my source", "come through");
            goesOn(call);
        }
    }

    @Test
    void aSlowModelHoldsUpNoOtherCall() {
        model.does(Script.saying(WORDS).after(Duration.ofSeconds(30)));
        int before = model.asked().size();
        FakeCall other = twilio.dial(caller());
        other.awaitReply();
        List<FakeCall> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(lookUp("slow gear " + (char) ('a' + i)));
        }
        await(() -> model.asked().size() == before + waiting.size());
        other.say("extraction");
        other.awaitAnswer();
        assertThat(model.asked().stream().skip(before).filter(one -> one.closedInTheMiddle() == 0))
                .as("still waiting for the model when the other call was answered")
                .isNotEmpty();
        other.hangUp();
        waiting.forEach(FakeCall::hangUp);
    }

    @Test
    void aQuestionThatIsNoCommandIsAnsweredAndTheMenuGoesOn() {
        model.does(Script.saying("Dry and windy. Mind the dust.").after(Duration.ofMillis(1_500)));
        int before = model.asked().size();
        FakeCall call = twilio.dial(caller());
        call.awaitReply();
        call.say("what is the weather like around your town");
        Reply reply = call.awaitReply(heard -> heard.text().contains("Mind the dust."), PATIENCE);
        ModelStandIn.Asked asked = model.asked().get(before);
        assertThat(asked.data().getString("question")).isEqualTo("what is the weather like around your town");
        assertThat(asked.data().getJsonArray("earlier").toString()).contains("Shani here");
        assertThat(reply.text()).containsIgnoringCase("extraction");
        goesOn(call);
    }

    @Test
    void theAnswerIsTextedOnceThoughTwilioSaysThatItFailed() throws Exception {
        rest.does(Behaviour.ACCEPT_AND_ANSWER_503);
        FakeCall call = answeredIn(caller());
        call.say("text me");
        assertThat(call.awaitAnswer().text()).contains("Sent to your phone");
        call.hangUp();
        List<TwilioStandIn.Taken> taken = rest.taken().stream()
                .filter(message -> message.to().equals(call.from()))
                .toList();
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().body()).isEqualTo(WORDS);
        assertThat(taken.getFirst().from()).isEqualTo("+15550100009");
        String id;
        try (var database = server.database();
                var statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id from text_messages where message_sid = '"
                        + taken.getFirst().sid() + "'")) {
            assertThat(row.next()).isTrue();
            id = row.getString(1);
        }
        Form delivered = Form.of("MessageSid", taken.getFirst().sid(), "MessageStatus", "delivered");
        assertThat(signed("/sms/status?id=" + id + "&part=1", delivered).status())
                .isEqualTo(204);
        assertThat(signed("/sms/status?id=nobody&part=1", delivered).status()).isEqualTo(404);
    }

    @Test
    void whoCannotBeTextedHearsWhy() throws Exception {
        FakeCall landline = answeredIn(caller());
        rest.refuses(landline.from(), 21614);
        landline.say("text me");
        assertThat(landline.awaitAnswer().text()).contains("That number takes no texts");
        landline.hangUp();

        FakeCall withheld = answeredIn("+266696687");
        withheld.say("text me");
        assertThat(withheld.awaitAnswer().text()).contains("Your number is withheld");
        withheld.hangUp();

        FakeCall stopped = answeredIn(caller());
        assertThat(sms(stopped.from(), "SMstop", "Stop").body())
                .contains("Response")
                .doesNotContain("Message>");
        stopped.say("text me");
        assertThat(stopped.awaitAnswer().text()).contains("told us to stop");
        sms(stopped.from(), "SMstart", "start");
        stopped.say("text me");
        assertThat(stopped.awaitAnswer().text()).contains("Sent to your phone");
        stopped.hangUp();
    }

    @Test
    void theDialogGoesOnOverTextMessages() throws Exception {
        model.does(Script.saying(WORDS));
        String from = caller();
        assertThat(sms(from, "SM1" + from.substring(1), "Loot").body())
                .contains("<Message><Body>")
                .contains("looking for");
        String answer =
                sms(from, "SM2" + from.substring(1), "rusted gear by text").body();
        assertThat(answer).contains(WORDS);
        assertThat(sms(from, "SM2" + from.substring(1), "rusted gear by text").body())
                .isEqualTo(answer);
        try (Webhooks unsigned = new Webhooks(Account.unsigned(), ServerAddress.direct(server.uri("/")))) {
            assertThat(unsigned.call("POST", server.uri("/sms").toString(), Form.of("From", from))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(server.console()).doesNotContain("rusted gear", from, "key-1");
    }

    private static Answer sms(String from, String messageSid, String body) throws Exception {
        return signed("/sms", Form.of("MessageSid", messageSid, "From", from, "To", "+15550100009", "Body", body));
    }

    private static Answer signed(String path, Form form) throws Exception {
        try (Webhooks webhooks =
                new Webhooks(Account.signing(Servers.AUTH_TOKEN), ServerAddress.direct(server.uri("/")))) {
            return webhooks.call("POST", server.uri(path).toString(), form);
        }
    }

    /** A caller who has just heard the answer to a lookup. */
    private static FakeCall answeredIn(String from) {
        model.does(Script.saying(WORDS));
        FakeCall call = twilio.dial(from);
        call.awaitReply();
        call.say("loot");
        call.awaitAnswer();
        call.say("rusted gear of " + from.replace("+", ""));
        call.awaitReply(heard -> heard.text().contains(WORDS), PATIENCE);
        return call;
    }

    private static FakeCall lookUp(String item) {
        FakeCall call = twilio.dial(caller());
        call.awaitReply();
        call.say("loot");
        call.awaitAnswer();
        call.say(item);
        return call;
    }

    private static void goesOn(FakeCall call) {
        call.say("main menu");
        assertThat(call.awaitAnswer().text()).containsIgnoringCase("extraction");
        assertThat(call.violations()).isEmpty();
        call.hangUp();
    }

    /** A number that is no number to the ear. */
    private static String letters(int i) {
        return "%c%c%c".formatted('a' + i / 676, 'a' + i / 26 % 26, 'a' + i % 26);
    }

    private static String caller() {
        return "+1555020%04d".formatted(CALLERS.incrementAndGet());
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(1_000_000L);
        }
    }
}
