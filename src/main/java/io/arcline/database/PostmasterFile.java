package io.arcline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into {@code postmaster.pid} of its data folder: the process id in the first line,
 * the port in the fourth ("postmaster.pid" in PostgreSQL's documentation of the database file layout). The file stays
 * behind when the server is killed, so its process may be gone, or another program by now.
 *
 * @param pid the postmaster's process id
 * @param port the port that it listens on
 */
record PostmasterFile(long pid, int port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The file of a data folder; empty where there is none, or where it is not written completely yet. */
    static Optional<PostmasterFile> in(Path data) {
        try {
            List<String> lines = Files.readAllLines(path(data));
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Long.parseLong(lines.get(PID_LINE).strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException absentOrUnfinished) {
            return Optional.empty();
        }
    }

    static Path path(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Whether the process lives. */
    boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /**
     * Whether the process is something else than the server of {@code data}: a process id is given to another program
     * after its first owner is gone. A process that this user may not look at is not this user's server either.
     */
    boolean belongsToAnother(Path data) {
        ProcessHandle.Info info = ProcessHandle.of(pid).map(ProcessHandle::info).orElse(null);
        if (info == null || info.command().isEmpty()) {
            return true;
        }
        String program = String.valueOf(Path.of(info.command().get()).getFileName());
        return !program.startsWith("postgres")
                || info.arguments()
                        .filter(words -> !List.of(words).contains(data.toString()))
                        .isPresent();
    }
}
