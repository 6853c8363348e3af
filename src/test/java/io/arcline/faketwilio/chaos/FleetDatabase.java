package io.arcline.faketwilio.chaos;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PostgreSQL that the servers of a fleet start for themselves in the folder that they share; can be stopped and made to hang. */
public final class FleetDatabase {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path data;

    FleetDatabase(Path folder) {
        this.data = folder.resolve("postgresql").resolve("data");
    }

    /** A connection to the tables. */
    public Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/arcline", "postgres", "");
    }

    /** Ends it at once, as a crash does. */
    public void stop() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        signal("QUIT", List.of(postmaster));
        postmaster.onExit().join();
    }

    /** Starts it again on its port, by the command line that it was started by. */
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(root() ? List.of("unshare", "-U") : List.of());
        Matcher words = WORD.matcher(Files.readString(data.resolve("postmaster.opts")));
        while (words.find()) {
            command.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        Path log = data.resolveSibling("again.log");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL does not start again; see " + log);
            }
            Thread.sleep(50);
        }
    }

    /** It takes connections and says nothing, until {@link #release()}. */
    public void hang() throws IOException, InterruptedException {
        signal("STOP", everyProcess());
    }

    public void release() throws IOException, InterruptedException {
        signal("CONT", everyProcess());
    }

    /** What servers leave behind that were killed. */
    void end() {
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                signal("CONT", everyProcess());
                signal("INT", List.of(postmaster()));
                postmaster()
                        .onExit()
                        .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                        .join();
            }
        } catch (IOException | RuntimeException gone) {
            System.getLogger(FleetDatabase.class.getName()).log(System.Logger.Level.DEBUG, "no database left", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Socket open = new Socket("localhost", Integer.parseInt(port()));
                Connection connection = connect()) {
            return open.isConnected() && connection.isValid(2);
        } catch (IOException | SQLException | RuntimeException notYet) {
            return false;
        }
    }

    private String port() throws IOException {
        return Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private List<ProcessHandle> everyProcess() throws IOException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
