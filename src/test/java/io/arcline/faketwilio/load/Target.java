package io.arcline.faketwilio.load;

import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.RequestHeaders;
import io.arcline.faketwilio.webhook.ServerAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * The server that is loaded, and how requests to it look. Immutable.
 *
 * @param address public and real
 * @param account whose token signs
 * @param relay a relay's socket to connect to without asking for TwiML; null where {@code /twiml} is asked
 * @param socket the resolved address of the server's port
 */
record Target(ServerAddress address, Account account, URI relay, InetSocketAddress socket) {

    /** @throws IllegalArgumentException when there is no such host */
    static Target of(ServerAddress address, Account account, URI relay) {
        URI real = relay == null ? address.server().get() : relay;
        try {
            InetAddress host = InetAddress.getByName(real.getHost());
            return new Target(
                    address, account, relay, new InetSocketAddress(host, real.getPort() < 0 ? 80 : real.getPort()));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("There is no host \"" + real.getHost() + "\"", unknown);
        }
    }

    /** The head of a signed POST of a form to a public URL, with the empty line. */
    String post(String publicUrl, Form form, String encoded) {
        URI real = address.reach(publicUrl);
        StringBuilder head = new StringBuilder(512)
                .append("POST ")
                .append(path(real))
                .append(" HTTP/1.1\r\nHost: ")
                .append(real.getRawAuthority())
                .append("\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: ")
                .append(encoded.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\nConnection: close\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n");
        return headers(head, publicUrl, form);
    }

    /** The handshake to a relay's public URL. */
    String upgrade(String publicUrl, String key) {
        URI real = relay == null ? address.reach(publicUrl) : relay;
        StringBuilder head = new StringBuilder(512)
                .append("GET ")
                .append(path(real))
                .append(" HTTP/1.1\r\nHost: ")
                .append(real.getRawAuthority())
                .append(
                        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
                .append(key)
                .append("\r\nUser-Agent: Jetty/11.0.24\r\n");
        return headers(head, publicUrl, Form.of());
    }

    private String headers(StringBuilder head, String publicUrl, Form form) {
        new RequestHeaders(account, address)
                .of(publicUrl, form)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
