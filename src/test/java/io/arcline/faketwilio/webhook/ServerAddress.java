package io.arcline.faketwilio.webhook;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where the server is said to be, and where it really is. Twilio knows the public address, signs it, and a proxy in
 * front of the server carries the request to the real one.
 *
 * @param publicBase what the number is configured with, such as {@code https://phone.example.net}; a path in it is a
 *     prefix that the proxy takes away
 * @param server asked for each request: scheme and authority to connect to, such as {@code http://localhost:8080}
 */
public record ServerAddress(URI publicBase, Supplier<URI> server) {
    /** A server without a proxy: the public address is the real one. */
    public static ServerAddress direct(URI server) {
        return new ServerAddress(server, () -> server);
    }

    /** A server behind a proxy that ends TLS and rewrites host, port and scheme. */
    public static ServerAddress behindProxy(URI publicBase, URI server) {
        return new ServerAddress(publicBase, () -> server);
    }

    /**
     * A server whose public host is written as the server's own setting {@code DOMAIN} is: empty or "placeholder" for none. A
     * public host is reached by https, but a loopback one, which no proxy stands before, by http.
     */
    public static ServerAddress ofDomain(String domain, URI server) {
        String base = domain.strip();
        if (base.isEmpty() || base.equalsIgnoreCase("placeholder")) {
            return direct(server);
        }
        if (!base.contains("://")) {
            boolean loopback = base.matches("(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");
            base = (loopback ? "http://" : "https://") + base;
        }
        return behindProxy(URI.create(base.replaceFirst("^ws", "http")), server);
    }

    /** The public URL of a path of the server. */
    public String publicUrl(String path) {
        return origin(publicBase) + prefix() + path;
    }

    /** Where to connect for a URL that the server named: path and query stay as they are written, byte for byte. */
    public URI reach(String publicUrl) {
        URI url = URI.create(publicUrl);
        URI real = server.get();
        boolean socket = url.getScheme().startsWith("ws");
        boolean tls = "https".equals(real.getScheme());
        String scheme = socket ? (tls ? "wss" : "ws") : real.getScheme();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        path = path.startsWith(prefix() + "/") ? path.substring(prefix().length()) : path;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(scheme + "://" + real.getRawAuthority() + path + query);
    }

    /** Whether a URL that the server named leads to the server at all, by its public or its real address. */
    public boolean owns(String publicUrl) {
        String authority = URI.create(publicUrl).getRawAuthority();
        return publicBase.getRawAuthority().equalsIgnoreCase(authority)
                || server.get().getRawAuthority().equalsIgnoreCase(authority);
    }

    /** Whether a proxy stands before the server. */
    public boolean proxied() {
        return !origin(publicBase).equalsIgnoreCase(origin(server.get()));
    }

    private String prefix() {
        String path = publicBase.getRawPath() == null ? "" : publicBase.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
