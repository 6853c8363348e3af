package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final int POSTERS = 8;
    private static final int EVENTS = 5_000;

    @Test
    void eventsNeverOverlapAndKeepTheOrderInWhichEachThreadPostedThem() throws Exception {
        AtomicBoolean busy = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        List<String> handled = new ArrayList<>();
        Mailbox mailbox = new Mailbox(event -> {
            if (!busy.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            handled.add(((CallEvent.Played) event).text());
            busy.set(false);
        });
        List<Callable<Void>> posters = IntStream.range(0, POSTERS)
                .<Callable<Void>>mapToObj(poster -> () -> {
                    for (int i = 0; i < EVENTS; i++) {
                        while (!mailbox.post(new CallEvent.Played(poster + " " + i))) {
                            Thread.onSpinWait();
                        }
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(posters)) {
                done.get();
            }
        }
        assertThat(overlaps).hasValue(0);
        assertThat(handled).hasSize(POSTERS * EVENTS);
        for (int poster = 0; poster < POSTERS; poster++) {
            String own = poster + " ";
            assertThat(handled.stream().filter(text -> text.startsWith(own)))
                    .isEqualTo(IntStream.range(0, EVENTS).mapToObj(i -> own + i).toList());
        }
    }

    @Test
    void anEventIsHandledOnTheThreadThatPostsItAndOneThatItCausesAfterIt() {
        List<String> order = new ArrayList<>();
        Mailbox[] mailbox = new Mailbox[1];
        mailbox[0] = new Mailbox(event -> {
            order.add("begin " + event + " on " + Thread.currentThread().threadId());
            if (event instanceof CallEvent.Connected) {
                mailbox[0].post(new CallEvent.SilenceElapsed());
            }
            order.add("end " + event);
        });
        mailbox[0].post(new CallEvent.Connected());
        String here = " on " + Thread.currentThread().threadId();
        assertThat(order)
                .containsExactly(
                        "begin " + new CallEvent.Connected() + here,
                        "end " + new CallEvent.Connected(),
                        "begin " + new CallEvent.SilenceElapsed() + here,
                        "end " + new CallEvent.SilenceElapsed());
    }
}
