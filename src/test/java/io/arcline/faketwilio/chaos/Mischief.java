package io.arcline.faketwilio.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that goes wrong while calls are going on, and what a good server's callers never hear of it. Each leaves the fleet as
 * it found it.
 */
public enum Mischief {
    /** A server is killed like by {@code kill -9}. */
    KILL {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ServerProcess victim = fleet.servers().getFirst();
            victim.kill();
            Thread.sleep(10_000);
            victim.startAgain();
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            objections.unless(report.reconnected() > 0, "no call was on the killed server");
            objections.unless(report.mostApologies() <= 1, "more than one line about one loss");
            objections.unless(report.forgotten() == 0, "calls begun anew");
            objections.unless(report.longestGap().compareTo(GAP) <= 0, "a gap of more than " + GAP);
        }
    },
    /** A server is told to end by SIGTERM. */
    DRAIN {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ends(fleet.servers().getFirst(), ServerProcess::terminate);
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            judgeMoved(report, objections);
        }
    },
    /** A server is told to end by {@code server stop}. */
    STOP {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ends(fleet.servers().getFirst(), ServerProcess::serverStop);
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            judgeMoved(report, objections);
        }
    },
    /** All servers are replaced, one after the other. */
    ROLL {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            for (ServerProcess server : fleet.servers()) {
                ends(server, ServerProcess::terminate);
                Thread.sleep(2_000);
            }
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            judgeMoved(report, objections);
        }
    },
    /** The sockets of a third of the calls are lost. */
    SOCKETS {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            crowd.dropSockets(3);
            Thread.sleep(8_000);
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            objections.unless(report.mostApologies() <= 1, "more than one line about one loss");
            objections.unless(report.forgotten() == 0, "calls begun anew");
        }
    },
    /** The database stops and comes back. */
    DATABASE {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            fleet.database().stop();
            Thread.sleep(away);
            fleet.database().start();
            Thread.sleep(8_000);
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            objections.unless(report.reconnected() == 0, "calls were lost");
        }
    },
    /** The database stops, and in the midst of that a server is killed. */
    DATABASEKILL {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ServerProcess victim = fleet.servers().getFirst();
            fleet.database().stop();
            Thread.sleep(away.dividedBy(2));
            victim.kill();
            Thread.sleep(away.dividedBy(2));
            fleet.database().start();
            Thread.sleep(8_000);
            victim.startAgain();
        }

        @Override
        void judge(CrowdReport report, Objections objections) {
            objections.unless(report.reconnected() > 0, "no call was on the killed server");
            objections.unless(report.mostApologies() <= 1, "more than one line about one loss");
            objections.unless(report.behind() > 0, "nobody was told that something may be missing");
            objections.unless(report.untold() == 0, "callers were not told of the loss");
            objections.unless(report.forgotten() == 0, "calls begun anew");
        }
    };

    /** From the kill of a server to the answer on another one. */
    private static final Duration GAP = Duration.ofSeconds(5);

    /** Does it, and returns when it is over and calls have had the time to go on. */
    public abstract void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception;

    abstract void judge(CrowdReport report, Objections objections);

    /** What was wrong with what callers heard; empty for a good server. */
    public List<String> objections(CrowdReport report) {
        Objections objections = new Objections(new ArrayList<>(report.problems()));
        objections.unless(report.greetedTwice() == 0, "the greeting was heard twice");
        objections.unless(report.disturbed() == 0, "a line about a loss where there was none");
        judge(report, objections);
        return objections.all();
    }

    private static void judgeMoved(CrowdReport report, Objections objections) {
        objections.unless(report.reconnected() > 0, "no call was moved");
        objections.unless(report.failedSessions() == 0, "sessions failed");
        objections.unless(report.mostApologies() == 0, "lines about a loss");
    }

    /** Collects what was wrong. */
    record Objections(List<String> all) {
        void unless(boolean good, String otherwise) {
            if (!good) {
                all.add(otherwise);
            }
        }
    }

    /** By its name in any case. */
    static Mischief named(String name) {
        return valueOf(name.strip().toUpperCase(java.util.Locale.ROOT));
    }

    private static void ends(ServerProcess server, java.util.function.Consumer<ServerProcess> how) {
        long began = System.nanoTime();
        how.accept(server);
        boolean ended = server.awaitEnd(Duration.ofSeconds(150));
        System.out.printf("%s ended: %s, after %.1f s%n", server.name(), ended, (System.nanoTime() - began) / 1e9);
        server.startAgain();
    }
}
