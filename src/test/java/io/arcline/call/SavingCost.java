package io.arcline.call;

import io.arcline.call.saved.CallsTable;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.SavedCalls;
import io.arcline.call.saved.SavingFigures;
import io.arcline.call.saved.StateWriter;
import io.arcline.database.AwayDatabase;
import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.Migration;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What saving costs: a thousand calls, each with a turn a second, on a real PostgreSQL, and the copy of them each second; the time
 * of a turn with and without saving in turns of some seconds, statements a second, and how far the table is behind. {@code ./mvnw -q test-compile exec:java
 * -Dexec.mainClass=io.arcline.call.SavingCost -Dexec.classpathScope=test}.
 */
public final class SavingCost {
    private static final int CALLS = 1_000;
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final long SEED = 20261123;

    private SavingCost() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "saving-cost");
        try (EmbeddedDatabase server = EmbeddedDatabase.in(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(server.jdbcUrl());
            database.setUser(server.user());
            database.setStringType("unspecified");
            Migration.migrate(database);
            try (Connection kept = database.getConnection()) {
                CallsTable table = new CallsTable(new OneConnection(kept), "cost");
                StateWriter on = new StateWriter(table, new CopiedCalls(table), true);
                StateWriter off = new StateWriter(table, new CopiedCalls(table), false);
                threads.submit(on::run);
                List<Long> looks = new CopyOnWriteArrayList<>();
                CopiedCalls copies = new CopiedCalls(new CallsTable(database, "another"));
                Future<?> looking = threads.submit(() -> {
                    while (true) {
                        Thread.sleep(CopiedCalls.EACH);
                        long began = System.nanoTime();
                        copies.look();
                        looks.add((System.nanoTime() - began) / 1_000);
                    }
                });
                List<Call> saved = calls(table, on, threads);
                List<Call> unsaved = calls(table, off, threads);
                turns(saved);
                turns(unsaved);
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    long[] without = turns(unsaved);
                    on.figures().takeLongestLagMicros();
                    long statements = on.figures().statements();
                    long states = on.figures().states();
                    long began = System.nanoTime();
                    Sampler sampler = new Sampler(on.figures());
                    Future<?> sampling = threads.submit(sampler);
                    long[] with = turns(saved);
                    double seconds = (System.nanoTime() - began) / 1e9;
                    sampling.cancel(true);
                    ratios.add((double) with[with.length / 2] / without[without.length / 2]);
                    System.out.printf(
                            Locale.ROOT,
                            "round %d: %.1f statements/s, %.0f states/s, lag %.1f ms (p50) %.1f ms (longest), a statement %.1f ms (p50) %.1f ms"
                                    + " (longest); a turn %.1f µs (p50) %.1f µs (p99)"
                                    + " with, %.1f µs %.1f µs without%n",
                            round,
                            (on.figures().statements() - statements) / seconds,
                            (on.figures().states() - states) / seconds,
                            Sampler.middle(sampler.lags),
                            on.figures().takeLongestLagMicros() / 1e3,
                            Sampler.middle(sampler.statements),
                            sampler.statements.stream()
                                            .mapToLong(Long::longValue)
                                            .max()
                                            .orElse(0)
                                    / 1e3,
                            with[with.length / 2] / 1e3,
                            with[with.length * 99 / 100] / 1e3,
                            without[without.length / 2] / 1e3,
                            without[without.length * 99 / 100] / 1e3);
                }
                ratios.sort(null);
                looking.cancel(true);
                System.out.printf(
                        Locale.ROOT,
                        "a look into the table for the copy: %.1f ms (p50) %.1f ms (longest)%n",
                        Sampler.middle(looks),
                        looks.stream().mapToLong(Long::longValue).max().orElse(0) / 1e3);
                System.out.printf(Locale.ROOT, "median of a turn with : without saving: %s%n", ratios);
                on.close();
            }
        }
        System.exit(0);
    }

    /** Every call has a turn a second, evenly spread; gives the times of the turns, sorted. */
    private static long[] turns(List<Call> calls) {
        String[] words = {
            "loot", "menu", "extraction", "at the dam by the old gate", "repeat", "submit intel", "help", "menu"
        };
        Random random = new Random(SEED);
        int count = (int) (ROUND.toSeconds() * CALLS);
        long[] nanos = new long[count];
        long began = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long due = began + n * 1_000_000_000L / CALLS;
            LockSupport.parkNanos(due - System.nanoTime());
            CallEvent event = new CallEvent.Utterance(words[random.nextInt(words.length)], "en-GB", true);
            Call call = calls.get(n % CALLS);
            long before = System.nanoTime();
            call.post(event);
            nanos[n] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static List<Call> calls(CallsTable table, StateWriter writer, ExecutorService threads) throws Exception {
        Dialog dialog = Dialog.load();
        CallFactory factory = new CallFactory(
                () -> dialog,
                new Errands(
                        new Nothing(),
                        (id, content) -> {},
                        (question, talk, hearer) -> new Assistant.Answer("Crates.", Assistant.End.WHOLE),
                        (id, to, from, body) -> TextMessages.Result.SENT,
                        SecondOpinion.none()),
                Runnable::run,
                new Journal(
                        entries -> {},
                        Waiting.in(Files.createTempDirectory(Path.of("target"), "saving-cost"), 1_000_000),
                        InstantSource.system()),
                new CallerIdentity(List.of("key")),
                false,
                List.of(),
                CallTimes.withSilence(Duration.ofSeconds(8)),
                writer,
                false,
                InstantSource.system(),
                System::nanoTime);
        Recalling recalling =
                new Recalling(new SavedCalls(table, writer, new CopiedCalls(table), threads), threads, new Fates());
        Switchboard switchboard = new Switchboard(factory, recalling, CALLS, CALLS);
        List<Call> calls = new ArrayList<>();
        for (int n = 0; n < CALLS; n++) {
            var info = new CallInfo("CA%032d".formatted(n), "VX", "+1555%07d".formatted(n), "+1555", Instant.now());
            Call call = ((Switchboard.Connection.Connected) switchboard.connect(info, new Silent())).call();
            call.post(new CallEvent.Connected());
            calls.add(call);
        }
        return calls;
    }

    /** Looks at each statement, as far as it comes to see them. */
    private static final class Sampler implements Runnable {
        final List<Long> lags = new CopyOnWriteArrayList<>();
        final List<Long> statements = new CopyOnWriteArrayList<>();
        private final SavingFigures figures;

        Sampler(SavingFigures figures) {
            this.figures = figures;
        }

        @Override
        public void run() {
            long seen = figures.statements();
            while (!Thread.currentThread().isInterrupted()) {
                long now = figures.statements();
                if (now != seen) {
                    seen = now;
                    lags.add(figures.lastLagMicros());
                    statements.add(figures.lastStatementMicros());
                }
                LockSupport.parkNanos(5_000_000);
            }
        }

        /** In milliseconds. */
        static double middle(List<Long> micros) {
            List<Long> sorted = micros.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2) / 1e3;
        }
    }

    private static final class Nothing implements io.arcline.hotline.errand.IntelReports {
        @Override
        public void store(java.util.UUID id, String content) {}

        @Override
        public List<String> anyVerified(int count, int newest) {
            return List.of();
        }
    }

    /** A line on which nobody listens. */
    private static final class Silent implements Line {
        @Override
        public void say(Spoken part, boolean last) {}

        @Override
        public void hush() {}

        @Override
        public void language(String language) {}

        @Override
        public void end() {}

        @Override
        public void move() {}

        @Override
        public void abandon(String reason) {}
    }

    /** A pool of one connection, which is what the one writer needs. */
    private static final class OneConnection extends AwayDatabase {
        private final Connection connection;

        OneConnection(Connection kept) {
            this.connection = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    SavingCost.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(kept, arguments));
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connection;
        }
    }
}
