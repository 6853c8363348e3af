package io.arcline.faketwilio.webhook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The signature of a request, and what a proxy adds where one stands before the server. Immutable. */
public record RequestHeaders(Account account, ServerAddress address) {

    /** For a POST of this form, or with an empty form for a GET or a handshake to a public URL. */
    public Map<String, String> of(String publicUrl, Form form) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (account.authToken() != null) {
            headers.put(TwilioSignature.HEADER, TwilioSignature.of(account.authToken(), publicUrl, form));
        }
        if (address.proxied()) {
            headers.put("X-Forwarded-For", "203.0.113.1");
            headers.put("X-Forwarded-Host", URI.create(publicUrl).getRawAuthority());
            headers.put("X-Forwarded-Proto", "https");
        }
        return headers;
    }
}
