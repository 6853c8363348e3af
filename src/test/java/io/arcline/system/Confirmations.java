package io.arcline.system;

import io.arcline.faketwilio.line.Reply;

/** Recognises, as a caller would, that Shani says something was stored. */
final class Confirmations {
    static final Wordings STORED = Wordings.of("en", "(scrappy|submit)\\.stored");

    private Confirmations() {}

    /** Whether a reply says so. */
    static boolean isOne(Reply reply) {
        return STORED.in(reply.text());
    }
}
