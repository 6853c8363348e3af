package io.arcline.twilio.twiml;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Twilio reaches this server: the beginning of every URL that it is told, and of every URL whose signature is
 * checked.
 *
 * <p>Always https and wss; only in development, and only for a loopback host, http and ws.
 *
 * @param webhooks such as {@code https://phone.example.com}, with the port and path prefix if the public address has
 *     them, without a slash at its end
 * @param sockets the same for WebSockets
 */
public record PublicBase(String webhooks, String sockets) {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String HOST =
            "(?<host>(?:" + LABEL + "\\.){0,60}" + LABEL + "|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(?<port>\\d{1,5}))?";
    private static final Pattern HOST_HEADER = Pattern.compile(HOST);
    private static final Pattern DOMAIN =
            Pattern.compile("(?:(?<scheme>[A-Za-z]+)://)?" + HOST + "(?<path>(?:/[A-Za-z0-9._~-]+)*)/?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1\\]", Pattern.CASE_INSENSITIVE);
    private static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_PORT = 65_535;

    /**
     * Whether {@code DOMAIN} leaves the address open, as it does before a first deployment: the request's host is used
     * then.
     */
    public static boolean isOpen(String domain) {
        return domain == null || domain.isBlank() || domain.strip().equalsIgnoreCase("placeholder");
    }

    /**
     * The address that {@code DOMAIN} names.
     *
     * @param domain a host, with a port or without, also as {@code https://host/prefix}
     * @param production whether even a loopback host is reached by https
     * @throws IllegalArgumentException with a message for the operator, which does not repeat what was configured
     */
    public static PublicBase of(String domain, boolean production) {
        Matcher parts = DOMAIN.matcher(domain.strip());
        if (!parts.matches() || !isHost(parts)) {
            throw new IllegalArgumentException(
                    "DOMAIN must be a host name such as phone.example.com, with a port or a path prefix if it has one");
        }
        String scheme =
                parts.group("scheme") == null ? "" : parts.group("scheme").toLowerCase(Locale.ROOT);
        boolean plain = !production && LOOPBACK.matcher(parts.group("host")).matches() && !scheme.endsWith("s");
        switch (scheme) {
            case "", "https", "wss" -> {}
            case "http", "ws" -> {
                if (!plain) {
                    throw new IllegalArgumentException(
                            "DOMAIN must not be an http address: Twilio has to reach it by https");
                }
            }
            default -> throw new IllegalArgumentException("DOMAIN must be a host name or an https address");
        }
        return base(parts, plain, parts.group("path"));
    }

    /**
     * The address that a request names in its {@code Host} header, for as long as {@code DOMAIN} is open.
     *
     * @param host may be null and anything
     * @return empty where it is not a plain host name, with a port or without
     */
    public static Optional<PublicBase> ofHost(String host, boolean production) {
        Matcher parts = HOST_HEADER.matcher(host == null ? "" : host);
        if (!parts.matches() || !isHost(parts)) {
            return Optional.empty();
        }
        return Optional.of(
                base(parts, !production && LOOPBACK.matcher(parts.group("host")).matches(), ""));
    }

    /** The URL of a webhook; {@code path} begins with a slash. */
    public String webhook(String path) {
        return webhooks + path;
    }

    /** The URL of a WebSocket; {@code path} begins with a slash. */
    public String socket(String path) {
        return sockets + path;
    }

    private static boolean isHost(Matcher parts) {
        String port = parts.group("port");
        return parts.group("host").length() <= MAX_HOST_LENGTH
                && (port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= MAX_PORT);
    }

    private static PublicBase base(Matcher parts, boolean plain, String path) {
        String port = parts.group("port");
        boolean needsPort = port != null && Integer.parseInt(port) != (plain ? 80 : 443);
        String rest = "://" + parts.group("host") + (needsPort ? ":" + Integer.parseInt(port) : "") + path;
        return plain ? new PublicBase("http" + rest, "ws" + rest) : new PublicBase("https" + rest, "wss" + rest);
    }
}
