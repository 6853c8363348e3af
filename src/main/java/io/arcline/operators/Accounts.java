package io.arcline.operators;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody who may sign in: {@code OPERATOR_USER} with {@code OPERATOR_PASSWORD}, {@code MODERATORS} and {@code READERS}. Where the operator has no
 * password one is made for this start; in development it is shown, in production nobody gets in by it.
 */
record Accounts(List<Account> all) {
    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    Accounts {
        all = List.copyOf(all);
    }

    /** Those of an environment. Others without a password are left out. */
    static Accounts of(Map<String, String> environment) {
        String user = set(environment, "OPERATOR_USER").orElse("operator");
        String password = set(environment, "OPERATOR_PASSWORD").orElseGet(() -> made(user, environment));
        List<Account> all = new ArrayList<>(List.of(new Account(user, password, Account.OPERATOR)));
        add(all, environment, "MODERATORS", Account.MODERATOR);
        add(all, environment, "READERS", Account.READER);
        return new Accounts(all);
    }

    /** Whoever has an account already keeps that one. */
    private static void add(List<Account> all, Map<String, String> environment, String variable, List<String> groups) {
        Stream.of(set(environment, variable).orElse("").split("\\s+"))
                .filter(account -> account.matches("[^:]+:.+"))
                .map(account -> account.split(":", 2))
                .filter(account -> all.stream().noneMatch(known -> known.user().equals(account[0])))
                .forEach(account -> all.add(new Account(account[0], account[1], groups)));
    }

    /** The account of a user. */
    Optional<Account> of(String user) {
        return all.stream().filter(account -> account.user().equals(user)).findFirst();
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String made(String user, Map<String, String> environment) {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (set(environment, "ARCLINE_MODE")
                .filter("production"::equalsIgnoreCase)
                .isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "OPERATOR_PASSWORD is not set: nobody signs in as {0} by password",
                    user);
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Operators'' API of this development server: user {0}, password {1} (until OPERATOR_PASSWORD is set)",
                    user,
                    password);
        }
        return password;
    }
}
