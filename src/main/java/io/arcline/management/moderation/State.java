package io.arcline.management.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is decided about a post. */
enum State {
    /** Nothing yet. */
    PENDING,
    VERIFIED,
    REJECTED;

    static Optional<State> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }

    /** As the tables and the API have it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
