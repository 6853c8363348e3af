package io.arcline.faketwilio;

import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How the terminal phone calls.
 *
 * @param address of the server
 * @param account whose token signs
 * @param from the caller's number
 * @param speed how much faster than a real line; 0 for no waiting at all
 * @param patience for a reply
 * @param frames whether every frame is shown
 * @param interactive whether somebody types, rather than a script
 * @param help whether only the help is wanted
 */
record PhoneOptions(
        ServerAddress address,
        Account account,
        String from,
        double speed,
        Duration patience,
        boolean frames,
        boolean interactive,
        boolean help) {

    static final String HELP = """
            A telephone in the terminal: calls the hotline as Twilio would.

              a line of words   say them                #1       press a key (#123: three keys)
              !words            interrupt with them     (empty)  stay silent

            From a file or a pipe each line waits until the reply in progress has been heard. Exit status: 0 the hotline
            ended the call properly, 1 the call failed, 2 wrong options, 3 the script was over first.

              --server URL      the server (default http://localhost:$PORT, or port 8080)
              --from NUMBER     the caller's number (default +447700900001)
              --speed N         so many times faster than a real line; 0: no waiting (default 1, in a script 20)
              --patience SECS   how long to wait for a reply (default 20)
              --frames          show every request and frame
              --interactive     somebody types, even though standard input is no terminal
              --script          a script, even though it is one
              --help            this

            Environment: PORT, TWILIO_AUTH_TOKEN (signs with it), TWILIO_ACCOUNT_SID, DOMAIN (the public host, which is
            what is signed; empty or "placeholder" for none).""";

    static PhoneOptions of(String[] args, Map<String, String> environment, boolean terminal) {
        String port = environment.getOrDefault("PORT", "8080");
        URI server = URI.create("http://localhost:" + (port.isBlank() ? "8080" : port));
        String from = "+447700900001";
        double speed = -1;
        Duration patience = Duration.ofSeconds(20);
        boolean frames = false;
        boolean interactive = terminal;
        boolean help = false;
        for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--server" -> server = server(value(rest, option));
                case "--from" -> from = value(rest, option);
                case "--speed" -> speed = number(value(rest, option), option);
                case "--patience" -> patience = Duration.ofMillis((long) (1000 * number(value(rest, option), option)));
                case "--frames" -> frames = true;
                case "--interactive" -> interactive = true;
                case "--script" -> interactive = false;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("What is \"" + option + "\"?");
            }
        }
        double pace = speed >= 0 ? speed : interactive ? 1 : 20;
        return new PhoneOptions(
                ServerAddress.ofDomain(environment.getOrDefault("DOMAIN", ""), server),
                Account.of(environment),
                from,
                pace,
                patience,
                frames,
                interactive,
                help);
    }

    private static String value(Iterator<String> rest, String option) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static URI server(String value) {
        URI uri = URI.create(value);
        if (uri.getHost() == null || !value.startsWith("http")) {
            throw new IllegalArgumentException("--server needs a URL such as http://localhost:8080");
        }
        return uri;
    }

    private static double number(String value, String option) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number < 1e6) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not \"" + value + "\"", e);
        }
        throw new IllegalArgumentException(option + " needs a number from 0");
    }
}
