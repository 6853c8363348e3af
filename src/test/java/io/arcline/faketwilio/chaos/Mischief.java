package io.arcline.faketwilio.chaos;

import java.time.Duration;

/** Something that goes wrong while calls are going on. Each leaves the fleet as it found it. */
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
    },
    /** A server is told to end by SIGTERM. */
    DRAIN {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ends(fleet.servers().getFirst(), ServerProcess::terminate);
        }
    },
    /** A server is told to end by {@code server stop}. */
    STOP {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            ends(fleet.servers().getFirst(), ServerProcess::serverStop);
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
    },
    /** The sockets of a third of the calls are lost. */
    SOCKETS {
        @Override
        public void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception {
            crowd.dropSockets(3);
            Thread.sleep(8_000);
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
    };

    /** Does it, and returns when it is over and calls have had the time to go on. */
    public abstract void happens(Fleet fleet, Crowd crowd, Duration away) throws Exception;

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
