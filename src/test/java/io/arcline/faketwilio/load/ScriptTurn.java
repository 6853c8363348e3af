package io.arcline.faketwilio.load;

import io.arcline.faketwilio.wire.TwilioFrames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a caller does in one turn and what must be in the reply. Immutable.
 *
 * @param words what is said, or null where a key is pressed; {@code {call}} and {@code {turn}} in it are filled in for each
 *     turn
 * @param key the key, where nothing is said
 * @param heard one of these is in every right reply, as UTF-8; none: any reply is right
 * @param whole this is in every right reply, its frames put together, as UTF-8; empty for no matter
 * @param ends whether the server ends the call after its reply
 * @param frame the message, masked, the same in all turns; null where something is to be filled in
 */
record ScriptTurn(String words, char key, List<byte[]> heard, byte[] whole, boolean ends, byte[] frame) {
    private static final String LANGUAGE = "en-US";

    static ScriptTurn say(String words, List<String> heard, boolean ends) {
        return say(words, heard, "", ends);
    }

    static ScriptTurn say(String words, List<String> heard, String whole, boolean ends) {
        boolean filled = words.contains("{call}") || words.contains("{turn}");
        byte[] frame = filled ? null : ClientFrame.text(TwilioFrames.prompt(words, LANGUAGE, true));
        return new ScriptTurn(words, ' ', bytes(heard), bytes(whole), ends, frame);
    }

    static ScriptTurn press(char key, List<String> heard, boolean ends) {
        return new ScriptTurn(null, key, bytes(heard), bytes(""), ends, ClientFrame.text(TwilioFrames.dtmf(key)));
    }

    /** The answering of the call: nothing is said. */
    static ScriptTurn listen(List<String> heard) {
        return new ScriptTurn(null, ' ', bytes(heard), bytes(""), false, new byte[0]);
    }

    /** The frame that says it. */
    byte[] frame(int call, int turn) {
        if (frame != null) {
            return frame;
        }
        String filled = words.replace("{call}", String.valueOf(call)).replace("{turn}", String.valueOf(turn));
        return ClientFrame.text(TwilioFrames.prompt(filled, LANGUAGE, true));
    }

    /** Whether a part of a reply holds what makes the reply right. */
    boolean accepts(byte[] bytes, int from, int to) {
        if (heard.isEmpty()) {
            return true;
        }
        for (int i = 0; i < heard.size(); i++) {
            if (holds(bytes, from, to, heard.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all parts of a reply together are right. */
    boolean acceptsWhole(byte[] reply) {
        return whole.length == 0 || holds(reply, 0, reply.length, whole);
    }

    private static boolean holds(byte[] bytes, int from, int to, byte[] wanted) {
        byte first = wanted[0];
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == first
                    && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(ScriptTurn::bytes).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return words == null ? "key " + key : "\"" + words + "\"";
    }
}
