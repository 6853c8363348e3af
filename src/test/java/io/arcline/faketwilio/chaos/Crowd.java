package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.FakeTwilio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many calls at a time that give one report after the other until they are told to say goodbye, as callers would who listen to what
 * is said: who is asked again answers again, who hears that it is not saved sends it again.
 */
public final class Crowd implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CrowdCaller> callers = new ArrayList<>();
    private final List<Future<CrowdCall>> calls = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger inConversation = new AtomicInteger();
    private final FakeTwilio twilio;
    private final Wording wording;
    private final Duration thinking;
    private final String name;

    /**
     * @param wording by which callers know what they hear
     * @param thinking from an answer to the caller's next words
     * @param name of the crowd, part of its reports
     */
    public Crowd(FakeTwilio twilio, Wording wording, Duration thinking, String name) {
        this.twilio = twilio;
        this.wording = wording;
        this.thinking = thinking;
        this.name = name;
    }

    /** Has so many more callers dial, some each second, and waits until all are in conversation. */
    public void dial(int count, int aSecond) throws InterruptedException {
        for (int n = 0; n < count; n++) {
            CrowdCaller caller = new CrowdCaller(twilio, wording, thinking, name, callers.size(), over, inConversation);
            callers.add(caller);
            calls.add(threads.submit(caller::call));
            Thread.sleep(1000 / aSecond);
        }
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (inConversation.get() < callers.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        inConversation + " of " + callers.size() + " calls are in conversation");
            }
            Thread.sleep(20);
        }
    }

    /** Waits until every call that is not over has had so many more answers. */
    public void converse(int answers) throws InterruptedException {
        int[] until =
                callers.stream().mapToInt(caller -> caller.turns() + answers).toArray();
        long deadline = System.nanoTime() + 120_000_000_000L;
        for (int n = 0; n < until.length; n++) {
            while (callers.get(n).turns() < until[n] && !calls.get(n).isDone()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("call " + n + " does not go on");
                }
                Thread.sleep(20);
            }
        }
    }

    /** Has the socket of every so-manieth call lost. */
    public void dropSockets(int each) {
        for (int n = 0; n < callers.size(); n += each) {
            callers.get(n).drop();
        }
    }

    /** Lets everybody say goodbye, and tells how the calls went. */
    public CrowdReport finish() throws InterruptedException {
        over.set(true);
        List<CrowdCall> made = new ArrayList<>();
        for (Future<CrowdCall> call : calls) {
            try {
                made.add(call.get());
            } catch (ExecutionException broken) {
                throw new IllegalStateException(broken.getCause());
            }
        }
        return new CrowdReport(made);
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
    }
}
