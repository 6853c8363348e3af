package io.arcline.call.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.call.saved.Receipt.Result;
import io.arcline.database.AwayDatabase;
import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.KeptTable;
import io.arcline.database.Migration;
import io.arcline.database.Retention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The group commit on the table {@code calls} of a real PostgreSQL. */
class StateWriterTest {
    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource database;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AwayDatabase awayAtTimes = new AwayDatabase() {
        @Override
        public Connection getConnection() throws SQLException {
            return away.get() ? super.getConnection() : database.getConnection();
        }
    };
    private final CallsTable table = new CallsTable(awayAtTimes, "this");
    private final CopiedCalls copies = new CopiedCalls(table);
    private final StateWriter writer = new StateWriter(table, copies, true);
    private final BlockingQueue<Result> receipts = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.in(folder);
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
        database.setStringType("unspecified");
        Migration.migrate(database);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        run("truncate calls");
        threads.submit(writer::run);
    }

    @AfterEach
    void end() {
        writer.close();
        threads.close();
    }

    @Test
    void ofEachCallItsLatestStateIsWrittenWithManyCallsInOneStatement() throws Exception {
        for (int turn = 0; turn < 10; turn++) {
            for (int call = 0; call < 500; call++) {
                save("CA" + call, 1, turn, "{\"turn\": " + turn + "}");
            }
        }
        awaitAllSaved();
        assertThat(text("select count(*) || ' ' || min(state ->> 'turn') from calls"))
                .isEqualTo("500 9");
        assertThat(writer.figures().statements()).isLessThan(10);
    }

    @Test
    void anEarlierHolderNeverWritesOverALaterOne() throws Exception {
        save("CA1", 2, 1, "{\"by\": \"new\"}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        save("CA1", 1, 99, "{\"by\": \"old\"}");
        assertThat(receipt()).isEqualTo(Result.SUPERSEDED);
        assertThat(text("select state ->> 'by' from calls where call_sid = 'CA1'"))
                .isEqualTo("new");
        assertThat(writer.figures().superseded()).isOne();
    }

    @Test
    void aStateThatIsWrittenAgainIsSaved() throws Exception {
        save("CA1", 1, 1, "{}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        save("CA1", 1, 1, "{}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
    }

    @Test
    void whatIsOverIsForgottenAndStaysSo() throws Exception {
        save("CA1", 1, 1, "{\"words\": \"secret\"}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        writer.over("CA1");
        awaitAllSaved();
        save("CA1", Long.MAX_VALUE - 1, 1, "{}");
        assertThat(receipt()).isEqualTo(Result.SUPERSEDED);
        assertThat(text("select state is null from calls where call_sid = 'CA1'"))
                .isEqualTo("t");
        assertThat(saved().of("CA1")).isInstanceOf(Recollection.Unknown.class);
    }

    @Test
    void whileTheDatabaseIsAwayStatesStayAndAreSavedWhenItIsBack() throws Exception {
        away.set(true);
        for (int turn = 0; turn < 5; turn++) {
            save("CA1", 1, turn, "{\"turn\": " + turn + "}");
        }
        while (writer.figures().failures() < 2) {
            Thread.onSpinWait();
        }
        assertThat(writer.waiting()).isOne();
        assertThat(writer.behindMillis()).isPositive();
        assertThat(saved().of("CA1"))
                .isInstanceOfSatisfying(
                        Recollection.Known.class,
                        known -> assertThat(known.saved().state()).isEqualTo("{\"turn\": 4}"));
        assertThat(saved().of("CA2")).isInstanceOf(Recollection.Unknown.class);
        away.set(false);
        assertThat(receipt()).isEqualTo(Result.SAVED);
        awaitAllSaved();
        assertThat(text("select state ->> 'turn' from calls where call_sid = 'CA1'"))
                .isEqualTo("4");
    }

    @Test
    void whatWasWrittenBeforeTheDatabaseWasAwayMayLackTurns() throws Exception {
        save("CA1", 1, 1, "{}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        assertThat(known("CA1").behind()).isFalse();
        run("update calls set updated_at = now() - interval '20 seconds'");
        assertThat(known("CA1").behind()).isFalse();
        away.set(true);
        save("CA2", 1, 1, "{}");
        while (writer.figures().failures() == 0) {
            Thread.onSpinWait();
        }
        away.set(false);
        awaitAllSaved();
        assertThat(known("CA1").behind()).isTrue();
        assertThat(known("CA2").behind()).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayTheCopyOfWhatAnotherServerWroteIsThere() throws Exception {
        CallsTable others = new CallsTable(awayAtTimes, "another");
        copies.look();
        others.save(List.of(saved("CA1", 1, "{\"turn\": 1}"), saved("CA2", 1, "{\"turn\": 1}")));
        copies.look();
        others.save(List.of(saved("CA1", 2, "{\"turn\": 2}"), SavedCall.over("CA2")));
        copies.look();
        away.set(true);
        copies.look();
        assertThat(known("CA1").saved().state()).isEqualTo("{\"turn\": 2}");
        assertThat(known("CA1").behind()).isTrue();
        assertThat(saved().of("CA2")).isInstanceOf(Recollection.Unknown.class);
    }

    @Test
    void whatAServerOfThisNameWroteBeforeIsCopiedToo() throws Exception {
        table.save(List.of(saved("CA1", 1, "{\"turn\": 1}")));
        copies.look();
        away.set(true);
        assertThat(known("CA1").saved().state()).isEqualTo("{\"turn\": 1}");
    }

    @Test
    void anOlderCopyOfACallDoesNotTakeThePlaceOfALaterOne() throws Exception {
        save("CA1", 2, 1, "{\"turn\": 2}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        run("update calls set generation = 1, state = '{\"turn\": 1}', server = 'another'");
        copies.look();
        away.set(true);
        assertThat(known("CA1").saved().state()).isEqualTo("{\"turn\": 2}");
    }

    private static SavedCall saved(String callSid, long sequence, String state) {
        return new SavedCall(callSid, 1, sequence, state);
    }

    @Test
    void whileTheDatabaseIsAwayTheCopyOfWhatThisServerWroteIsThere() throws Exception {
        save("CA1", 1, 1, "{\"turn\": 1}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        save("CA2", 1, 1, "{\"turn\": 1}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        save("CA1", 1, 2, "{\"turn\": 2}");
        assertThat(receipt()).isEqualTo(Result.SAVED);
        writer.over("CA2");
        awaitAllSaved();
        away.set(true);
        assertThat(known("CA1").saved().state()).isEqualTo("{\"turn\": 2}");
        assertThat(known("CA1").behind()).isTrue();
        assertThat(saved().of("CA2")).isInstanceOf(Recollection.Unknown.class);
    }

    @Test
    void nothingIsLostBetweenThreadsAndTheWriter() throws Exception {
        Map<String, Integer> last = new ConcurrentHashMap<>();
        List<Thread> callers = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            int number = n;
            callers.add(Thread.startVirtualThread(() -> {
                for (int turn = 0; turn < 2_000; turn++) {
                    writer.save("CA" + number, 1, turn, new State(turn)::json, result -> {});
                    last.put("CA" + number, turn);
                    if (turn % 50 == 0) {
                        Thread.yield();
                    }
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        awaitAllSaved();
        assertThat(text("select count(*) || ' ' || min((state ->> 'turn')::int) from calls"))
                .isEqualTo("8 1999");
    }

    @Test
    void oldRowsAreDeleted() throws Exception {
        save("CA1", 1, 1, "{}");
        save("CA2", 1, 1, "{}");
        awaitAllSaved();
        run("update calls set updated_at = now() - interval '3 hours' where call_sid = 'CA1'");
        KeptTable calls = KeptTable.ofCall("calls", "call_sid").until("updated_at", CallsTable.KEPT);
        assertThat(new Retention(database, List.of(calls), InstantSource.system()).run())
                .containsExactly(Map.entry("calls", 1L));
        assertThat(text("select call_sid from calls")).isEqualTo("CA2");
    }

    private record State(int turn) {
        String json() {
            return "{\"turn\": " + turn + "}";
        }
    }

    private void save(String callSid, long generation, long sequence, String json) {
        writer.save(callSid, generation, sequence, () -> json, receipts::add);
    }

    private Result receipt() throws InterruptedException {
        return receipts.poll(30, TimeUnit.SECONDS);
    }

    private void awaitAllSaved() {
        while (writer.waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    private SavedCalls saved() {
        return new SavedCalls(table, writer, copies, threads);
    }

    private Recollection.Known known(String callSid) {
        return (Recollection.Known) saved().of(callSid);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
