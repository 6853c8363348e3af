package io.arcline.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A user and a password. The operators' are {@code OPERATOR_USER} and {@code OPERATOR_PASSWORD}. Where no password is set, one is made
 * for this start; in development it is shown, in production nobody gets in.
 */
record OperatorPassword(String user, String password) {
    private static final System.Logger LOG = System.getLogger(OperatorPassword.class.getName());

    static OperatorPassword configured() {
        Config config = ConfigProvider.getConfig();
        String user = config.getOptionalValue("OPERATOR_USER", String.class).orElse("operator");
        return config.getOptionalValue("OPERATOR_PASSWORD", String.class)
                .filter(password -> !password.isBlank())
                .map(password -> new OperatorPassword(user, password))
                .orElseGet(() -> new OperatorPassword(user, generated(user, config)));
    }

    /** Those of {@code MODERATORS}; whoever has no password is left out. */
    static List<OperatorPassword> moderators() {
        String configured = ConfigProvider.getConfig()
                .getOptionalValue("MODERATORS", String.class)
                .orElse("");
        return Stream.of(configured.strip().split("\\s+"))
                .filter(account -> account.matches("[^:]+:.+"))
                .map(account -> account.split(":", 2))
                .map(account -> new OperatorPassword(account[0], account[1]))
                .toList();
    }

    private static String generated(String user, Config config) {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (config.getOptionalValue("ARCLINE_MODE", String.class)
                .filter("production"::equalsIgnoreCase)
                .isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "OPERATOR_PASSWORD is not set: nobody can use the operators'' API");
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Operators'' API of this development server: user {0}, password {1} (until OPERATOR_PASSWORD is set)",
                    user,
                    password);
        }
        return password;
    }

    /** Whether this is the user and the password with a colon between; takes as long whichever of its characters differs. */
    boolean matches(String userAndPassword) {
        return MessageDigest.isEqual(
                userAndPassword.getBytes(StandardCharsets.UTF_8),
                (user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OperatorPassword[user=" + user + "]";
    }
}
