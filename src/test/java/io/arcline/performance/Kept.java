package io.arcline.performance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was measured, as it is kept: JSON in {@code docs/performance}, named by what it is, its day and its commit. */
final class Kept {
    static final Path FOLDER = Path.of("docs", "performance");

    private Kept() {}

    /**
     * The beginning of what is kept: its name, when and where it was measured, and of which commit.
     *
     * @param kind before the day in its name, such as "soak-"; "" for the suite
     */
    static JsonObjectBuilder now(String kind) throws IOException {
        String commit = Contestant.printed("git", "rev-parse", "--short", "HEAD");
        return Json.createObjectBuilder()
                .add("name", kind + LocalDate.now(ZoneOffset.UTC) + "-" + commit)
                .add("at", Instant.now().toString())
                .add("commit", commit)
                .add(
                        "changed",
                        !Contestant.printed("git", "status", "--porcelain", "src")
                                .isEmpty())
                .add("machine", machine());
    }

    /** Writes it, and the page from it. */
    static void keep(JsonObject found) throws IOException {
        Path kept = Files.createDirectories(FOLDER).resolve(found.getString("name") + ".json");
        Files.writeString(kept, found + "\n");
        PerformancePage.write();
        System.out.println("kept in " + kept);
    }

    /** The newest of a kind. */
    static Optional<JsonObject> newest(String kind) throws IOException {
        return all(kind).reversed().stream().findFirst();
    }

    /** All of a kind, the oldest first. */
    static List<JsonObject> all(String kind) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches(kind + "\\d.*\\.json"))
                    .map(Kept::read)
                    .sorted(Comparator.comparing(found -> found.getString("at")))
                    .toList();
        }
    }

    private static JsonObject read(Path file) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObjectBuilder machine() throws IOException {
        String processor = Files.lines(Path.of("/proc/cpuinfo"))
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
        return Json.createObjectBuilder()
                .add("processor", processor)
                .add("cores", Integer.parseInt(Contestant.printed("nproc", "--all")))
                .add("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .add("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))
                .add("loadAverage", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }
}
