package io.arcline.twilio.trust;

import io.arcline.twilio.twiml.PublicBase;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps a {@code Host} header that is no host name away from whatever builds URLs from it: where {@code DOMAIN} is configured the
 * header means nothing, and the request goes on under that name; where it is not, the request is answered with 400.
 */
public class HostFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PublicAddress address;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PublicBase.ofHost(request.getHeader("Host"), false).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        var base = address.of(request.getHeader("Host"));
        if (base.isPresent()) {
            chain.doFilter(new Renamed(request, base.get()), response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static final class Renamed extends HttpServletRequestWrapper {
        private final PublicBase base;

        Renamed(HttpServletRequest request, PublicBase base) {
            super(request);
            this.base = base;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(base.webhook(getRequestURI()));
        }
    }
}
