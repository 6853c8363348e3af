package io.arcline.performance;

import io.arcline.call.Call;
import io.arcline.call.CallEvent;
import io.arcline.call.CallFactory;
import io.arcline.call.CallInfo;
import io.arcline.call.CallTimes;
import io.arcline.call.Fates;
import io.arcline.call.Line;
import io.arcline.call.Recalling;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.CallsTable;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.SavedCalls;
import io.arcline.call.saved.StateWriter;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.Waiting;
import io.arcline.twilio.relay.BadFrameException;
import io.arcline.twilio.relay.Inbound;
import io.arcline.twilio.relay.InboundCodec;
import io.arcline.twilio.relay.Outbound;
import io.arcline.twilio.relay.OutboundCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What one turn costs between socket and socket: the frame read, understood, answered, told to the journal with its words, and the
 * reply's frames written. The journal's own thread throws the entries away. The turns are those of the script
 * {@code tour-without-stores}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class TurnBenchmark {
    private final Journal journal = new Journal(
            entries -> {}, Waiting.in(Path.of("target", "turn-benchmark"), 1_000_000), InstantSource.system());
    private final Words line = new Words();
    private List<String> frames;
    private Call call;
    private int next;

    /** A line whose frames are counted and forgotten. */
    private static final class Words implements Line {
        private long characters;

        @Override
        public void say(Spoken part, boolean last) {
            Boolean interruptible = part.interruptible() ? null : Boolean.FALSE;
            Boolean preemptible = part.preemptible() ? Boolean.TRUE : null;
            characters += OutboundCodec.encode(new Outbound.Text(part.text(), last, null, interruptible, preemptible))
                    .length();
        }

        @Override
        public void hush() {}

        @Override
        public void language(String language) {}

        @Override
        public void end() {}

        @Override
        public void move() {}

        @Override
        public void abandon(String reason) {
            throw new IllegalStateException(reason);
        }
    }

    /** Connects the call. */
    @Setup
    public void connect() throws IOException {
        try (InputStream script =
                TurnBenchmark.class.getResourceAsStream("/io/arcline/faketwilio/load/tour-without-stores.script")) {
            frames = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(turn -> turn.startsWith("say ") || turn.startsWith("press "))
                    .map(TurnBenchmark::frame)
                    .toList();
        }
        Thread.ofPlatform().daemon().start(journal::run);
        CallsTable nowhere = new CallsTable(new PGSimpleDataSource(), "benchmark");
        StateWriter states = new StateWriter(nowhere, new CopiedCalls(nowhere), false);
        Recalling recalling = new Recalling(
                new SavedCalls(nowhere, states, new CopiedCalls(nowhere), Executors.newVirtualThreadPerTaskExecutor()),
                Runnable::run,
                new Fates());
        Dialog dialog = Dialog.load();
        CallFactory factory = new CallFactory(
                () -> dialog,
                new Errands(null, null, null, null, SecondOpinion.none()),
                Runnable::run,
                journal,
                new CallerIdentity(List.of("key")),
                true,
                List.of(),
                CallTimes.withSilence(Duration.ofSeconds(8)),
                states,
                false,
                InstantSource.system(),
                System::nanoTime);
        CallInfo info = new CallInfo("CA1", "VX1", "+15550100001", "+15550100009", Instant.EPOCH);
        call = ((Switchboard.Connection.Connected) new Switchboard(factory, recalling, 10, 10).connect(info, line))
                .call();
        call.post(new CallEvent.Connected());
    }

    private static String frame(String turn) {
        return turn.startsWith("say ")
                ? "{\"type\":\"prompt\",\"voicePrompt\":\"" + turn.substring(4) + "\",\"lang\":\"en-US\",\"last\":true}"
                : "{\"type\":\"dtmf\",\"digit\":\"" + turn.substring(6) + "\"}";
    }

    /** Lets the journal's thread go. */
    @TearDown
    public void end() {
        journal.close();
    }

    @Benchmark
    public long oneTurn() throws BadFrameException {
        String frame = frames.get(next);
        next = (next + 1) % frames.size();
        switch (InboundCodec.decode(frame)) {
            case Inbound.Prompt(String words, String language, boolean last) ->
                call.post(new CallEvent.Utterance(words, language, last));
            case Inbound.Dtmf(char digit) -> call.post(new CallEvent.Key(digit));
            default -> throw new IllegalStateException(frame);
        }
        return line.characters;
    }
}
