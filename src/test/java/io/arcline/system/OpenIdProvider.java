package io.arcline.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenID provider on loopback, as small as they come: discovery, keys, and the code flow, in which whoever is {@link #signsIn} is
 * never asked for anything. It signs by RS256.
 */
final class OpenIdProvider {
    static final String CLIENT = "arcline";
    static final String CLIENT_SECRET = "the secret of the client";

    private final HttpsServer server;
    private final ServerCertificate certificate;
    private final KeyPair key = rsa();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile String user = "nobody";
    private volatile List<String> groups = List.of();

    /** Starts one that keeps its key in a new folder of this one. */
    static OpenIdProvider in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new OpenIdProvider(ServerCertificate.in(Files.createTempDirectory(folder, "provider")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private OpenIdProvider(ServerCertificate certificate) throws IOException {
        this.certificate = certificate;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        // Daemons, so that it ends with the tests' JVM.
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String issuer() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** The file of the certificate that it has to be trusted by. */
    Path certificate() {
        return certificate.pem();
    }

    String discoveryUrl() {
        return issuer() + "/.well-known/openid-configuration";
    }

    /** Who comes back from the browser's next visits. */
    void signsIn(String user, String... groups) {
        this.user = user;
        this.groups = List.of(groups);
    }

    /** An access token for this client. */
    String bearer(String user, String... groups) {
        return signed(key, claims(user, List.of(groups), CLIENT));
    }

    /** The same, signed by somebody else. */
    String forged(String user, String... groups) {
        return signed(rsa(), claims(user, List.of(groups), CLIENT));
    }

    /** An access token for another client. */
    String forAnother(String user, String... groups) {
        return signed(key, claims(user, List.of(groups), "another client"));
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                Json.createObjectBuilder()
                        .add("issuer", issuer())
                        .add("authorization_endpoint", issuer() + "/authorize")
                        .add("token_endpoint", issuer() + "/token")
                        .add("jwks_uri", issuer() + "/keys")
                        .add("response_types_supported", Json.createArrayBuilder(List.of("code")))
                        .add("subject_types_supported", Json.createArrayBuilder(List.of("public")))
                        .add("scopes_supported", Json.createArrayBuilder(List.of("openid", "profile")))
                        .add(
                                "token_endpoint_auth_methods_supported",
                                Json.createArrayBuilder(List.of("client_secret_basic", "client_secret_post")))
                        .add("id_token_signing_alg_values_supported", Json.createArrayBuilder(List.of("RS256"))));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        answer(
                exchange,
                Json.createObjectBuilder()
                        .add(
                                "keys",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("kty", "RSA")
                                                .add("use", "sig")
                                                .add("alg", "RS256")
                                                .add("kid", "1")
                                                .add(
                                                        "n",
                                                        base64(unsigned(
                                                                rsa.getModulus().toByteArray())))
                                                .add(
                                                        "e",
                                                        base64(unsigned(rsa.getPublicExponent()
                                                                .toByteArray()))))));
    }

    /** Nobody is asked: the browser is sent back at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = "code-" + System.nanoTime();
        nonces.put(code, query.getOrDefault("nonce", ""));
        String back = query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state");
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> body = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String nonce = nonces.remove(body.getOrDefault("code", ""));
        if (nonce == null) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        JsonObjectBuilder claims = claims(user, groups, CLIENT);
        if (!nonce.isEmpty()) {
            claims.add("nonce", nonce);
        }
        answer(
                exchange,
                Json.createObjectBuilder()
                        .add("access_token", bearer(user, groups.toArray(String[]::new)))
                        .add("id_token", signed(key, claims))
                        .add("token_type", "Bearer")
                        .add("expires_in", 600));
    }

    private JsonObjectBuilder claims(String user, List<String> groups, String audience) {
        long now = Instant.now().getEpochSecond();
        return Json.createObjectBuilder()
                .add("iss", issuer())
                .add("sub", user)
                .add("aud", audience)
                .add("iat", now)
                .add("exp", now + 600)
                .add("groups", Json.createArrayBuilder(groups));
    }

    private static String signed(KeyPair key, JsonObjectBuilder claims) {
        try {
            String signed = base64("{\"alg\":\"RS256\",\"kid\":\"1\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                    + "." + base64(claims.build().toString().getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private static void answer(HttpExchange exchange, JsonObjectBuilder json) throws IOException {
        byte[] body = json.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
