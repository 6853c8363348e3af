package io.arcline.faketwilio.wire;

import io.arcline.faketwilio.callers.Callers;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Twilio's frames, field by field in the order of the recorded calls. */
public final class TwilioFrames {
    private TwilioFrames() {}

    /**
     * The first frame of a session.
     *
     * @param callStatus {@code RINGING}, or {@code IN_PROGRESS} where the call was answered before
     * @param parameters the values of the TwiML's Parameter children
     */
    public static String setup(
            String sessionId,
            String callSid,
            String from,
            String to,
            String callStatus,
            String accountSid,
            Map<String, String> parameters) {
        Callers.calledFrom(from);
        JsonObjectBuilder custom = Json.object();
        parameters.forEach(custom::add);
        return frame("setup")
                .add("sessionId", sessionId)
                .add("callSid", callSid)
                .add("parentCallSid", "")
                .add("from", from)
                .add("to", to)
                .add("forwardedFrom", "")
                .add("callerName", "")
                .add("direction", "inbound")
                .add("callType", "PSTN")
                .add("callStatus", callStatus)
                .add("accountSid", accountSid)
                .add("customParameters", custom)
                .build()
                .toString();
    }

    /** What the caller said so far, or, with {@code last}, in all. */
    public static String prompt(String voicePrompt, String lang, boolean last) {
        Callers.said(voicePrompt);
        return frame("prompt")
                .add("voicePrompt", voicePrompt)
                .add("lang", lang)
                .add("last", last)
                .build()
                .toString();
    }

    /** A key. */
    public static String dtmf(char digit) {
        return frame("dtmf").add("digit", String.valueOf(digit)).build().toString();
    }

    /** The caller cut Shani off: what of the chunk in progress was heard, and for how long it had been playing. */
    public static String interrupt(String utteranceUntilInterrupt, long durationUntilInterruptMs) {
        return frame("interrupt")
                .add("utteranceUntilInterrupt", utteranceUntilInterrupt)
                .add("durationUntilInterruptMs", durationUntilInterruptMs)
                .build()
                .toString();
    }

    /** An event that the TwiML subscribed to. */
    public static String info(String name, String value) {
        return frame("info").add("name", name).add("value", value).build().toString();
    }

    /** The answer to a frame that Twilio could not use. */
    public static String invalidMessage(String frame) {
        return frame("error")
                .add("description", "Invalid message received, code: 64107, " + frame)
                .build()
                .toString();
    }

    private static JsonObjectBuilder frame(String type) {
        return Json.object().add("type", type);
    }
}
