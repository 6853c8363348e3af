package io.arcline.faketwilio;

import io.arcline.faketwilio.line.LineMonitor;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.Webhooks;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * An account with a number at the fake carrier, and the way to the server that the number is configured with. Makes any
 * number of calls at a time; thread-safe. Closing it drops the calls in progress.
 *
 * <pre>{@code
 * try (FakeTwilio twilio = FakeTwilio.to(URI.create("http://localhost:8080")).signing("token").start()) {
 *     FakeCall call = twilio.dial("+447700900001");
 *     call.awaitReply();
 *     call.say("loot please");
 *     assertThat(call.awaitReply().text()).contains("looking for");
 * }
 * }</pre>
 */
public final class FakeTwilio implements AutoCloseable {
    private final Builder settings;
    private final Webhooks webhooks;
    private final Set<FakeCall> calls = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fake-twilio").daemon().factory());

    private FakeTwilio(Builder settings) {
        this.settings = settings;
        this.webhooks = new Webhooks(settings.account, settings.address);
    }

    /** A carrier for the server at this address, with the defaults that {@link Builder} names. */
    public static Builder to(URI server) {
        return new Builder(ServerAddress.direct(server));
    }

    /** The same with a public address that differs from the real one, or servers that change. */
    public static Builder to(ServerAddress address) {
        return new Builder(address);
    }

    /** Somebody dials the number. Returns at once; the call goes on by itself. */
    public FakeCall dial(String from) {
        return dial(from, event -> {});
    }

    /**
     * Somebody dials the number.
     *
     * @param from the caller's number, E.164
     * @param listener told of each event of the call at once, in order; must be quick
     */
    public FakeCall dial(String from, Consumer<CallEvent> listener) {
        FakeCall call = new FakeCall(from, this, listener);
        calls.add(call);
        Thread.ofVirtual().name("call-" + call.callSid()).start(call::follow);
        return call;
    }

    /** Calls in progress. */
    public int callsInProgress() {
        return calls.size();
    }

    void over(FakeCall call) {
        calls.remove(call);
    }

    @Override
    public void close() {
        calls.forEach(FakeCall::abandon);
        timer.shutdownNow();
        webhooks.close();
    }

    Account account() {
        return settings.account;
    }

    ServerAddress address() {
        return settings.address;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    LineSettings line() {
        return settings.line;
    }

    Duration patience() {
        return settings.patience;
    }

    String number() {
        return settings.number;
    }

    String voicePath() {
        return settings.path;
    }

    String voiceMethod() {
        return settings.method;
    }

    LineMonitor monitor() {
        return new LineMonitor(timer);
    }

    /**
     * How a carrier is configured: unsigned, an instant line, {@code POST /twiml}, ten seconds of patience, to begin
     * with.
     */
    public static final class Builder {
        private final ServerAddress address;
        private Account account = Account.unsigned();
        private LineSettings line = LineSettings.instant();
        private Duration patience = Duration.ofSeconds(10);
        private String number = "+15550100001";
        private String method = "POST";
        private String path = "/twiml";

        private Builder(ServerAddress address) {
            this.address = address;
        }

        /** Signs every request with this token; null for no signature. */
        public Builder signing(String authToken) {
            return account(Account.signing(authToken));
        }

        /** The account that owns the number. */
        public Builder account(Account newAccount) {
            account = newAccount;
            return this;
        }

        /** How long things take on the line. */
        public Builder line(LineSettings newLine) {
            line = newLine;
            return this;
        }

        /** How long a call waits for what a test awaits. */
        public Builder patience(Duration newPatience) {
            patience = newPatience;
            return this;
        }

        /** The hotline's number. */
        public Builder number(String newNumber) {
            number = newNumber;
            return this;
        }

        /** What the number is configured with: GET or POST, and the path with its query. */
        public Builder voice(String newMethod, String newPath) {
            method = newMethod;
            path = newPath;
            return this;
        }

        /** Starts the carrier. */
        public FakeTwilio start() {
            return new FakeTwilio(this);
        }
    }
}
