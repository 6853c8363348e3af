package io.arcline.faketwilio.load;

import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.nio.charset.StandardCharsets;

/** The carrier's events around speech, as the recorded calls have them, without the time that they take there. */
final class Events {
    private static final byte[] CALLER_SPEAKS = ClientFrame.text(TwilioFrames.info("clientSpeaking", "on"));
    private static final byte[] CALLER_STOPS = ClientFrame.text(TwilioFrames.info("clientSpeaking", "off"));
    private static final byte[] AGENT_SPEAKS = ClientFrame.text(TwilioFrames.info("agentSpeaking", "on"));
    private static final byte[] AGENT_STOPS = ClientFrame.text(TwilioFrames.info("agentSpeaking", "off"));
    private static final byte[] PLAYED_HEAD =
            "{\"type\":\"info\",\"name\":\"tokensPlayed\",\"value\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAYED_TAIL = "\"}".getBytes(StandardCharsets.UTF_8);

    private Events() {}

    /** The caller's voice comes and goes around what was said. */
    static byte[] around(byte[] frame) {
        return ClientFrame.together(CALLER_SPEAKS, CALLER_STOPS, frame);
    }

    /** A token, as it stands in its frame, has been played. */
    static byte[] played(byte[] bytes, int from, int to) {
        byte[] payload = new byte[PLAYED_HEAD.length + to - from + PLAYED_TAIL.length];
        System.arraycopy(PLAYED_HEAD, 0, payload, 0, PLAYED_HEAD.length);
        System.arraycopy(bytes, from, payload, PLAYED_HEAD.length, to - from);
        System.arraycopy(PLAYED_TAIL, 0, payload, PLAYED_HEAD.length + to - from, PLAYED_TAIL.length);
        return ClientFrame.together(AGENT_SPEAKS, ClientFrame.of(WebSocketFrame.TEXT, payload), AGENT_STOPS);
    }
}
