package io.arcline.twilio.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private final List<String> sent = new ArrayList<>();
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final FrameWriter writer = new FrameWriter(peer(), brokenOff::incrementAndGet);

    @Test
    void oneFrameIsUnderWayAtATimeAndTheOthersFollowInOrder() {
        writer.write("1");
        writer.write("2");
        writer.write("3");
        assertThat(sent).containsExactly("1");
        taken();
        taken();
        assertThat(sent).containsExactly("1", "2", "3");
        assertThat(underWay).hasSize(1);
    }

    @Test
    void hushDropsWhatWaitsOfAReplyAndNothingElse() {
        writer.writeSpeech("first word");
        writer.writeSpeech("second word");
        writer.write("language");
        writer.writeSpeech("third word");
        writer.hush();
        writer.writeSpeech("the next reply");
        taken();
        taken();
        assertThat(sent).containsExactly("first word", "language", "the next reply");
    }

    @Test
    void aPeerThatTakesNothingIsSeenToBeStuck() {
        writer.write("1");
        assertThat(writer.stuckNanos(System.nanoTime() + 5_000_000_000L)).isGreaterThan(4_900_000_000L);
        taken();
        assertThat(writer.stuckNanos(System.nanoTime() + 5_000_000_000L)).isZero();
    }

    @Test
    void aPeerThatLetsTooMuchWaitOrFailsIsBrokenOffOnce() {
        for (int i = 0; i < 1_500; i++) {
            writer.write("frame");
        }
        assertThat(brokenOff).hasValue(1);
        underWay.remove().onResult(new SendResult(null, new java.io.IOException("reset")));
        assertThat(brokenOff).hasValue(1);
        assertThat(sent).hasSize(1);
    }

    private void taken() {
        underWay.remove().onResult(new SendResult((jakarta.websocket.Session) null));
    }

    private RemoteEndpoint.Async peer() {
        return (RemoteEndpoint.Async) Proxy.newProxyInstance(
                RemoteEndpoint.Async.class.getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class},
                (proxy, method, arguments) -> {
                    sent.add((String) arguments[0]);
                    underWay.add((SendHandler) arguments[1]);
                    return null;
                });
    }
}
