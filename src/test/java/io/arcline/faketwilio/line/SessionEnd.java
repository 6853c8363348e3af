package io.arcline.faketwilio.line;

import io.arcline.faketwilio.webhook.Form;

/**
 * How a relay session ended, as the action will tell it.
 *
 * @param status {@code completed}: the caller hung up; {@code ended}: the server said so; {@code failed}
 * @param handoffData of the server's {@code end}; null for none
 * @param errorCode of a failure; null otherwise
 * @param errorMessage of a failure; null otherwise
 * @param cutOff whether the server's {@code end} came while the caller was still listening to something
 */
public record SessionEnd(String status, String handoffData, String errorCode, String errorMessage, boolean cutOff) {
    static SessionEnd completed() {
        return new SessionEnd("completed", null, null, null, false);
    }

    static SessionEnd ended(String handoffData, boolean cutOff) {
        return new SessionEnd("ended", handoffData, null, null, cutOff);
    }

    static SessionEnd failed() {
        return new SessionEnd("failed", null, "64105", "Websocket ended", false);
    }

    /** Whether the server ended it by an {@code end} frame. */
    public boolean byServer() {
        return status.equals("ended");
    }

    /** Whether the caller hung up. */
    public boolean byCaller() {
        return status.equals("completed");
    }

    /**
     * The action's form with the fields that tell of the session, in the recorded order.
     *
     * @param common the fields that every voice request has
     * @param seconds how long the session lasted
     */
    public Form tell(Form common, String sessionId, long seconds) {
        Form form = common.with("SessionId", sessionId)
                .with("SessionStatus", status)
                .with("SessionDuration", String.valueOf(seconds))
                .with("CallStatus", byCaller() ? "completed" : "in-progress");
        form = handoffData == null ? form : form.with("HandoffData", handoffData);
        return errorCode == null ? form : form.with("ErrorCode", errorCode).with("ErrorMessage", errorMessage);
    }
}
