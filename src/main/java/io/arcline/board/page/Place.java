package io.arcline.board.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that goes from the newest post to the oldest: after this post. New posts do not move it.
 *
 * @param createdAt with the database's microseconds, in UTC
 */
public record Place(OffsetDateTime createdAt, UUID id) {

    public Place {
        createdAt = createdAt.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Place parse(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = decoded.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("not a place in a list");
            }
            return new Place(
                    OffsetDateTime.parse(decoded.substring(0, space)), UUID.fromString(decoded.substring(space + 1)));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("not a place in a list", noTime);
        }
    }

    /** For a URL's query. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
