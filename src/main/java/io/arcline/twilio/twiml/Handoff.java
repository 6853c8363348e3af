package io.arcline.twilio.twiml;

<<<<<<< HEAD
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a session was ended and what shall come next: sent as {@code handoffData} with {@code end}, and returned by Twilio in the Connect
 * action as {@code HandoffData}.
 *
 * @param kind what shall come next, such as {@code human}: lower-case letters, digits and hyphens
 */
public record Handoff(String kind) {

    private static final Pattern KIND = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int MAX_LENGTH = 4_096;

    public Handoff {
        if (!KIND.matcher(kind).matches()) {
=======
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a session was ended and what shall come next: sent as {@code handoffData} with {@code end}, and returned by
 * Twilio, to the letter, as {@code HandoffData} in the Connect action.
 *
 * @param kind what shall come next, such as {@code human}: 1 to 32 lower-case letters, digits and hyphens
 */
public record Handoff(String kind) {

    private static final String KIND = "[a-z0-9-]{1,32}";
    private static final Pattern DATA = Pattern.compile("\\{\"kind\":\"(" + KIND + ")\"}");

    public Handoff {
        if (!kind.matches(KIND)) {
>>>>>>> wip-relay
            throw new IllegalArgumentException("a kind is 1 to 32 lower-case letters, digits and hyphens");
        }
    }

<<<<<<< HEAD
    /** Itself as {@code handoffData}. */
=======
    /** Itself as {@code handoffData}: a JSON object. */
>>>>>>> wip-relay
    public String toData() {
        return "{\"kind\":\"" + kind + "\"}";
    }

<<<<<<< HEAD
    /** The hand-off that {@code HandoffData} asks for; empty where it is none of ours, missing or unreadable. */
    public static Optional<Handoff> ofData(String handoffData) {
        if (handoffData == null || handoffData.length() > MAX_LENGTH || !handoffData.startsWith("{")) {
            return Optional.empty();
        }
        try (var reader = Json.createReader(new StringReader(handoffData))) {
            JsonObject data = reader.readObject();
            return data.get("kind") instanceof JsonString kind && KIND.matcher(kind.getString()).matches()
                    ? Optional.of(new Handoff(kind.getString()))
                    : Optional.empty();
        } catch (JsonException | NumberFormatException notJson) {
            return Optional.empty();
        }
=======
    /** The hand-off that was sent; empty where {@code handoffData} is null or not what {@link #toData()} gives. */
    public static Optional<Handoff> ofData(String handoffData) {
        Matcher data = DATA.matcher(handoffData == null ? "" : handoffData);
        return data.matches() ? Optional.of(new Handoff(data.group(1))) : Optional.empty();
>>>>>>> wip-relay
    }
}
