package io.arcline.standin;

import io.arcline.faketwilio.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Amazon Bedrock's ConverseStream and the endpoint of a task's keys: checks the signature of what it receives, and streams events in the
 * binary format.
 */
public final class BedrockStandIn extends HttpStandIn {
    private static final String REGION = "eu-central-1";
    private static final String SECRET = "secret/of+the/role";
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile List<String> tokens = List.of();
    private volatile String exception = "";
    private volatile boolean damaged;
    private volatile boolean hanging;
    private volatile int keysFetched;
    private volatile boolean gone;

    /** Says these tokens from now on. */
    public void says(String... newTokens) {
        tokens = List.of(newTokens);
    }

    /** Ends with an exception after its tokens. */
    public void fails(String type) {
        exception = type;
    }

    /** Sends an event whose checksum is wrong after its tokens. */
    public void damages() {
        damaged = true;
    }

    /** Says nothing more after its tokens. */
    public void hangs() {
        hanging = true;
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** How often the task's keys were asked for. */
    public int keysFetched() {
        return keysFetched;
    }

    /** Whether a client has closed its connection. */
    public boolean isGone() {
        return gone;
    }

    /** Where the runtime is. */
    public URI endpoint() {
        return uri("");
    }

    /** What a container's environment says. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                uri("/keys").toString(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "of the container",
                "AWS_REGION",
                REGION);
    }

    @Override
    void handle(HttpConnection.Request request, HttpConnection connection) throws IOException {
        if (request.path().equals("/keys")) {
            keysFetched++;
            boolean known = "of the container".equals(request.headers().get("authorization"));
            connection.answer(
                    known ? 200 : 403,
                    "application/json",
                    "{\"AccessKeyId\":\"AKIDTASK\",\"SecretAccessKey\":\"" + SECRET + "\",\"Token\":\"session-1\","
                            + "\"Expiration\":\"2099-01-01T00:00:00Z\"}");
        } else if (!isSigned(request)) {
            connection.answer(403, "application/json", "{\"message\":\"The signature does not match\"}");
        } else {
            paths.add(request.path());
            questions.add(request.text());
            stream(connection);
        }
    }

    @Override
    void gone(HttpConnection connection) {
        gone = true;
    }

    private void stream(HttpConnection connection) throws IOException {
        connection.begin("application/vnd.amazon.eventstream");
        connection.chunk(event("messageStart", "{\"role\":\"assistant\"}"));
        for (String token : tokens) {
            String delta = Json.object()
                    .add("contentBlockIndex", 0)
                    .add("delta", Json.object().add("text", token))
                    .build()
                    .toString();
            for (byte[] half : halves(event("contentBlockDelta", delta))) {
                connection.chunk(half);
            }
        }
        if (damaged) {
            byte[] event = event("contentBlockDelta", "{}");
            event[event.length - 1]++;
            connection.chunk(event);
        } else if (!exception.isEmpty()) {
            connection.chunk(message(Map.of(":message-type", "exception", ":exception-type", exception), "{}"));
        } else if (!hanging) {
            connection.chunk(event("messageStop", "{\"stopReason\":\"end_turn\"}"));
            connection.chunk(event("metadata", "{\"usage\":{\"outputTokens\":3}}"));
            connection.end();
        }
    }

    /** The signature as the service computes it, from what has arrived. */
    private static boolean isSigned(HttpConnection.Request request) {
        try {
            String authorization = request.headers().getOrDefault("authorization", "");
            String time = request.headers().getOrDefault("x-amz-date", "");
            String scope = time.substring(0, 8) + "/" + REGION + "/bedrock/aws4_request";
            String names = authorization.replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
            if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=AKIDTASK/" + scope + ", ")
                    || !names.equals("host;x-amz-date;x-amz-security-token")
                    || !"session-1".equals(request.headers().get("x-amz-security-token"))
                    || Math.abs(Duration.between(
                                            java.time.Instant.now(),
                                            java.time.LocalDateTime.parse(
                                                            time,
                                                            java.time.format.DateTimeFormatter.ofPattern(
                                                                    "yyyyMMdd'T'HHmmss'Z'"))
                                                    .toInstant(java.time.ZoneOffset.UTC))
                                    .toMinutes())
                            > 5) {
                return false;
            }
            StringBuilder canonical = new StringBuilder("POST\n")
                    .append(request.path().replace("%", "%25"))
                    .append("\n\n");
            for (String name : names.split(";")) {
                canonical
                        .append(name)
                        .append(':')
                        .append(request.headers().get(name))
                        .append('\n');
            }
            canonical.append('\n').append(names).append('\n').append(hash(request.body()));
            String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                    + hash(canonical.toString().getBytes(StandardCharsets.UTF_8));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String part : scope.split("/")) {
                key = mac(key, part);
            }
            return authorization.endsWith("Signature=" + HexFormat.of().formatHex(mac(key, toSign)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] event(String type, String payload) {
        return message(
                Map.of(":message-type", "event", ":event-type", type, ":content-type", "application/json"), payload);
    }

    private static byte[] message(Map<String, String> headers, String payload) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        headers.forEach((name, value) -> {
            head.write(name.length());
            head.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            head.write(7);
            head.write(value.length() >> 8);
            head.write(value.length());
            head.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        });
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        int length = 12 + head.size() + body.length + 4;
        ByteBuffer message = ByteBuffer.allocate(length).putInt(length).putInt(head.size());
        message.putInt(crc(message.array(), 8)).put(head.toByteArray()).put(body);
        return message.putInt(crc(message.array(), length - 4)).array();
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static List<byte[]> halves(byte[] bytes) {
        List<byte[]> halves = new ArrayList<>();
        halves.add(java.util.Arrays.copyOf(bytes, bytes.length / 2));
        halves.add(java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
        return halves;
    }
}
