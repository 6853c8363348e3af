package io.arcline.faketwilio;

/** Something that a test waited for did not happen. The message says what, and holds the call's transcript. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallFailed(String what) {
        super(what);
    }
}
