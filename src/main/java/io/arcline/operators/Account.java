package io.arcline.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Somebody who may sign in on the management port.
 *
 * @param password never printed
 * @param groups what the account is for; server.xml gives each group its roles
 */
record Account(String user, String password, List<String> groups) {
    /** Groups of those who may do everything. */
    static final List<String> OPERATOR = List.of("operator", "moderator");

    /** Groups of those who decide about posts. */
    static final List<String> MODERATOR = List.of("moderator");

    /** Groups of those who look and change nothing. */
    static final List<String> READER = List.of("reader");

    /** All that there are. */
    static final List<String> GROUPS = List.of("operator", "moderator", "reader");

    Account {
        groups = List.copyOf(groups);
    }

    /** Whether this is the password; takes as long whichever of its characters differs. */
    boolean hasPassword(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Account[user=" + user + ", groups=" + groups + "]";
    }
}
