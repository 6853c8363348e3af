package io.arcline.twilio.trust;

import io.arcline.twilio.signature.RequestSignatures;
import io.arcline.twilio.signature.TwilioSignature;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a request comes from Twilio. Wherever an auth token is configured its signature decides, and nothing else.
 * Without one, which only development allows, requests from this machine are trusted that no proxy has passed on and that no page
 * of another site makes. Thread-safe.
 */
public final class TrustedCarrier {
    private final PublicAddress address;
    private final List<String> authTokens;

    /** @param authTokens the current and while it is rotated the previous one; empty in development only */
    public TrustedCarrier(PublicAddress address, List<String> authTokens) {
        this.address = address;
        this.authTokens = List.copyOf(authTokens);
    }

    /** Whether a GET is Twilio's. */
    public boolean trustsGet(HttpServletRequest request) {
        return authTokens.isEmpty()
                ? isFromThisMachine(request)
                : signatures(request)
                        .filter(s -> s.acceptsGet(pathAndQuery(request), signature(request)))
                        .isPresent();
    }

    /** Whether a POST is Twilio's. */
    boolean trustsPost(BufferedRequest request) {
        if (authTokens.isEmpty()) {
            return isFromThisMachine(request);
        }
        String signature = signature(request);
        String url = pathAndQuery(request);
        return signatures(request)
                .filter(s -> request.isForm()
                        ? s.acceptsForm(url, request.form(), signature)
                        : s.acceptsBody(url, request.body(), signature))
                .isPresent();
    }

    /** Whether the handshake of a relay's socket is Twilio's. */
    public boolean trustsHandshake(HttpServletRequest request) {
        return authTokens.isEmpty()
                ? isFromThisMachine(request)
                : signatures(request)
                        .filter(s -> s.acceptsHandshake(pathAndQuery(request), signature(request)))
                        .isPresent();
    }

    private Optional<RequestSignatures> signatures(HttpServletRequest request) {
        return address.of(request.getHeader("Host"))
                .map(base -> new RequestSignatures(base.webhooks(), base.sockets(), authTokens));
    }

    /** Whether a request comes from this machine and no proxy has passed it on. */
    public static boolean isFromThisMachine(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean loopback = address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        return loopback
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isOfNoOtherSite(request);
    }

    /** A page from elsewhere, in a browser on this machine, is not this machine. */
    private static boolean isOfNoOtherSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || origin.endsWith("://" + request.getHeader("Host"));
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String signature(HttpServletRequest request) {
        return request.getHeader(TwilioSignature.HEADER);
    }
}
