package io.arcline.faketwilio.load;

import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How a server is loaded.
 *
 * @param target the server
 * @param calls at a time
 * @param connectRate calls dialled a second
 * @param think between a reply and the caller's next turn, on average
 * @param rate turns a second of all calls together, whatever the server does; 0 where each waits for its reply
 * @param warmUp talking before it counts
 * @param measured how long it counts
 * @param patience for a reply
 * @param script by its name
 * @param events whether the carrier's events around speech are sent
 * @param lose after one reply in so many the socket is lost and the caller comes back; 0 for never
 * @param seed of what is random
 * @param threads that drive the calls
 * @param gather how long a thread lets what arrives gather before it looks again; zero to be woken by it
 * @param serverPid the process whose processor time is told; 0 for none
 * @param turns where each turn goes, as lines of numbers; null for nowhere
 * @param json where the result goes as JSON; null for nowhere
 * @param svg where the picture goes; null for nowhere
 * @param title of the picture
 */
record LoadOptions(
        Target target,
        int calls,
        double connectRate,
        Duration think,
        double rate,
        Duration warmUp,
        Duration measured,
        Duration patience,
        String script,
        boolean events,
        int lose,
        long seed,
        int threads,
        Duration gather,
        long serverPid,
        String turns,
        String json,
        String svg,
        String title) {

    static final int MOST_CALLS = 10_000;
    private static final double MOST_RATE = 1_000_000;

    static final String HELP = """
            Calls a ConversationRelay server many times at once, checks every reply, and measures how long each took.

              --server URL        the server (default http://localhost:$PORT, or port 8080)
              --socket URL        connect to this WebSocket at once (ws://...), without asking for TwiML
              --calls N           calls at a time, up to 10000 (default 100)
              --connect-rate N    calls dialled a second (default 500)
              --think SECS        closed loop: from a reply to the caller's next turn, on average (default 0)
              --rate N            open loop instead: turns a second of all calls together; one that begins late because
                                  the reply before is not there yet is measured from when it should have begun
              --script NAME       tour (default), tour-without-stores, visit, mix, anything, or a file
              --events            send the carrier's events around speech, too
              --lose N            after one reply in N lose the socket and come back as the carrier does, twice a call at
                                  most (default 0: never)
              --warm-up SECS      talking before it counts (default 3)
              --seconds SECS      how long it counts (default 10)
              --patience SECS     for a reply; a call that waits longer has failed (default 10)
              --threads N         that drive the calls, 1 to 8 (default 1)
              --gather MICROS     let what arrives gather for so long before looking at it, as network cards do, instead of
                                  being woken by each frame (default 0): the machine takes fewer interrupts, and every
                                  reply is seen up to so much later
              --seed N            of what is random (default 1)
              --server-pid PID    tell the processor time of this process, too (Linux)
              --turns FILE        write each turn that counts as a line: call, turn, when it began, when the first frame came
                                  that the script asks for, when the last one did, in nanoseconds of the machine's clock
              --json FILE         write the result as JSON
              --svg FILE          write it as a picture
              --title TEXT        above the picture
              --allow-remote      load a server that is not on this machine; only ever one of your own
              --help              this

            A caller who is silent for long is asked again, which counts as words that nobody asked for: set the server's
            silence longer than the think time. Exit status: 0 all calls were answered rightly, 1 some were not, 2 wrong
            options. Environment: PORT, TWILIO_AUTH_TOKEN (signs with it), TWILIO_ACCOUNT_SID, DOMAIN (the public host,
            which is what is signed).""";

    /** @throws IllegalArgumentException saying which option is wrong, and how */
    static LoadOptions of(String[] args, Map<String, String> environment) {
        Parsing parsing = new Parsing(environment);
        for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
            parsing.option(rest.next(), rest);
        }
        return parsing.options();
    }

    /** The options while they are being read. */
    private static final class Parsing {
        private final Map<String, String> environment;
        private URI server;
        private URI socket;
        private double calls = 100;
        private double connectRate = 500;
        private double think;
        private double rate;
        private double warmUp = 3;
        private double measured = 10;
        private double patience = 10;
        private String script = "tour";
        private boolean events;
        private double lose;
        private double seed = 1;
        private double threads = 1;
        private double gather;
        private double serverPid;
        private String turns;
        private String json;
        private String svg;
        private String title = "";
        private boolean remote;

        Parsing(Map<String, String> environment) {
            this.environment = environment;
            String port = environment.getOrDefault("PORT", "");
            server = URI.create("http://localhost:" + (port.isBlank() ? "8080" : port));
        }

        void option(String option, Iterator<String> rest) {
            switch (option) {
                case "--server" -> server = uri(option, rest, "http");
                case "--socket" -> socket = uri(option, rest, "ws");
                case "--calls" -> calls = number(option, rest, 1, MOST_CALLS);
                case "--connect-rate" -> connectRate = number(option, rest, 0.001, MOST_RATE);
                case "--think" -> think = number(option, rest, 0, 3600);
                case "--rate" -> rate = number(option, rest, 0.001, MOST_RATE);
                case "--script" -> script = value(option, rest);
                case "--events" -> events = true;
                case "--lose" -> lose = number(option, rest, 0, Integer.MAX_VALUE);
                case "--warm-up" -> warmUp = number(option, rest, 0, 86_400);
                case "--seconds" -> measured = number(option, rest, 0.1, 86_400);
                case "--patience" -> patience = number(option, rest, 0.1, 600);
                case "--threads" -> threads = number(option, rest, 1, 8);
                case "--gather" -> gather = number(option, rest, 0, 1_000_000);
                case "--seed" -> seed = number(option, rest, 0, Integer.MAX_VALUE);
                case "--server-pid" -> serverPid = number(option, rest, 1, Integer.MAX_VALUE);
                case "--turns" -> turns = value(option, rest);
                case "--json" -> json = value(option, rest);
                case "--svg" -> svg = value(option, rest);
                case "--title" -> title = value(option, rest);
                case "--allow-remote" -> remote = true;
                default -> throw new IllegalArgumentException("What is \"" + option + "\"?");
            }
        }

        LoadOptions options() {
            if (rate > 0 && think > 0) {
                throw new IllegalArgumentException("--think or --rate, not both: at a rate nobody waits to think");
            }
            Target target = Target.of(
                    ServerAddress.ofDomain(environment.getOrDefault("DOMAIN", ""), server),
                    Account.of(environment),
                    socket);
            if (!remote && !target.socket().getAddress().isLoopbackAddress()) {
                throw new IllegalArgumentException("\"" + target.socket().getHostString()
                        + "\" is not this machine. If it is yours to load, say --allow-remote");
            }
            return new LoadOptions(
                    target,
                    (int) calls,
                    connectRate,
                    seconds(think),
                    rate,
                    seconds(warmUp),
                    seconds(measured),
                    seconds(patience),
                    script,
                    events,
                    (int) lose,
                    (long) seed,
                    (int) Math.min(threads, calls),
                    Duration.ofNanos((long) (gather * 1_000)),
                    (long) serverPid,
                    turns,
                    json,
                    svg,
                    title);
        }

        private static Duration seconds(double seconds) {
            return Duration.ofNanos((long) (seconds * 1e9));
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return rest.next();
        }

        private static URI uri(String option, Iterator<String> rest, String scheme) {
            URI uri = URI.create(value(option, rest));
            if (uri.getHost() == null || !scheme.equals(uri.getScheme())) {
                throw new IllegalArgumentException(option + " needs a URL such as " + scheme
                        + "://localhost:8080; TLS is a proxy's, and not measured here");
            }
            return uri;
        }

        private static double number(String option, Iterator<String> rest, double least, double most) {
            String value = value(option, rest);
            try {
                double number = Double.parseDouble(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(option + " needs a number, not \"" + value + "\"", e);
            }
            throw new IllegalArgumentException(option + " goes from %s to %s".formatted(plain(least), plain(most)));
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
    }
}
