package io.arcline.faketwilio.socket;

import java.io.IOException;

/** The server answered the handshake with something other than a right 101. */
public final class HandshakeRefused extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    HandshakeRefused(int status, String what) {
        super(what);
        this.status = status;
    }

    /** The HTTP status; 101 where only the headers were wrong, 0 where the answer was not HTTP. */
    public int status() {
        return status;
    }
}
