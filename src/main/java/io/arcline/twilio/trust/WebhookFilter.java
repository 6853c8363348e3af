package io.arcline.twilio.trust;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets only Twilio's webhooks through: 403 without a body for anything else. */
public class WebhookFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Twilio's forms are a few kilobytes; the conversation's memory may come on top. */
    static final int MOST_BYTES = 64 * 1024;

    @Inject
    transient TrustedCarrier carrier;

    @Inject
    transient Doorkeeper door;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            if (carrier.trustsGet(request)) {
                chain.doFilter(request, response);
            } else {
                door.unsigned(request, response, Refusals.Reason.WEBHOOK_SIGNATURE);
            }
            return;
        }
        byte[] body = body(request);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        BufferedRequest post = new BufferedRequest(request, body);
        if (carrier.trustsPost(post)) {
            chain.doFilter(post, response);
        } else {
            door.unsigned(request, response, Refusals.Reason.WEBHOOK_SIGNATURE);
        }
    }

    /** All of it, or one byte more than the most; where its length is known, into a buffer of that size. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        return request.getInputStream().readNBytes(length < 0 ? MOST_BYTES + 1 : Math.min(length, MOST_BYTES + 1));
    }
}
