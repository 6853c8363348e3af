package io.arcline.twilio.twiml;

import io.arcline.twilio.twiml.SessionEnd.Broken;
import io.arcline.twilio.twiml.SessionEnd.CallOver;
import io.arcline.twilio.twiml.SessionEnd.EndedByUs;
import io.arcline.twilio.twiml.SessionEnd.HandedOff;
import io.arcline.twilio.twiml.SessionEnd.Unknown;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What Twilio posts to the action of {@code <Connect>} when a relay session has ended, and what it is answered.
 *
 * <table>
 * <caption>Decided from the top</caption>
 * <tr><th>CallStatus</th><th>SessionStatus</th><th>HandoffData</th><th>is</th></tr>
 * <tr><td>completed, failed, busy, no-answer, canceled</td><td>any</td><td>any</td><td>{@link CallOver}</td></tr>
 * <tr><td>other</td><td>completed</td><td>any</td><td>{@link CallOver}</td></tr>
 * <tr><td>other</td><td>ended</td><td>a {@link Handoff}</td><td>{@link HandedOff}</td></tr>
 * <tr><td>other</td><td>ended</td><td>none, or not ours</td><td>{@link EndedByUs}</td></tr>
 * <tr><td>other</td><td>failed</td><td>any</td><td>{@link Broken}</td></tr>
 * <tr><td>other</td><td>missing or unheard of</td><td>any</td><td>{@link Unknown}</td></tr>
 * </table>
 *
 * <p>Source: Twilio's page on {@code <Connect>} and the recorded calls: a session that fails leaves the call in
 * progress.
 */
public final class ConnectAction {

    private static final Set<String> OVER = Set.of("completed", "failed", "busy", "no-answer", "canceled");
    private static final Pattern ERROR_CODE = Pattern.compile("\\d{1,6}");

    private ConnectAction() {}

    /**
     * Reads what was posted.
     *
     * @param field the value of a field of the form, or null
     */
    public static SessionEnd decide(UnaryOperator<String> field) {
        if (OVER.contains(word(field.apply("CallStatus")))) {
            return new CallOver();
        }
        return switch (word(field.apply("SessionStatus"))) {
            case "completed" -> new CallOver();
            case "ended" ->
                Handoff.ofData(field.apply("HandoffData"))
                        .<SessionEnd>map(HandedOff::new)
                        .orElseGet(EndedByUs::new);
            case "failed" -> new Broken(errorCode(field.apply("ErrorCode")));
            default -> new Unknown();
        };
    }

    /**
     * The plain answer to each end: a caller who is still on the line and was not said goodbye to hears the apology.
     * Whoever can do better for {@link HandedOff} and {@link Broken}, such as connect again, answers those before
     * asking here.
     */
    public static String answer(SessionEnd end, SpokenTwiml spoken, String apology) {
        return switch (end) {
            case CallOver over -> SpokenTwiml.nothing();
            case EndedByUs ended -> SpokenTwiml.hangUp();
            case HandedOff handedOff -> spoken.sayAndHangUp(apology);
            case Broken broken -> spoken.sayAndHangUp(apology);
            case Unknown unknown -> spoken.sayAndHangUp(apology);
        };
    }

    private static String word(String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static String errorCode(String value) {
        return value != null && ERROR_CODE.matcher(value).matches() ? value : "";
    }
}
