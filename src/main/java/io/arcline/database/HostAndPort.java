package io.arcline.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's place in the network.
 *
 * @param host a name or an address, one of IPv6 in its brackets
 */
record HostAndPort(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.%a-z]+\\]|[A-Za-z0-9._-]+)(?::(\\d*))?");
    private static final int MAX_PORT = 65535;

    /** @throws IllegalArgumentException with a message that goes on after the address */
    static HostAndPort parse(String text, int defaultPort) {
        if (text.isEmpty() || text.startsWith(":")) {
            throw new IllegalArgumentException("has no host");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            // Not quoted: what is here may be a part of a password that was not encoded.
            throw new IllegalArgumentException(
                    "has no proper host and port (percent-encode the password, IPv6 addresses go in [brackets])");
        }
        String digits = form.group(2);
        if (digits == null || digits.isEmpty()) {
            return new HostAndPort(form.group(1), defaultPort);
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("has a port that is not one from 1 to " + MAX_PORT);
        }
        return new HostAndPort(form.group(1), port);
    }

    boolean loopback() {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
