package io.arcline.twilio.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private static final String LARGE = "x".repeat(FrameWriter.BUFFERED);

    private final List<String> sent = new ArrayList<>();
    private final Deque<ByteBuffer> pings = new ArrayDeque<>();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final FrameWriter writer = new FrameWriter(peer(), threads::add, brokenOff::incrementAndGet);
    private boolean reset;
    private Runnable whileSending = () -> {};

    @Test
    void framesToAPeerThatReadsLeaveOnTheThreadThatBringsThem() {
        for (int i = 0; i < 1_000; i++) {
            writer.write("frame " + i);
            answerPings();
        }
        assertThat(sent).hasSize(1_000).startsWith("frame 0", "frame 1").endsWith("frame 999");
        assertThat(threads).isEmpty();
    }

    @Test
    void nobodyWaitsForAPeerThatReadsNothing() {
        for (int i = 0; i < FrameWriter.BUFFERED / 10; i++) {
            writer.write("twenty characters...");
        }
        assertThat(threads).hasSize(1);
        assertThat(sent.size() * 20).isGreaterThan(FrameWriter.BUFFERED / 2).isLessThanOrEqualTo(FrameWriter.BUFFERED);
    }

    @Test
    void theClockThatAsksForASignOfLifeWritesNothingItself() {
        writer.ping();
        assertThat(pings).isEmpty();
        threads.remove().run();
        assertThat(pings).hasSize(1);
    }

    @Test
    void whoHasReadAgainIsWrittenToAtOnceAgain() {
        writer.write(LARGE);
        writer.write("waits");
        threads.remove().run();
        assertThat(sent).containsExactly(LARGE, "waits");
        answerPings();
        writer.write("at once");
        assertThat(sent).endsWith("at once");
        assertThat(threads).isEmpty();
    }

    @Test
    void anAnswerThatWasNotAskedForProvesNothing() {
        writer.write(LARGE);
        writer.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, Long.MAX_VALUE));
        writer.pong(ByteBuffer.allocate(3));
        writer.write("waits");
        assertThat(threads).hasSize(1);
    }

    @Test
    void whatWaitsIsWrittenInOrder() {
        writer.write(LARGE);
        writer.write("1");
        writer.write("2");
        writer.write("3");
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(sent).containsExactly(LARGE, "1", "2", "3");
    }

    @Test
    void hushDropsWhatWaitsOfAReplyAndNothingElse() {
        writer.write(LARGE);
        writer.write("under way");
        writer.writeSpeech("first word");
        writer.writeSpeech("second word");
        writer.write("language");
        writer.writeSpeech("third word");
        writer.hush();
        writer.writeSpeech("the next reply");
        threads.remove().run();
        assertThat(sent).containsExactly(LARGE, "under way", "language", "the next reply");
    }

    @Test
    void aPeerThatTakesNothingIsSeenToBeStuck() {
        writer.write(LARGE);
        writer.write("1");
        assertThat(writer.stuckNanos(System.nanoTime() + 5_000_000_000L)).isGreaterThan(4_900_000_000L);
        threads.remove().run();
        assertThat(writer.stuckNanos(System.nanoTime() + 5_000_000_000L)).isZero();
    }

    @Test
    void aPeerThatLetsTooMuchWaitIsBrokenOffOnce() {
        writer.write(LARGE);
        for (int i = 0; i < 1_500; i++) {
            writer.write("frame");
        }
        assertThat(brokenOff).hasValue(1);
        reset = true;
        threads.remove().run();
        assertThat(brokenOff).hasValue(1);
        assertThat(sent).containsExactly(LARGE);
    }

    @Test
    void aSocketThatFailsIsBrokenOffOnceAndNotWrittenToAgain() {
        reset = true;
        writer.write("1");
        reset = false;
        writer.write("2");
        assertThat(brokenOff).hasValue(1);
        assertThat(sent).isEmpty();
        assertThat(writer.stuckNanos(System.nanoTime() + 5_000_000_000L)).isZero();
    }

    @Test
    void aClosedSocketWaitsForTheFrameThatIsBeingWritten() throws InterruptedException {
        CountDownLatch peerReads = new CountDownLatch(1);
        whileSending = () -> awaitQuietly(peerReads);
        Thread answering = Thread.ofVirtual().start(() -> writer.write("under way"));
        awaitState(answering, Thread.State.WAITING);
        Thread closing = Thread.ofPlatform().start(writer::settle);
        awaitState(closing, Thread.State.TIMED_WAITING);
        assertThat(sent).isEmpty();
        peerReads.countDown();
        closing.join();
        assertThat(sent).containsExactly("under way");
        answering.join();
    }

    @Test
    void whoIsToldOfTheEndWhileWritingDoesNotWaitForItself() {
        whileSending = () -> {
            writer.settle();
            sent.add("settled");
        };
        writer.write("last words");
        writer.write("never");
        assertThat(sent).containsExactly("settled", "last words");
    }

    @Test
    void whatWasLeftToAnotherThreadIsNotWrittenOnceTheSocketIsClosed() {
        writer.write(LARGE);
        writer.write("waits");
        writer.close();
        threads.remove().run();
        writer.settle();
        assertThat(sent).doesNotContain("waits");
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void answerPings() {
        while (!pings.isEmpty()) {
            writer.pong(pings.remove());
        }
    }

    private RemoteEndpoint.Basic peer() {
        return (RemoteEndpoint.Basic) Proxy.newProxyInstance(
                RemoteEndpoint.Basic.class.getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Basic.class},
                (proxy, method, arguments) -> {
                    if (reset) {
                        throw new IOException("reset");
                    }
                    whileSending.run();
                    return method.getName().equals("sendPing")
                            ? pings.add(((ByteBuffer) arguments[0]).duplicate())
                            : sent.add((String) arguments[0]);
                });
    }
}
