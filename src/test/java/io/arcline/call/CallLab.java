package io.arcline.call;

import io.arcline.call.saved.CallsTable;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.SavedCalls;
import io.arcline.call.saved.StateWriter;
import io.arcline.database.AwayDatabase;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.Talk;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** One call in a world where time and errands go on only when a test says so. */
final class CallLab {
    static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Dialog DIALOG = Dialog.load();

    final RecordingLine line = new RecordingLine();
    final List<String> stored = new ArrayList<>();
    final RecordingObserver observer = new RecordingObserver();
    final List<UUID> ids = new ArrayList<>();
    final Switchboard switchboard;
    final StateWriter states;
    final Call call;
    private final Deque<Runnable> errands = new ArrayDeque<>();
    private final StringBuffer told = new StringBuffer();
    private volatile Runnable begun = () -> {};
    private volatile Thread answering;
    private volatile Hearer hearer;
    private volatile Talk talk;
    private volatile boolean brokenOff;
    private volatile CompletableFuture<Assistant.End> ending;
    private long now = 1_000_000_000L;

    CallLab() {
        this(false);
    }

    /** @param repeats whether the carrier connects again by itself */
    CallLab(boolean repeats) {
        CallsTable away = new CallsTable(new AwayDatabase(), "lab");
        states = new StateWriter(away, new CopiedCalls(away), true);
        CallFactory factory = new CallFactory(
                () -> DIALOG,
                new Errands(new Reports(), new Messages(), this::answer, texts(), SecondOpinion.none()),
                errands::add,
                new Journal(
                        entries -> {},
                        Waiting.in(Path.of("target", "call-lab"), 1_000_000),
                        InstantSource.fixed(Instant.EPOCH)),
                new CallerIdentity(List.of("key")),
                true,
                List.of(observer),
                CallTimes.withSilence(SILENCE),
                states,
                repeats,
                InstantSource.fixed(Instant.EPOCH),
                () -> now);
        Recalling recalling = new Recalling(
                new SavedCalls(away, states, new CopiedCalls(away), Executors.newVirtualThreadPerTaskExecutor()),
                Runnable::run,
                new Fates());
        switchboard = new Switchboard(factory, recalling, 10, 10);
        call = ((Switchboard.Connection.Connected) switchboard.connect(
                        new CallInfo("CA1", "VX1", "+15550100001", "+15550100009", Instant.EPOCH), line))
                .call();
        call.post(new CallEvent.Connected());
    }

    /** A call comes back that has been connected before. */
    Call resume(CallInfo info, RecordingLine on) {
        return ((Switchboard.Connection.Connected) switchboard.resume(info, on)).call();
    }

    /** The caller says something, of which the carrier reports the end only. */
    void say(String words) {
        call.post(new CallEvent.Utterance(words, "en-GB", true));
    }

    /** The carrier plays all of the newest reply and reports so. */
    void hear() {
        call.post(new CallEvent.ShaniSpeaking(true));
        for (String clause : line.reply().strip().split("(?<=[.?!]) ")) {
            call.post(new CallEvent.Played(clause));
        }
        call.post(new CallEvent.ShaniSpeaking(false));
    }

    /** Time passes; the clock looks in every tenth of a second. */
    void pass(Duration time) {
        passFor(call, time);
    }

    /** The same for another call. */
    void passFor(Call other, Duration time) {
        long until = now + time.toNanos();
        while (now < until) {
            now = Math.min(until, now + 100_000_000L);
            other.tick(now);
        }
    }

    /** Time passes without the clock looking in. */
    void leap(Duration time) {
        now += time.toNanos();
    }

    /** The oldest errand under way comes to its end. */
    void finishErrand() {
        errands.remove().run();
    }

    int errandsUnderWay() {
        return errands.size();
    }

    /** The assistant is asked, and answers when a test says so. */
    void answering() {
        Runnable errand = errands.remove();
        Semaphore asked = new Semaphore(0);
        begun = asked::release;
        answering = Thread.ofVirtual().start(errand);
        asked.acquireUninterruptibly();
    }

    /** The assistant says something. */
    void answers(String piece) {
        told.append(piece);
        hearer.hear(piece);
    }

    /** The assistant has finished. */
    void answered(Assistant.End end) {
        ending.complete(end);
        try {
            answering.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether the assistant was told to stop. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    /** What the assistant was told of the conversation, all in one. */
    String earlier() {
        return talk.earlier().toString();
    }

    private Assistant.Answer answer(Assistant.Question question, Talk asked, Hearer listener) {
        talk = asked;
        hearer = listener;
        listener.onGone(() -> brokenOff = true);
        told.setLength(0);
        ending = new CompletableFuture<>();
        begun.run();
        Assistant.End end = ending.join();
        return new Assistant.Answer(told.toString(), end);
    }

    private static TextMessages texts() {
        return (id, to, called, body) -> TextMessages.Result.SENT;
    }

    private final class Reports implements IntelReports {
        @Override
        public void store(UUID id, String content) {
            stored.add(content);
            ids.add(id);
        }

        @Override
        public List<String> anyVerified(int count, int newest) {
            return List.of();
        }
    }

    private final class Messages implements ScrappyMessages {
        @Override
        public void store(UUID id, String content) {
            stored.add(content);
        }
    }
}
