package io.arcline.management;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.List;

/**
 * HTTP basic authentication of the operators' API: the operator may do everything, moderators moderate. Mapped in the module's web.xml and not by annotation: the classes are on the
 * public module's class path too.
 */
public class OperatorSignIn extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Basic ";

    private final transient OperatorPassword operator = OperatorPassword.configured();
    private final transient List<OperatorPassword> moderators = OperatorPassword.moderators();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String signedIn = userAndPassword(request.getHeader("Authorization"));
        if (operator.matches(signedIn)) {
            chain.doFilter(new SignedInRequest(request, operator.user()), response);
            return;
        }
        for (OperatorPassword moderator : moderators) {
            if (moderator.matches(signedIn)) {
                if (request.getRequestURI().startsWith("/api/moderation/")) {
                    chain.doFilter(new SignedInRequest(request, moderator.user()), response);
                } else {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                }
                return;
            }
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"ARC Line\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** User and password with a colon between; "" where there are none. */
    private static String userAndPassword(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            return new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** A request by somebody who has signed in. */
    private static final class SignedInRequest extends HttpServletRequestWrapper {
        private final String user;

        SignedInRequest(HttpServletRequest request, String user) {
            super(request);
            this.user = user;
        }

        @Override
        public String getRemoteUser() {
            return user;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> user;
        }
    }
}
