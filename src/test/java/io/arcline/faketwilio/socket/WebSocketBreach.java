package io.arcline.faketwilio.socket;

import java.io.IOException;

/** The other side broke RFC 6455. The connection is of no further use. */
public final class WebSocketBreach extends IOException {
    private static final long serialVersionUID = 1L;
    private final int closeCode;

    WebSocketBreach(int closeCode, String what) {
        super(what);
        this.closeCode = closeCode;
    }

    /** The close code that the standard names for this breach: 1002, 1003, 1007 or 1009. */
    public int closeCode() {
        return closeCode;
    }
}
