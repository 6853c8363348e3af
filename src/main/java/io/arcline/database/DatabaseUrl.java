package io.arcline.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A database's address in the form that PostgreSQL's tools and Supabase use,
 * {@code postgresql://user:password@host:port/database?sslmode=require}, taken apart for JDBC.
 *
 * @param jdbcUrl for the driver, without user and password
 * @param user to connect as
 * @param password "" where there is none; never printed
 * @param tls whether and how the connection is encrypted, a name of PostgreSQL's {@code sslmode}
 * @param poolMode what stands between here and the server
 * @param ignored names of parameters that mean nothing here
 */
public record DatabaseUrl(
        String jdbcUrl, String user, String password, String tls, PoolMode poolMode, List<String> ignored) {
    private static final int DEFAULT_PORT = 5432;
    private static final int SUPABASE_TRANSACTION_PORT = 6543;
    private static final String EXPECTED = "postgresql://user:password@host:port/database";
    private static final List<String> TLS_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** PostgreSQL's names for what the driver calls differently or the same. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "options", "options",
            "schema", "currentSchema",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "sslrootcert", "sslrootcert");

    /** What a connection of ours is to the server. */
    public enum PoolMode {
        /** A session of its own: direct, or through a pooler that lends whole sessions. */
        SESSION,
        /** Lent for one transaction at a time: no prepared statements kept, no session settings. */
        TRANSACTION
    }

    public DatabaseUrl {
        ignored = List.copyOf(ignored);
    }

    /**
     * Takes an address apart. User, password and database may be percent-encoded; characters of the password that
     * should be, and are not, do no harm except {@code %} and, before the first slash, {@code @}.
     *
     * @throws IllegalArgumentException with a message that goes on after the address, such as "has no host"; never
     *     with the password
     */
    public static DatabaseUrl parse(String text) {
        String address = afterScheme(text);
        int at = endOfCredentials(address);
        if (at <= 0) {
            throw new IllegalArgumentException("has no user (expected " + EXPECTED + ")");
        }
        String credentials = address.substring(0, at);
        int colon = credentials.indexOf(':');
        String user = decode(colon < 0 ? credentials : credentials.substring(0, colon));
        String password = colon < 0 ? "" : decode(credentials.substring(colon + 1));
        if (password.equals("[YOUR-PASSWORD]")) {
            throw new IllegalArgumentException("still says [YOUR-PASSWORD] where the database's password belongs");
        }
        String place = address.substring(at + 1);
        int question = place.indexOf('?');
        String query = question < 0 ? "" : place.substring(question + 1);
        String path = question < 0 ? place : place.substring(0, question);
        int slash = path.indexOf('/');
        HostAndPort server = HostAndPort.parse(slash < 0 ? path : path.substring(0, slash), DEFAULT_PORT);
        String database = slash < 0 ? "" : decode(path.substring(slash + 1));
        return of(server, database.isEmpty() ? user : database, user, password, parameters(query));
    }

    private static DatabaseUrl of(
            HostAndPort server, String database, String user, String password, Map<String, String> given) {
        String tls = given.getOrDefault("sslmode", server.loopback() ? "prefer" : "require");
        if (!TLS_MODES.contains(tls)) {
            throw new IllegalArgumentException("has an sslmode that is none of " + String.join(", ", TLS_MODES));
        }
        PoolMode poolMode = "true".equals(given.get("pgbouncer")) || server.port() == SUPABASE_TRANSACTION_PORT
                ? PoolMode.TRANSACTION
                : PoolMode.SESSION;
        Map<String, String> properties = new TreeMap<>();
        List<String> ignored = new ArrayList<>();
        given.forEach((name, value) -> {
            if (PARAMETERS.containsKey(name)) {
                properties.put(PARAMETERS.get(name), value);
            } else if (!name.equals("sslmode") && !name.equals("pgbouncer")) {
                ignored.add(name);
            }
        });
        properties.put("sslmode", tls);
        if (poolMode == PoolMode.TRANSACTION) {
            properties.put("prepareThreshold", "0");
        }
        String query = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + encode(property.getValue()))
                .collect(Collectors.joining("&"));
        String jdbcUrl = "jdbc:postgresql://" + server + "/" + encode(database) + "?" + query;
        return new DatabaseUrl(jdbcUrl, user, password, tls, poolMode, ignored);
    }

    /** With three dots for the password. */
    @Override
    public String toString() {
        return "DatabaseUrl[" + jdbcUrl + ", user " + user + ", password ...]";
    }

    private static String afterScheme(String text) {
        String address = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        for (String scheme : List.of("postgresql://", "postgres://")) {
            if (address.startsWith(scheme)) {
                return address.substring(scheme.length());
            }
        }
        throw new IllegalArgumentException("does not begin with postgresql:// (expected " + EXPECTED + ")");
    }

    /**
     * The last {@code @} before the first slash; a password with a slash in it has none there, and goes to the last
     * of all.
     */
    private static int endOfCredentials(String address) {
        int slash = address.indexOf('/');
        int at = (slash < 0 ? address : address.substring(0, slash)).lastIndexOf('@');
        return at < 0 ? address.lastIndexOf('@') : at;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                parameters.put(
                        decode(equals < 0 ? parameter : parameter.substring(0, equals)),
                        equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            // The cause would quote what it cannot read, which may be the password.
            throw new IllegalArgumentException(
                    "has a % that is not followed by two hexadecimal digits (write %25" + " for %)");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
