package io.arcline.performance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A production server in a group of processes with a task's share of a processor and memory, by {@code src/test/container/task}. */
final class TaskServer implements AutoCloseable {
    static final int PORT = 18080;
    static final String DOMAIN = "phone.example.net";

    private final Process script;
    private final double readySeconds;
    private final List<Path> groups;

    private TaskServer(Process script, double readySeconds, List<Path> groups) {
        this.script = script;
        this.readySeconds = readySeconds;
        this.groups = groups;
    }

    /**
     * Starts it and waits until it takes calls.
     *
     * @param cpu processors
     * @param megabytes of memory
     * @param folder keeps what the image would hold, for the next one
     */
    static TaskServer start(double cpu, int megabytes, Path folder, int databasePort) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "src/test/container/task",
                        "--cpu",
                        "" + cpu,
                        "--memory",
                        "" + megabytes,
                        "--folder",
                        folder.toString(),
                        "PORT=" + PORT,
                        "PUBLIC_PORT=" + PORT,
                        "DOMAIN=" + DOMAIN,
                        "TWILIO_AUTH_TOKEN=" + Contestant.AUTH_TOKEN)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("DATABASE_URL", "postgresql://postgres:unused@localhost:" + databasePort + "/arcline");
        builder.environment()
                .put(
                        "LIBERTY_HOME",
                        Path.of("target/liberty/wlp").toAbsolutePath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process script = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(script::destroy));
        BufferedReader said = script.inputReader();
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("the task did not start");
        }
        List<String> words = List.of(line.split(" "));
        return new TaskServer(
                script,
                Double.parseDouble(words.getFirst()),
                words.stream().skip(1).map(Path::of).toList());
    }

    /** From its start until it took calls. */
    double readySeconds() {
        return readySeconds;
    }

    /** Bytes that count as taken: without files that can be read again, as ECS and {@code docker stats} count. */
    long memory() {
        long all = Long.parseLong(
                figure("memory.usage_in_bytes", "memory.current").orElseThrow().strip());
        return all - stat("memory.stat", "total_inactive_file", "inactive_file");
    }

    /** Bytes that are the processes' own. */
    long anonymous() {
        return stat("memory.stat", "total_rss", "anon");
    }

    /** Periods of the processor's quota so far, and those of them in which it was used up. */
    long[] periods() {
        return new long[] {stat("cpu.stat", "nr_periods"), stat("cpu.stat", "nr_throttled")};
    }

    /** Processor time of its processes so far. */
    Duration spent() {
        return Duration.ofNanos(figure("cgroup.procs")
                .orElse("")
                .lines()
                .mapToLong(pid -> ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().totalCpuDuration())
                        .map(Duration::toNanos)
                        .orElse(0L))
                .sum());
    }

    boolean isAlive() {
        return script.isAlive();
    }

    private long stat(String file, String... names) {
        List<String> lines = figure(file).orElse("").lines().toList();
        for (String name : names) {
            for (String line : lines) {
                if (line.startsWith(name + " ")) {
                    return Long.parseLong(line.substring(name.length() + 1).strip());
                }
            }
        }
        throw new IllegalStateException(file + " does not tell " + List.of(names));
    }

    /** What the first of these files says that is there. */
    private Optional<String> figure(String... files) {
        List<Path> there = new ArrayList<>();
        for (String file : files) {
            groups.stream()
                    .map(group -> group.resolve(file))
                    .filter(Files::exists)
                    .forEach(there::add);
        }
        try {
            return there.isEmpty() ? Optional.empty() : Optional.of(Files.readString(there.getFirst()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends it, with its group. */
    @Override
    public void close() {
        try {
            script.outputWriter().close();
            if (!script.waitFor(3, TimeUnit.MINUTES)) {
                script.destroyForcibly();
            }
        } catch (IOException gone) {
            script.destroy();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
