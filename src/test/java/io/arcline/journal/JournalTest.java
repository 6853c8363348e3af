package io.arcline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.journal.JournalEntry.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds in the table after outages, restarts and full disks. */
class JournalTest {
    private static final long ROOM = 10_000_000;

    @TempDir
    Path folder;

    private final Table table = new Table();
    private Journal journal;
    private Thread writing;

    @AfterEach
    void end() throws InterruptedException {
        if (writing != null) {
            stop();
        }
    }

    @Test
    void entriesComeInTheirOrder() throws Exception {
        start(ROOM);
        write(0, 2_000);
        await(() -> table.size() == 2_000);
        assertThat(table.messages()).isEqualTo(numbers(0, 2_000));
    }

    @Test
    void anOutageLosesNothingAndKeepsTheOrder() throws Exception {
        start(ROOM);
        write(0, 100);
        await(() -> table.size() == 100);
        table.away = true;
        write(100, 5_000);
        await(() -> journal.spooled() > 0 && journal.backlog() == 0);
        table.away = false;
        write(5_000, 5_100);
        await(() -> table.size() == 5_100);
        assertThat(table.messages()).isEqualTo(numbers(0, 5_100));
        assertThat(journal.dropped()).isZero();
        await(() -> journal.spooled() == 0);
    }

    @Test
    void whatWaitsIsWrittenByTheNextStart() throws Exception {
        table.away = true;
        start(ROOM);
        write(0, 3_000);
        stop();
        assertThat(table.messages()).isEmpty();
        start(ROOM);
        write(3_000, 3_010);
        table.away = false;
        await(() -> table.size() == 3_010);
        assertThat(table.messages()).isEqualTo(numbers(0, 3_010));
    }

    @Test
    void aLineThatAKilledProcessLeftUnfinishedHoldsNobodyUp() throws Exception {
        table.away = true;
        start(ROOM);
        write(0, 10);
        stop();
        Files.writeString(segment(), "{\"id\":\"5e", StandardOpenOption.APPEND);
        start(ROOM);
        write(10, 20);
        await(() -> journal.backlog() == 0);
        table.away = false;
        await(() -> table.size() == 20);
        assertThat(table.messages()).isEqualTo(numbers(0, 20));
    }

    @Test
    void aLongOutageDropsDebugFirstCountsAndTellsOfIt() throws Exception {
        table.away = true;
        start(40_000);
        int each = 400;
        for (int i = 0; i < each; i++) {
            journal.write("CA1", Level.DEBUG, "debug", Map.of());
            journal.write("CA1", Level.ERROR, "error " + i, Map.of());
            int so = i;
            await(() -> so % 20 != 0 || journal.backlog() == 0);
        }
        await(() -> journal.backlog() == 0);
        long dropped = journal.dropped();
        table.away = false;
        await(() -> table.messages().contains("journal entries dropped"));
        long debug = table.messages().stream().filter("debug"::equals).count();
        long errors =
                table.messages().stream().filter(m -> m.startsWith("error")).count();
        assertThat(dropped).isEqualTo(2 * each - debug - errors).isPositive();
        assertThat(errors).isGreaterThan(debug + 50);
        assertThat(table.entries.getLast().metadata()).containsEntry("entries", dropped);
    }

    @Test
    void withoutADiskItWaitsInMemory() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        table.away = true;
        start(file, ROOM);
        write(0, 700);
        table.away = false;
        await(() -> table.size() == 700);
        assertThat(table.messages()).isEqualTo(numbers(0, 700));
    }

    @Test
    void aSecondServerDoesNotTouchTheFirstOnesFolder() throws Exception {
        table.away = true;
        start(ROOM);
        write(0, 5);
        await(() -> journal.spooled() > 0 && journal.backlog() == 0);
        Waiting second = Waiting.in(folder, ROOM);
        assertThat(second.isEmpty()).isTrue();
        assertThat(second.keep(List.of())).isFalse();
    }

    private void start(long room) {
        start(folder, room);
    }

    private void start(Path where, long room) {
        journal = new Journal(table::insert, Waiting.in(where, room), InstantSource.system());
        writing = Thread.ofPlatform().start(journal::run);
    }

    private void stop() throws InterruptedException {
        journal.close();
        writing.join();
        writing = null;
    }

    private void write(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> journal.write("CA1", Level.INFO, String.valueOf(i), Map.of("n", i, "what", "ä\n\"")));
    }

    private Path segment() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            Thread.yield();
        }
    }

    /** A table that can be away, and that fails after having written at times, as a lost connection does. */
    private static final class Table {
        final List<JournalEntry> entries = new ArrayList<>();
        volatile boolean away;
        private int batches;

        synchronized void insert(List<JournalEntry> batch) {
            if (away) {
                throw new IllegalStateException("away");
            }
            for (JournalEntry entry : batch) {
                if (entries.stream().noneMatch(there -> there.id().equals(entry.id()))) {
                    entries.add(entry);
                }
            }
            if (++batches % 7 == 2) {
                throw new IllegalStateException("written, but nobody knows");
            }
        }

        synchronized List<String> messages() {
            return entries.stream().map(JournalEntry::message).toList();
        }

        synchronized int size() {
            return entries.size();
        }
    }
}
