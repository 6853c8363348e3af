package io.arcline.system;

import io.arcline.faketwilio.socket.Closing;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import io.arcline.faketwilio.wire.FrameRefused;
import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.faketwilio.wire.ServerFrameReader;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A relay socket of a development server, driven frame by frame; it closes when the server says {@code end}. */
final class RawCall {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String callSid;
    private final WebSocketClient socket;
    private final BlockingQueue<ServerFrame> received = new LinkedBlockingQueue<>();
    private CompletableFuture<Closing> closing;

    private RawCall(String callSid, WebSocketClient socket) {
        this.callSid = callSid;
        this.socket = socket;
    }

    /** Opens a socket for a call and sends its setup. */
    static RawCall open(LibertyServer server, String callSid) throws Exception {
        String twiml = server.get("/twiml?CallSid=" + callSid).body();
        for (Verb verb : TwimlReader.read(twiml, objection -> {})) {
            if (verb instanceof Verb.Connect connect) {
                String path = connect.relay().url().replaceFirst("^wss?://[^/]+", "");
                RawCall call = new RawCall(callSid, WebSocketClient.connect(server.socket(path), Map.of(), PATIENCE));
                call.closing = CompletableFuture.supplyAsync(
                        () -> call.socket.receive(call::receive), Thread.ofVirtual()::start);
                call.send(call.setup());
                return call;
            }
        }
        throw new AssertionError("no relay in " + twiml);
    }

    String setup() {
        String account = "AC00000000000000000000000000000000";
        return TwilioFrames.setup("VX1", callSid, "+15550100051", "+15550100009", "RINGING", account, Map.of());
    }

    /** False when the connection is gone. */
    boolean send(String frame) {
        return socket.send(frame);
    }

    /** Sends frames in one piece; false when the connection is gone. */
    boolean sendTogether(String... frames) {
        return socket.sendTogether(List.of(frames));
    }

    /** Sends a frame in two pieces, the first of so many bytes; false when the connection is gone. */
    boolean sendInTwo(String frame, int firstBytes) {
        return socket.sendInTwo(frame, firstBytes);
    }

    /** The parts of the next reply, up to the one that closes it. */
    List<ServerFrame.Text> reply() throws InterruptedException {
        List<ServerFrame.Text> parts = new ArrayList<>();
        while (parts.isEmpty() || !parts.getLast().last()) {
            ServerFrame frame = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no whole reply, only " + parts);
            }
            if (frame instanceof ServerFrame.Text text) {
                parts.add(text);
            }
        }
        return parts;
    }

    /** Frames that came and were not asked for. */
    List<ServerFrame> further() {
        return List.copyOf(received);
    }

    /** Hangs up, where the server has not ended the call already, and returns how the socket was closed. */
    Closing hangUp() throws Exception {
        socket.close(1000, "");
        return closing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void receive(String text) {
        try {
            ServerFrame frame = ServerFrameReader.read(text, objection -> {});
            received.add(frame);
            if (frame instanceof ServerFrame.End) {
                socket.close(1000, "Closing websocket session");
            }
        } catch (FrameRefused refused) {
            throw new AssertionError(text, refused);
        }
    }
}
