package io.arcline.performance;

import io.arcline.twilio.relay.BadFrameException;
import io.arcline.twilio.relay.Inbound;
import io.arcline.twilio.relay.InboundCodec;
import io.arcline.twilio.relay.Outbound;
import io.arcline.twilio.relay.OutboundCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What reading and writing one frame costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class CodecBenchmark {
    private String prompt =
            "{\"type\":\"prompt\",\"voicePrompt\":\"I'm at the Dam Battlegrounds\",\"lang\":\"en-US\",\"last\":true}";
    private String played =
            "{\"type\":\"info\",\"name\":\"tokensPlayed\",\"value\":\"Extraction. Where are you topside?\"}";
    private Outbound reply = new Outbound.Text(
            "Copy that. Dam Battlegrounds. Elevator's on its way, and leaves in 5 minutes. ", false, null, null, null);

    @Benchmark
    public Inbound readPrompt() throws BadFrameException {
        return InboundCodec.decode(prompt);
    }

    @Benchmark
    public Inbound readEvent() throws BadFrameException {
        return InboundCodec.decode(played);
    }

    @Benchmark
    public String writeText() {
        return OutboundCodec.encode(reply);
    }
}
