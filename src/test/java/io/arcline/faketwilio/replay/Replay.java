package io.arcline.faketwilio.replay;

import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.twiml.TwimlException;
import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Answer;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.Webhooks;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays Twilio's part of a recorded call to a server: the same webhooks, the same frames, in the recorded time, but not before
 * the server has said as much as the recorded one, within reason. Only
 * what belongs to this call is exchanged for its own: the sids, and the parameters and addresses that the server's
 * TwiML gives. For one replay, by one thread.
 */
public final class Replay {
    private static final Duration REASON = Duration.ofSeconds(10);

    private final RecordedCall recording;
    private final ServerAddress address;
    private final Account account;
    private final double speed;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private final List<Answer> answers = new ArrayList<>();
    private final List<List<String>> frames = new ArrayList<>();
    private String sessionId;
    private Verb.Connect connect;
    private WebSocketClient socket;
    private CountDownLatch received = new CountDownLatch(0);
    private int asked;

    /**
     * @param speed how much faster than recorded
     */
    public Replay(RecordedCall recording, ServerAddress address, Account account, double speed) {
        this.recording = recording;
        this.address = address;
        this.account = account;
        this.speed = speed;
    }

    /**
     * Replays the whole recording.
     *
     * @param voicePath of the server's first webhook; later ones go where its TwiML says
     * @throws IOException when a webhook or a handshake is not answered or refused
     * @throws TwimlException when an answer is not TwiML
     */
    public Replayed run(String voicePath) throws IOException, TwimlException {
        long before = recording.events().getFirst().ms();
        try (Webhooks webhooks = new Webhooks(account, address)) {
            for (RecordedEvent event : recording.events()) {
                rest(event.ms() - before);
                before = event.ms();
                switch (event) {
                    case RecordedEvent.Webhook webhook -> ask(webhooks, webhook.form(), voicePath);
                    case RecordedEvent.Open open -> {
                        if (connect == null) {
                            return new Replayed(answers, frames, true);
                        }
                        open(webhooks);
                    }
                    case RecordedEvent.In in -> send(in.frame());
                    case RecordedEvent.Closed closed -> close(closed);
                    case RecordedEvent.Answered answered -> {}
                    case RecordedEvent.Handshake handshake -> {}
                    case RecordedEvent.Out out -> awaitAsMuch(out.frame());
                    case RecordedEvent.Note note -> {}
                }
            }
        } finally {
            if (socket != null) {
                socket.vanish();
            }
        }
        return new Replayed(answers, frames, false);
    }

    private void ask(Webhooks webhooks, Form recorded, String voicePath) throws IOException, TwimlException {
        Form form = recorded.replacing("CallSid", callSid)
                .replacing("AccountSid", account.accountSid())
                .replacing("SessionId", String.valueOf(sessionId));
        boolean first = connect == null;
        String url = first ? address.publicUrl(voicePath) : resolve(connect.action());
        Answer answer = webhooks.call(first ? "POST" : connect.method(), url, form);
        answers.add(answer);
        if (answer.status() != 200) {
            throw new IOException(url + " answered " + answer.status());
        }
        connect = null;
        for (Verb verb : TwimlReader.read(answer.body(), objection -> {})) {
            connect = verb instanceof Verb.Connect found ? found : connect;
        }
    }

    private String resolve(String url) {
        return URI.create(answers.getLast().url()).resolve(url).toString();
    }

    private void open(Webhooks webhooks) throws IOException {
        String url = connect.relay().url();
        sessionId = "VX" + UUID.randomUUID().toString().replace("-", "");
        WebSocketClient opened =
                WebSocketClient.connect(address.reach(url), webhooks.handshakeHeaders(url), Duration.ofSeconds(10));
        List<String> arriving = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        frames.add(arriving);
        asked = 0;
        socket = opened;
        received = over;
        Thread.ofVirtual().start(() -> {
            opened.receive(arriving::add);
            over.countDown();
        });
    }

    private void send(JsonObject frame) {
        if (frame.getBoolean("last", false)) {
            asked = frames.getLast().size();
        }
        socket.send(own(frame).toString());
    }

    /** Where the recorded server had answered, this one gets the time to. */
    private void awaitAsMuch(JsonObject recorded) {
        long until = System.nanoTime() + REASON.toNanos();
        while (recorded.getBoolean("last", false)
                && frames.getLast().stream().skip(asked).noneMatch(Replay::closesAReply)
                && System.nanoTime() < until) {
            await(new CountDownLatch(1), Duration.ofMillis(5));
        }
    }

    private static boolean closesAReply(String frame) {
        return frame.contains("\"last\":true");
    }

    private JsonObject own(JsonObject frame) {
        if (!frame.getString("type").equals("setup")) {
            return frame;
        }
        JsonObjectBuilder parameters = Json.object();
        connect.relay().parameters().forEach(parameters::add);
        JsonObjectBuilder own = Json.object();
        frame.forEach(own::add);
        return own.add("callSid", callSid)
                .add("accountSid", account.accountSid())
                .add("sessionId", sessionId)
                .add("customParameters", parameters)
                .build();
    }

    /** As recorded; then whatever the server had sent by then is in. */
    private void close(RecordedEvent.Closed closed) {
        if (closed.code() == 1006) {
            socket.vanish();
        } else {
            socket.close(closed.code(), closed.reason());
        }
        await(received, Duration.ofSeconds(2));
    }

    private void rest(long recordedMillis) {
        await(new CountDownLatch(1), Duration.ofNanos((long) (recordedMillis * 1e6 / speed)));
    }

    private static void await(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
