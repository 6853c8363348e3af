package io.arcline.faketwilio.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 request on a connection of its own, and its answer. */
final class Exchange implements Connection.Receiver {
    private final byte[] request;
    private final Asker asker;
    private final Connection connection;

    /** Who asked. */
    interface Asker {
        void answered(int status, String body);

        void unanswered(String why);
    }

    private Exchange(Loop loop, Target target, String head, String body, Asker asker) {
        this.request = (head + body).getBytes(StandardCharsets.UTF_8);
        this.asker = asker;
        this.connection = loop.connect(target.socket(), this);
    }

    /** Posts a form. The head must say that the connection is to be closed and how long the form is. */
    static Exchange post(Loop loop, Target target, String head, String form, Asker asker) {
        return new Exchange(loop, target, head, form, asker);
    }

    @Override
    public void connected() {
        connection.send(ByteBuffer.wrap(request));
    }

    @Override
    public void received(ByteBuffer bytes) {
        String text = new String(
                bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
        int headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        String head = text.substring(0, headEnd).toLowerCase(Locale.ROOT);
        String body = whole(head, text.substring(headEnd + 4));
        if (body != null) {
            bytes.position(bytes.limit());
            connection.close();
            asker.answered(status(head), body);
        }
    }

    /** The body once all of it is there; null before. */
    private static String whole(String head, String rest) {
        if (head.contains("transfer-encoding: chunked")) {
            return rest.endsWith("0\r\n\r\n") ? unchunked(rest) : null;
        }
        int at = head.indexOf("content-length:");
        if (at < 0) {
            return "";
        }
        int end = head.indexOf('\r', at);
        int length = Integer.parseInt(
                head.substring(at + 15, end < 0 ? head.length() : end).strip());
        return rest.getBytes(StandardCharsets.UTF_8).length >= length ? rest : null;
    }

    private static String unchunked(String rest) {
        StringBuilder body = new StringBuilder();
        byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; ) {
            int line = at;
            while (bytes[line] != '\r') {
                line++;
            }
            int length = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.US_ASCII).strip(), 16);
            body.append(new String(bytes, line + 2, length, StandardCharsets.UTF_8));
            at = length == 0 ? bytes.length : line + 2 + length + 2;
        }
        return body.toString();
    }

    private static int status(String head) {
        String[] words = head.split(" ", 3);
        return words.length > 1 && words[1].matches("\\d{3}\\R?.*") ? Integer.parseInt(words[1].substring(0, 3)) : 0;
    }

    @Override
    public void lost(String why) {
        asker.unanswered(why);
    }
}
