package io.arcline.standin;

import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language model's stand-in that speaks OpenAI's chat completions, streamed, as a script says; and says "none" at once to whoever asks
 * for a second opinion.
 */
public final class ModelStandIn extends HttpStandIn {
    private static final String SSE = "text/event-stream; charset=utf-8";

    private final String key;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<HttpConnection, Asked> answering = new ConcurrentHashMap<>();
    private volatile Script script = Script.saying("I have nothing solid on that.");

    /** @param key that requests must bring as a bearer token */
    public ModelStandIn(String key) {
        this.key = key;
    }

    /**
     * What it does with a question.
     *
     * @param first until the first token
     * @param gap between tokens
     * @param events the tokens as they are sent, an event each
     * @param dripped whether the bytes of each event come one by one
     * @param meeting where answers wait for each other with their first token; null for nowhere
     */
    public record Script(
            int status,
            Duration first,
            Duration gap,
            List<byte[]> events,
            Ending ending,
            boolean dripped,
            Meeting meeting) {

        public Script(int status, Duration first, Duration gap, List<String> tokens, Ending ending, boolean dripped) {
            this(
                    status,
                    first,
                    gap,
                    tokens.stream().map(token -> event(chunk(token, "null"))).toList(),
                    ending,
                    dripped,
                    null);
        }

        /** These words, a token each, at once. */
        public static Script saying(String words) {
            return new Script(
                    200, Duration.ZERO, Duration.ZERO, Arrays.asList(words.split("(?= )")), Ending.FINISHED, false);
        }

        public Script after(Duration newFirst) {
            return new Script(status, newFirst, gap, events, ending, dripped, meeting);
        }

        public Script every(Duration newGap) {
            return new Script(status, first, newGap, events, ending, dripped, meeting);
        }

        public Script ending(Ending newEnding) {
            return new Script(status, first, gap, events, newEnding, dripped, meeting);
        }

        public Script dripping() {
            return new Script(status, first, gap, events, ending, true, meeting);
        }

        /** Gives its first tokens in the same moment as so many other answers, or after a second of waiting for them. */
        public Script together(int answers) {
            return new Script(status, first, gap, events, ending, dripped, new Meeting(answers));
        }

        /** An error in place of an answer. */
        public static Script refusing(int status) {
            return new Script(status, Duration.ZERO, Duration.ZERO, List.of(), Ending.FINISHED, false);
        }
    }

    /** How an answer ends after its tokens. */
    public enum Ending {
        FINISHED,
        /** The connection is closed in the middle. */
        CUT,
        /** Nothing more comes. */
        HANGING,
        /** What comes then is no event. */
        GARBAGE,
        /** An error as an event. */
        ERROR
    }

    /** A question and what became of it. Times are of {@link System#nanoTime}. */
    public static final class Asked {
        private final JsonObject request;
        private volatile long firstToken;
        private volatile long closed;
        private volatile int written;
        private volatile boolean finished;

        private Asked(JsonObject request) {
            this.request = request;
        }

        /** The system's message. */
        public String instructions() {
            return message(0);
        }

        /** The user's message, which is a JSON object. */
        public JsonObject data() {
            return Json.object(message(1));
        }

        public JsonObject request() {
            return request;
        }

        /** When the first token was about to be written; 0 before. */
        public long firstToken() {
            return firstToken;
        }

        /** When the client closed the connection before the answer was finished; 0 where it did not. */
        public long closedInTheMiddle() {
            return finished ? 0 : closed;
        }

        /** How many tokens were written. */
        public int written() {
            return written;
        }

        private String message(int index) {
            return request.getJsonArray("messages").getJsonObject(index).getString("content");
        }
    }

    /** What clients are given as the base. */
    public URI base() {
        return uri("/v1");
    }

    /** What the next questions are answered with. */
    public void does(Script next) {
        script = next;
    }

    /** The questions so far, without those for a second opinion. */
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    @Override
    void handle(HttpConnection.Request request, HttpConnection connection) throws IOException {
        if (!request.path().equals("/v1/chat/completions") || !request.method().equals("POST")) {
            connection.answer(404, "application/json", "{}");
        } else if (!("Bearer " + key).equals(request.headers().get("authorization"))) {
            connection.answer(401, "application/json", "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
        } else {
            Asked question = new Asked(Json.object(request.text()));
            if (question.data().containsKey("utterance")) {
                Thread.ofVirtual().start(() -> answer(question, Script.saying("none"), connection));
                return;
            }
            synchronized (asked) {
                asked.add(question);
            }
            answering.put(connection, question);
            Script now = script;
            Thread.ofVirtual().start(() -> answer(question, now, connection));
        }
    }

    @Override
    void gone(HttpConnection connection) {
        Asked question = answering.remove(connection);
        if (question != null) {
            question.closed = System.nanoTime();
        }
    }

    private void answer(Asked question, Script now, HttpConnection connection) {
        try {
            Thread.sleep(now.first());
            if (now.status() != 200) {
                question.finished = true;
                connection.answer(now.status(), "application/json", "{\"error\":{\"message\":\"no\"}}");
                return;
            }
            connection.begin(SSE);
            if (now.meeting() != null) {
                now.meeting().await();
            }
            for (byte[] event : now.events()) {
                if (question.written == 0) {
                    question.firstToken = System.nanoTime();
                } else {
                    Thread.sleep(now.gap());
                }
                send(connection, event, now.dripped());
                question.written++;
            }
            end(question, now.ending(), connection);
        } catch (IOException gone) {
            // The client does not listen any more.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Asked question, Ending ending, HttpConnection connection) throws IOException {
        switch (ending) {
            case FINISHED -> {
                connection.chunk(event(chunk("", "\"stop\"")));
                question.finished = true;
                connection.chunk(event("[DONE]"));
                connection.end();
            }
            case CUT -> connection.close();
            case HANGING -> {}
            case GARBAGE ->
                connection.chunk("\u0001\u0002 <html>Bad gateway</html>\n\n".getBytes(StandardCharsets.UTF_8));
            case ERROR -> connection.chunk(event("{\"error\":{\"message\":\"overloaded\"}}"));
        }
    }

    private static String chunk(String token, String finish) {
        JsonObject delta = Json.object().add("content", token).build();
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":" + finish + "}]}";
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpConnection connection, byte[] event, boolean dripped) throws IOException {
        if (dripped) {
            for (byte b : event) {
                connection.chunk(new byte[] {b});
            }
        } else {
            connection.chunk(event);
        }
    }
}
