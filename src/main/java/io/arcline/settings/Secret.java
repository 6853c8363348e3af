package io.arcline.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A text that nobody may see. It shows itself as three dots wherever it is printed; {@link #value()} is for the code
 * that sends it where it belongs.
 *
 * @param value the text itself, not null
 */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value);
    }

    /** Whether a text is the secret; takes as long whichever of its characters differs. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "...";
    }
}
