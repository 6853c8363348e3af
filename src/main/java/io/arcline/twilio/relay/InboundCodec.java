package io.arcline.twilio.relay;

import io.arcline.twilio.relay.Inbound.Dtmf;
import io.arcline.twilio.relay.Inbound.ErrorReport;
import io.arcline.twilio.relay.Inbound.Info;
import io.arcline.twilio.relay.Inbound.Interrupt;
import io.arcline.twilio.relay.Inbound.Prompt;
import io.arcline.twilio.relay.Inbound.Setup;
import io.arcline.twilio.relay.Inbound.Unknown;
import java.util.Map;

/**
 * Reads what Twilio sends.
 *
 * <p>Whatever the text is, {@link #decode} gives a message or throws {@link BadFrameException}, in time and memory
 * bounded by the frame's length. Strict about JSON (RFC 8259) and the types of the fields it knows; tolerant of fields
 * that are missing or null, of fields and types it does not know, and of repeated names, of which the last counts.
 */
public final class InboundCodec {

    /** The longest frame read, in bytes of UTF-8; Twilio's own are below 1,000. */
    public static final int MAX_FRAME_BYTES = 64 * 1024;

    /** The longest prompt taken, in characters: some ten minutes of uninterrupted speech. */
    public static final int MAX_PROMPT_LENGTH = 8_192;

    /** How many custom parameters a setup may hold; ours holds a handful. */
    public static final int MAX_PARAMETERS = 32;

    /** The longest custom parameter, name and value together, in characters. */
    public static final int MAX_PARAMETER_LENGTH = 1_024;

    /** The longest {@code type}, in characters; the longest known one has nine. */
    public static final int MAX_TYPE_LENGTH = 64;

    private static final String KEYS = "0123456789*#";
    private static final long DAY_MS = 86_400_000L;

    private InboundCodec() {}

    /**
     * Reads one text frame.
     *
     * @throws BadFrameException where it is no JSON object, names no type, or breaks one of the bounds
     */
    public static Inbound decode(String frame) throws BadFrameException {
        if (!WellFormed.fits(frame, MAX_FRAME_BYTES)) {
            throw new BadFrameException("longer than " + MAX_FRAME_BYTES + " bytes");
        }
        JsonObjectText fields = JsonObjectText.parse(frame);
        String type = fields.string("type", MAX_TYPE_LENGTH);
        return switch (type) {
            case "" -> throw new BadFrameException("no type");
            case "setup" -> setup(fields);
            case "prompt" ->
                new Prompt(
                        fields.string("voicePrompt", MAX_PROMPT_LENGTH),
                        fields.string("lang"),
                        fields.bool("last", true));
            case "dtmf" -> new Dtmf(key(fields.string("digit")));
            case "interrupt" ->
                new Interrupt(
                        fields.string("utteranceUntilInterrupt"), duration(fields.scalar("durationUntilInterruptMs")));
            case "error" -> new ErrorReport(fields.string("description"));
            case "info" -> new Info(fields.string("name"), fields.string("value"));
            default -> new Unknown(type);
        };
    }

    private static Setup setup(JsonObjectText fields) throws BadFrameException {
        return new Setup(
                fields.string("sessionId"),
                fields.string("accountSid"),
                fields.string("parentCallSid"),
                fields.string("callSid"),
                fields.string("from"),
                fields.string("to"),
                fields.string("forwardedFrom"),
                fields.string("callType"),
                fields.string("callerName"),
                fields.string("direction"),
                fields.string("callStatus"),
                parameters(fields));
    }

    private static Map<String, String> parameters(JsonObjectText fields) throws BadFrameException {
        JsonObjectText object = fields.object("customParameters");
        if (object.size() > MAX_PARAMETERS) {
            throw new BadFrameException("more than " + MAX_PARAMETERS + " customParameters");
        }
        Map<String, String> parameters = object.strings("customParameters");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().length() + parameter.getValue().length() > MAX_PARAMETER_LENGTH) {
                throw new BadFrameException(
                        "one of customParameters is longer than " + MAX_PARAMETER_LENGTH + " characters");
            }
        }
        return parameters;
    }

    private static char key(String digit) throws BadFrameException {
        if (digit.length() != 1 || KEYS.indexOf(digit.charAt(0)) < 0) {
            throw new BadFrameException("digit is not one of " + KEYS);
        }
        return digit.charAt(0);
    }

    /**
     * A number, or a string of digits as older versions of Twilio's page show it. What is unreadable must not hide the
     * interrupt.
     */
    private static long duration(String text) {
        if (text.isEmpty() || text.length() > 20) {
            return Interrupt.UNKNOWN_DURATION;
        }
        try {
            double ms = Double.parseDouble(text);
            return ms >= 0 && ms <= DAY_MS ? (long) ms : Interrupt.UNKNOWN_DURATION;
        } catch (NumberFormatException notANumber) {
            return Interrupt.UNKNOWN_DURATION;
        }
    }
}
