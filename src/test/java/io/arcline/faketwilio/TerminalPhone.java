package io.arcline.faketwilio;

import io.arcline.faketwilio.line.LineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A telephone in the terminal. Calls the hotline through a fake Twilio: a line typed is spoken, {@code #1} presses a
 * key, {@code !} interrupts, an empty line stays silent. Where standard input is not a terminal it is a script, and
 * each of its lines waits until the reply in progress has been heard.
 */
public final class TerminalPhone {
    /** The hotline ended the call properly. */
    static final int PROPER = 0;

    /** The call ended in another way, or was not taken. */
    static final int IMPROPER = 1;

    /** The options were not understood. */
    static final int USAGE = 2;

    /** The input was over before the hotline ended the call, so the caller hung up. */
    static final int HUNG_UP = 3;

    private final PhoneOptions options;
    private final BufferedReader input;
    private final PhoneScreen screen;

    TerminalPhone(PhoneOptions options, InputStream input, PhoneScreen screen) {
        this.options = options;
        this.input = new BufferedReader(new InputStreamReader(input, inputCharset()));
        this.screen = screen;
    }

    /** Runs the phone and exits with its status; {@code --help} tells the options. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.in, System.out, System.console() != null));
    }

    /** The phone as a function, for tests: returns the exit status. */
    static int run(String[] args, Map<String, String> environment, InputStream in, PrintStream out, boolean terminal) {
        PhoneOptions options;
        try {
            options = PhoneOptions.of(args, environment, terminal);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n\n" + PhoneOptions.HELP);
            return USAGE;
        }
        if (options.help()) {
            out.println(PhoneOptions.HELP);
            return PROPER;
        }
        return new TerminalPhone(options, in, new PhoneScreen(out, options.interactive(), options.frames())).call();
    }

    private int call() {
        LineSettings line = options.speed() > 0 ? LineSettings.faster(options.speed()) : LineSettings.instant();
        try (FakeTwilio twilio = FakeTwilio.to(options.address())
                .account(options.account())
                .line(line)
                .patience(options.patience())
                .start()) {
            FakeCall call = twilio.dial(options.from(), screen);
            boolean over = options.interactive() ? converse(call) : follow(call);
            if (!over) {
                call.hangUp();
            }
            return report(call.awaitEnd(options.patience()), call, over);
        } catch (CallFailed e) {
            screen.last(e.getMessage().lines().findFirst().orElse(""));
            return IMPROPER;
        }
    }

    /** Whether the call was over before the input was. */
    private boolean converse(FakeCall call) {
        Thread watching = Thread.ofVirtual().start(() -> {
            call.awaitEnd(Duration.ofDays(1));
            screen.pressEnter();
        });
        try {
            for (Optional<String> line = read(); line.isPresent(); line = read()) {
                if (call.end().isPresent()) {
                    return true;
                }
                if (!line.get().isEmpty()) {
                    act(call, line.get());
                }
            }
            return call.end().isPresent();
        } catch (CallFailed ended) {
            return call.awaitEnd().proper();
        } finally {
            watching.interrupt();
        }
    }

    private boolean follow(FakeCall call) {
        boolean more = heard(call);
        for (Optional<String> line = read(); more && line.isPresent(); line = read()) {
            String words = line.get();
            if (words.startsWith("!")) {
                call.awaitSpeaking();
            }
            screen.typed(words);
            act(call, words);
            Optional<String> next = peek();
            more = next.isPresent() && next.get().startsWith("!") ? call.end().isEmpty() : heard(call);
        }
        return !more || settled(call);
    }

    /** After the script's last reply the hotline has a little time left to end the call by itself. */
    private boolean settled(FakeCall call) {
        call.silent(options.patience().dividedBy(4));
        return call.end().isPresent();
    }

    /** Waits for the reply to what was just done; false when the call is over instead. */
    private boolean heard(FakeCall call) {
        try {
            call.awaitAnswer();
            return true;
        } catch (CallFailed e) {
            if (call.end().isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private void act(FakeCall call, String line) {
        if (line.startsWith("#") && line.length() > 1) {
            line.substring(1).chars().forEach(key -> call.press((char) key));
        } else if (line.startsWith("!")) {
            String words = line.substring(1).strip();
            call.interrupt(words.isEmpty() ? "wait" : words);
        } else if (!line.isEmpty()) {
            call.say(line);
        }
    }

    private Optional<String> read() {
        try {
            return Optional.ofNullable(input.readLine()).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> peek() {
        try {
            input.mark(8_192);
            Optional<String> line = read();
            input.reset();
            return line;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private int report(CallEnd end, FakeCall call, boolean over) {
        call.violations().forEach(violation -> screen.last("Not as Twilio wants it: " + violation));
        if (end.cutOff()) {
            screen.last("The hotline ended the call while it was still speaking.");
        }
        if (end.proper()) {
            screen.last("The hotline ended the call.");
            return PROPER;
        }
        if (!over) {
            screen.last("Nothing more to say, and the hotline had not ended the call: hung up.");
            return HUNG_UP;
        }
        screen.last("The call ended otherwise: " + end.kind() + ", " + end.detail());
        return IMPROPER;
    }

    private static Charset inputCharset() {
        String encoding = System.getProperty("stdin.encoding", System.getProperty("native.encoding"));
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
