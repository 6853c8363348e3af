package io.arcline.system;

import io.arcline.faketwilio.callers.Callers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Fails a test class after which a log of any server has something of a caller: what fake callers said, where that is more than a
 * phrase or two which a log may have for reasons of its own, or a number they called from. What servers write while they stop at the
 * end of the tests is looked at too, and fails the run. Applies to every class, by {@code junit-platform.properties}.
 */
public final class NothingOfCallersInLogs implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_LETTERS = 12;
    private static final int FEWEST_DIGITS = 8;
    private static final int SHOWN = 300;

    private static volatile boolean failed;

    /** How far each log has been read. */
    private static final Map<Object, Long> READ = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(NothingOfCallersInLogs.class))
                .getOrComputeIfAbsent(Run.class);
    }

    /**
     * All tests that JUnit was asked for at once; closed after the last of them. Where one failed it may be asked for once more, in
     * this JVM and with the same servers: then they are left, and the next run ends them.
     */
    private static final class Run implements AutoCloseable {
        Run() {
            failed = false;
        }

        @Override
        public void close() {
            if (!failed) {
                LibertyServer.endAll();
                look();
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        noticeFailure(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        noticeFailure(context);
        look();
    }

    private static void noticeFailure(ExtensionContext context) {
        failed |= context.getExecutionException()
                .filter(thrown -> !(thrown instanceof TestAbortedException))
                .isPresent();
    }

    private static void look() {
        List<String> leaks = new ArrayList<>();
        for (LibertyServer server : LibertyServer.ever()) {
            leaks.addAll(leaks(newLines(server)));
            leaks.addAll(leaks(newLines(server.logs().resolve("messages.log"))));
        }
        if (!leaks.isEmpty()) {
            failed = true;
            throw new AssertionError("callers' words or numbers in a server's log:\n" + String.join("\n", leaks));
        }
    }

    /** The lines of a log that give a caller away, no longer than they are worth showing. */
    static List<String> leaks(String log) {
        List<String> telling = telling();
        return log.lines()
                .filter(line -> telling.stream().anyMatch(line::contains))
                .map(line -> line.substring(0, Math.min(SHOWN, line.length())))
                .toList();
    }

    /** What gives a caller away wherever it stands. */
    static List<String> telling() {
        Stream<String> words = Callers.words().stream()
                .map(String::strip)
                .filter(said -> said.length() >= FEWEST_LETTERS && said.split("\\s+").length >= FEWEST_WORDS);
        Stream<String> numbers = Callers.numbers().stream()
                .filter(number -> !number.equals(Servers.HOTLINE))
                .map(number -> number.replaceFirst("^\\+", ""))
                .filter(number -> number.matches("\\d{" + FEWEST_DIGITS + ",}"));
        return Stream.concat(words.flatMap(NothingOfCallersInLogs::asWritten), numbers)
                .distinct()
                .toList();
    }

    /** In plain logs, and in JSON as Liberty writes it, with a slash escaped too. */
    private static Stream<String> asWritten(String words) {
        String escaped = words.replaceAll("[\\\\\"/]", "\\\\$0");
        return Stream.of(words, escaped);
    }

    private static String newLines(LibertyServer server) {
        String console = server.console();
        long from = Math.min(console.length(), READ.getOrDefault(server, 0L));
        READ.put(server, (long) console.length());
        return console.substring((int) from);
    }

    /** Of a file that grows, or is begun anew at a server's next start. */
    private static String newLines(Path log) {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            long from = READ.getOrDefault(log, 0L);
            from = from > length ? 0 : from;
            byte[] bytes = new byte[Math.toIntExact(length - from)];
            file.seek(from);
            file.readFully(bytes);
            READ.put(log, length);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
