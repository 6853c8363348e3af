package io.arcline.faketwilio;

import io.arcline.faketwilio.CallEnd.Kind;
import io.arcline.faketwilio.line.LineMonitor;
import io.arcline.faketwilio.line.RelaySession;
import io.arcline.faketwilio.line.SessionEnd;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.twiml.TwimlException;
import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import io.arcline.faketwilio.webhook.Answer;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.VoiceForm;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What Twilio does with a call: fetches TwiML and follows it, document after document, until the call is over. */
final class CallFlow {
    private static final int DOCUMENTS_AT_MOST = 20;

    /** Not documented; neither is the time between two of them. */
    private static final int RECONNECTS_AT_MOST = 10;

    private final FakeCall call;
    private final FakeTwilio twilio;
    private final LineMonitor monitor;
    private final Transcript transcript;
    private final List<SessionEnd> sessions = new ArrayList<>();
    private boolean answered;

    CallFlow(FakeCall call, FakeTwilio twilio, LineMonitor monitor, Transcript transcript) {
        this.call = call;
        this.twilio = twilio;
        this.monitor = monitor;
        this.transcript = transcript;
    }

    /** What to do after a verb. */
    private sealed interface Then {
        record NextVerb() implements Then {}

        record Fetch(String method, String url, Form form) implements Then {}

        record Over(Kind kind, String detail) implements Then {}
    }

    CallEnd follow() {
        Then then = new Then.Fetch(
                twilio.voiceMethod(),
                twilio.address().publicUrl(twilio.voicePath()),
                VoiceForm.incoming(twilio.account(), call.callSid(), call.from(), twilio.number()));
        try {
            for (int document = 0; document < DOCUMENTS_AT_MOST && then instanceof Then.Fetch fetch; document++) {
                then = follow(fetch);
            }
        } catch (TwimlException | IOException | RuntimeException e) {
            transcript.add(new CallEvent.Announced("We are sorry, an application error has occurred. Goodbye."));
            then = new Then.Over(Kind.ERROR, String.valueOf(e.getMessage()));
        }
        return then instanceof Then.Over over
                ? new CallEnd(over.kind(), over.detail(), sessions)
                : new CallEnd(Kind.ERROR, "more than " + DOCUMENTS_AT_MOST + " documents", sessions);
    }

    private Then follow(Then.Fetch fetch) throws TwimlException, IOException {
        transcript.add(
                new CallEvent.Webhook(fetch.method(), fetch.url(), fetch.form().encoded()));
        Answer answer = twilio.webhooks().call(fetch.method(), fetch.url(), fetch.form());
        transcript.add(new CallEvent.Answered(answer.status(), answer.body()));
        if (call.hungUp()) {
            return new Then.Over(Kind.CALLER, "the caller hung up");
        }
        if (answer.status() != 200) {
            throw new IOException("11200: " + fetch.url() + " answered " + answer.status());
        }
        if (!answer.markup()) {
            violation("12300: TwiML with the content type \"" + answer.contentType() + "\"");
        }
        for (Verb verb : TwimlReader.read(answer.body(), this::violation)) {
            Then then = follow(verb, fetch.url());
            if (!(then instanceof Then.NextVerb)) {
                return then;
            }
        }
        return new Then.Over(Kind.HOTLINE, "the end of the TwiML");
    }

    private Then follow(Verb verb, String base) throws IOException {
        return switch (verb) {
            case Verb.Connect connect -> relay(connect, base);
            case Verb.Say say -> {
                answered = true;
                transcript.add(new CallEvent.Announced(say.text()));
                yield passing(
                        twilio.line().perCharacter().multipliedBy(say.text().length()));
            }
            case Verb.Pause pause -> {
                answered = true;
                yield passing(Duration.ofNanos(
                        (long) (pause.seconds() * 1e9 / twilio.line().speed())));
            }
            case Verb.Redirect redirect ->
                new Then.Fetch(
                        redirect.method(),
                        resolve(base, redirect.url()),
                        VoiceForm.during(twilio.account(), call.callSid(), call.from(), twilio.number()));
            case Verb.Hangup hangup -> new Then.Over(Kind.HOTLINE, "Hangup");
            case Verb.Reject reject -> new Then.Over(Kind.REJECTED, reject.reason());
            case Verb.Transfer transfer -> new Then.Over(Kind.TRANSFERRED, transfer.verb() + " " + transfer.to());
        };
    }

    private Then passing(Duration time) {
        if (monitor.await(call::hungUp, time)) {
            return new Then.Over(Kind.CALLER, "the caller hung up");
        }
        return new Then.NextVerb();
    }

    private Then relay(Verb.Connect connect, String base) throws IOException {
        RelayNoun noun = connect.relay();
        String sessionId = "VX" + UUID.randomUUID().toString().replace("-", "");
        long start = System.nanoTime();
        WebSocketClient socket;
        try {
            socket = open(noun.url());
        } catch (IOException | IllegalArgumentException e) {
            transcript.add(new CallEvent.Socket("64102 cannot connect to " + noun.url() + ": " + e.getMessage()));
            return new Then.Over(Kind.BUSY, "64102: " + e.getMessage());
        }
        RelaySession session = new RelaySession(twilio.line(), monitor, noun, transcript, call::replied);
        String setup = TwilioFrames.setup(
                sessionId,
                call.callSid(),
                call.from(),
                twilio.number(),
                answered ? "IN_PROGRESS" : "RINGING",
                twilio.account().accountSid(),
                noun.parameters());
        answered = true;
        call.connected(session, noun);
        SessionEnd end = session.run(socket, setup, () -> openAgain(noun.url()));
        sessions.add(end);
        return after(
                end,
                connect,
                base,
                sessionId,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private WebSocketClient open(String url) throws IOException {
        if (!twilio.address().owns(url)) {
            violation("the relay's url is on another host: " + url);
        }
        URI real = twilio.address().reach(url);
        WebSocketClient socket =
                WebSocketClient.connect(real, twilio.webhooks().handshakeHeaders(url), Duration.ofSeconds(10));
        transcript.add(new CallEvent.Socket("open " + url));
        return socket;
    }

    /** Another socket in place of a lost one; null when the server cannot be reached, or the caller hangs up. */
    private WebSocketClient openAgain(String url) {
        for (int attempt = 0; attempt < RECONNECTS_AT_MOST; attempt++) {
            monitor.await(call::hungUp, twilio.line().reconnect());
            if (call.hungUp()) {
                return null;
            }
            try {
                return open(url);
            } catch (IOException refused) {
                transcript.add(new CallEvent.Socket("cannot connect again: " + refused.getMessage()));
            }
        }
        return null;
    }

    private Then after(SessionEnd end, Verb.Connect connect, String base, String sessionId, long seconds)
            throws IOException {
        if (connect.action() == null) {
            return end.byCaller() ? new Then.Over(Kind.CALLER, "the caller hung up") : new Then.NextVerb();
        }
        boolean dropped = end.errorCode() != null;
        monitor.await(
                () -> false,
                dropped ? twilio.line().actionAfterDrop() : twilio.line().action());
        String url = resolve(base, connect.action());
        Form common = VoiceForm.action(twilio.account(), call.callSid(), call.from(), twilio.number());
        Then.Fetch action = new Then.Fetch(connect.method(), url, end.tell(common, sessionId, seconds));
        if (!end.byCaller()) {
            return action;
        }
        transcript.add(new CallEvent.Webhook(action.method(), url, action.form().encoded()));
        Answer answer = twilio.webhooks().call(action.method(), url, action.form());
        transcript.add(new CallEvent.Answered(answer.status(), answer.body()));
        return new Then.Over(Kind.CALLER, "the caller hung up");
    }

    private static String resolve(String base, String url) {
        return URI.create(base).resolve(url).toString();
    }

    private void violation(String what) {
        transcript.add(new CallEvent.Violation(what));
    }
}
