package io.arcline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens WebSockets by hand, to see how the server answers the handshake. */
final class Handshakes {
    private Handshakes() {}

    /** The status code of the answer to an unsigned handshake. */
    static int status(URI uri) {
        return status(uri, Map.of());
    }

    /** The status code of the answer to a handshake with further headers. */
    static int status(URI uri, Map<String, String> headers) {
        return status(uri, headers, null);
    }

    /** The same from an address of this machine, or from any where it is null. */
    static int status(URI uri, Map<String, String> headers, InetAddress local) {
        String further = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String host = headers.containsKey("Host") ? "" : "Host: " + uri.getHost() + ":" + uri.getPort() + "\r\n";
        String request = "GET " + uri.getRawPath() + " HTTP/1.1\r\n" + host
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + further + "\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort(), local, 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
            return Integer.parseInt(new String(line, StandardCharsets.ISO_8859_1).substring(9));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
