package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chaos from the command line: {@code ./mvnw -q test-compile exec:java@chaos}. Two servers, a load balancer, calls; then things go
 * wrong one after the other, and it is told what callers heard. Ends with 0 where all went as it should.
 */
public final class Chaos {
    private static final String HELP = """
            Two servers behind HAProxy, calls through it, and what goes wrong meanwhile (-Dexec.args="..."):

              --calls N       at a time (default 40)
              --do LIST       of kill, drain, stop, roll, sockets, database, databasekill (default: kill,roll,sockets,database)
              --speed N       so many times faster than a real line (default 1)
              --drain SECS    the servers' DRAIN_SECONDS (default 30)
              --away SECS     the database is away (default 20)
              --think MILLIS  from an answer to the caller's next words (default 500)
              --set NAME=V    further environment of the servers

            The servers run from target/liberty, so "./mvnw -DskipTests package liberty:create liberty:deploy" comes first.""";

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new TreeMap<>();
        Map<String, String> environment = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || !arguments[i].startsWith("--")) {
                System.out.println(HELP);
                return;
            }
            String[] pair = arguments[i + 1].split("=", 2);
            if (arguments[i].equals("--set") && pair.length == 2) {
                environment.put(pair[0], pair[1]);
            } else {
                options.put(arguments[i].substring(2), arguments[i + 1]);
            }
        }
        environment.putIfAbsent("DRAIN_SECONDS", options.getOrDefault("drain", "30"));
        System.exit(run(options, environment) ? 0 : 1);
    }

    private static boolean run(Map<String, String> options, Map<String, String> environment) throws Exception {
        int calls = Integer.parseInt(options.getOrDefault("calls", "40"));
        double speed = Double.parseDouble(options.getOrDefault("speed", "1"));
        Duration thinking = Duration.ofMillis(Long.parseLong(options.getOrDefault("think", "500")));
        Duration away = Duration.ofSeconds(Long.parseLong(options.getOrDefault("away", "20")));
        Path target = Path.of(options.getOrDefault("target", "target")).toAbsolutePath();
        FleetSettings settings = new FleetSettings(
                target.resolve("liberty/wlp"),
                options.getOrDefault("server", "arcline"),
                target.resolve("chaos-" + ProcessHandle.current().pid()),
                options.getOrDefault("jvm", ""),
                environment);
        boolean good = true;
        try (Fleet fleet = Fleet.start(settings, 2);
                FakeTwilio twilio = fleet.carrier()
                        .line(LineSettings.faster(speed))
                        .patience(Duration.ofSeconds(60))
                        .start()) {
            for (String what :
                    options.getOrDefault("do", "kill,roll,sockets,database").split(",")) {
                try (Crowd crowd = new Crowd(twilio, Wording.arcLine(), thinking, what + System.nanoTime())) {
                    crowd.dial(calls, Math.max(10, calls / 5));
                    Thread.sleep(3_000);
                    Mischief mischief = Mischief.named(what);
                    mischief.happens(fleet, crowd, away);
                    CrowdReport report = crowd.finish();
                    List<String> wrong = new ArrayList<>(mischief.objections(report));
                    try (Connection database = fleet.database().connect()) {
                        wrong.addAll(report.misstored(database));
                    }
                    System.out.println(what + ": " + report + "; " + (wrong.isEmpty() ? "good" : "NOT GOOD"));
                    wrong.stream().limit(5).forEach(System.out::println);
                    good &= wrong.isEmpty();
                }
            }
        }
        return good;
    }
}
