package io.arcline.faketwilio.scripted;

import io.arcline.faketwilio.socket.Handshake;
import io.arcline.faketwilio.socket.HttpHead;
import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.socket.WebSocketFrames;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One port of the loopback interface that answers webhooks with the TwiML given for their path and gives each frame of
 * each socket to one function.
 */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, Function<HttpRequestText, String>> pages = new ConcurrentHashMap<>();
    private final List<HttpRequestText> requests = new CopyOnWriteArrayList<>();
    private final BiConsumer<ScriptedSession, JsonObject> frames;

    private ScriptedServer(BiConsumer<ScriptedSession, JsonObject> frames) throws IOException {
        this.frames = frames;
    }

    /** Starts with a function that is given each text frame that Twilio sends. */
    public static ScriptedServer start(BiConsumer<ScriptedSession, JsonObject> frames) {
        try {
            ScriptedServer server = new ScriptedServer(frames);
            server.page("/twiml", request -> server.connect(""));
            server.page("/ended", request -> "<Response><Hangup/></Response>");
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a path with TwiML, handshakes included; null for 403. */
    public ScriptedServer page(String path, Function<HttpRequestText, String> twiml) {
        pages.put(path, twiml);
        return this;
    }

    /** A document that connects to this server's socket with these further attributes. */
    public String connect(String attributes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Connect action="/ended"><ConversationRelay url="wss://%s/ws" dtmfDetection="true" \
                reportInputDuringAgentSpeech="any" events="speaker-events tokens-played" %s/></Connect></Response>""".formatted(address().getAuthority(), attributes);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Every request so far, handshakes among them. */
    public List<HttpRequestText> requests() {
        return List.copyOf(requests);
    }

    /** The requests of a path so far. */
    public List<HttpRequestText> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            HttpHead head = HttpHead.read(in);
            int length = Integer.parseInt(head.headers().getOrDefault("Content-Length", "0"));
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            String[] words = head.firstLine().split(" ");
            HttpRequestText request = new HttpRequestText(words[0], words[1], head.headers(), body);
            requests.add(request);
            if ("websocket".equals(head.headers().get("Upgrade")) && !pages.containsKey(request.path())) {
                upgrade(socket, in, head.headers().get("Sec-WebSocket-Key"));
            } else {
                answer(socket, pages.get(request.path()).apply(request));
            }
        } catch (IOException | UncheckedIOException gone) {
            return;
        }
    }

    private static void answer(Socket socket, String twiml) throws IOException {
        byte[] body = (twiml == null ? "" : twiml).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + (twiml == null ? "403 Forbidden" : "200 OK") + "\r\nContent-Type: text/xml\r\n"
                + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
    }

    private void upgrade(Socket socket, BufferedInputStream in, String key) throws IOException {
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Handshake.accept(key) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        WebSocketFrames webSocket = new WebSocketFrames(in, socket.getOutputStream(), false);
        ScriptedSession session = new ScriptedSession(socket, webSocket);
        while (true) {
            WebSocketFrame frame = webSocket.read();
            if (frame.opcode() == WebSocketFrame.CLOSE) {
                webSocket.write(frame);
                return;
            }
            if (frame.opcode() == WebSocketFrame.TEXT) {
                frames.accept(session, Json.object(new String(frame.payload(), StandardCharsets.UTF_8)));
            }
        }
    }
}
