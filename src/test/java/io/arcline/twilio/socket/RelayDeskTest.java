package io.arcline.twilio.socket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.relay.UsedTokensInMemory;
import io.arcline.twilio.trust.Refusals;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RelayDeskTest {

    @Test
    @Timeout(60)
    void aSocketThatTakesItsTimeToCloseHoldsUpNoOther() throws Exception {
        CountDownLatch closable = new CountDownLatch(1);
        BlockingQueue<Integer> closing = new LinkedBlockingQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RelayDesk desk = desk(Duration.ZERO, threads);
            for (int i = 0; i < 3; i++) {
                desk.openBare(socket(reason -> {
                    closing.add(reason.getCloseCode().getCode());
                    closable.await();
                }));
            }
            desk.tick();
            for (int i = 0; i < 3; i++) {
                assertThat(closing.poll(30, TimeUnit.SECONDS)).isEqualTo(1008);
            }
            closable.countDown();
        }
    }

    @Test
    @Timeout(60)
    void aPeerIsRefusedForItsMissingSetupOnceItHasAnsweredThatItSentNone() throws Exception {
        BlockingQueue<Integer> closing = new LinkedBlockingQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RelayDesk desk = desk(Duration.ofSeconds(10), threads);
            RelaySession answering = desk.openBare(
                    socket(reason -> closing.add(reason.getCloseCode().getCode())));
            long opened = System.nanoTime();
            answering.pong(ByteBuffer.allocate(8));
            answering.tick(opened + SECONDS.toNanos(11));
            answering.tick(opened + SECONDS.toNanos(29));
            assertThat(closing).as("it may be there unread").isEmpty();
            answering.pong(ByteBuffer.allocate(8));
            answering.tick(opened + SECONDS.toNanos(29));
            assertThat(closing.poll(30, TimeUnit.SECONDS)).isEqualTo(1008);
            RelaySession silent = desk.openBare(
                    socket(reason -> closing.add(reason.getCloseCode().getCode())));
            long openedThen = System.nanoTime();
            silent.tick(openedThen + SECONDS.toNanos(11));
            silent.tick(openedThen + SECONDS.toNanos(31));
            assertThat(closing.poll(30, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    /** Nobody gets as far as a call. */
    private static RelayDesk desk(Duration setup, ExecutorService threads) {
        return new RelayDesk(
                RelayTokens.ofThisProcess(new UsedTokensInMemory(InstantSource.system())),
                new Switchboard(null, null, 1, 1),
                new RelayLimits(setup, Duration.ofSeconds(60), Duration.ofSeconds(20), 100, "", true, Map.of()),
                new Refusals(),
                threads);
    }

    private interface Closing {
        void close(CloseReason reason) throws InterruptedException;
    }

    /** A socket that can be closed, and asked for its remote end, and nothing else. */
    private static Session socket(Closing closing) {
        ClassLoader loader = RelayDeskTest.class.getClassLoader();
        Object remote = Proxy.newProxyInstance(
                loader, new Class<?>[] {RemoteEndpoint.Basic.class}, (proxy, method, arguments) -> null);
        return (Session) Proxy.newProxyInstance(
                loader, new Class<?>[] {Session.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBasicRemote" -> remote;
                    case "close" -> {
                        closing.close((CloseReason) arguments[0]);
                        yield null;
                    }
                    default -> method.getReturnType() == String.class ? "a socket" : null;
                });
    }
}
