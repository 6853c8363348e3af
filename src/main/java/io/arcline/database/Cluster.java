package io.arcline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's files in a folder: {@code data}, its log beside it, and the mark that {@code data} is being made.
 * Callers see to it that one process at a time starts or stops it.
 *
 * @param folder exists, absolute, without symbolic links
 */
record Cluster(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    private Path making() {
        return folder.resolve("making-data");
    }

    /**
     * The server that runs on these files, empty where none does. Waits while it is starting or stopping; removes the
     * {@code postmaster.pid} of a dead one whose process id another program has now, because PostgreSQL would not
     * start then.
     */
    Optional<LocalServer> running() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<PostmasterFile> file = PostmasterFile.in(data()).filter(PostmasterFile::alive);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            LocalServer server = new LocalServer(file.get().port());
            boolean another;
            try {
                if (server.serves(data())) {
                    return Optional.of(server);
                }
                another = true;
            } catch (SQLException doesNotAnswer) {
                another = file.get().belongsToAnother(data());
            }
            if (another) {
                Files.deleteIfExists(PostmasterFile.path(data()));
                return Optional.empty();
            }
            Pause.milliseconds(100);
        }
        throw new IOException("the PostgreSQL that runs there does not answer");
    }

    /** Prepares for a start; data whose making was interrupted is made anew. */
    void beforeStart() throws IOException {
        Files.deleteIfExists(log());
        // The library keeps this one locked as long as the JVM lives, also after its server has died.
        Files.deleteIfExists(data().resolve("epg-lock"));
        if (Files.exists(making())) {
            delete(data());
        }
        if (!Files.exists(data())) {
            Files.writeString(making(), "");
        }
    }

    /** The data is complete. */
    void started() throws IOException {
        Files.deleteIfExists(making());
    }

    /** The line of the log that says best why there is no server; "" when the log says nothing. */
    String complaint() {
        List<String> lines = logLines();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .filter(line -> !line.contains("the database system is "))
                .findFirst()
                .or(() -> lines.stream().filter(Cluster::isLastWord).findFirst())
                .orElse("")
                .strip();
    }

    /** Whether {@code pg_ctl} has given up. */
    boolean gaveUp() {
        return logLines().stream().anyMatch(Cluster::isLastWord);
    }

    private static boolean isLastWord(String line) {
        return line.startsWith("pg_ctl:") && !line.contains("trying to start server anyway");
    }

    private List<String> logLines() {
        try {
            return Files.readAllLines(log());
        } catch (IOException none) {
            return List.of();
        }
    }

    /** A folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
