package io.arcline.twilio.socket;

import io.arcline.call.CallEvent;
import io.arcline.twilio.relay.Inbound;
import java.util.Optional;

/** The relay's messages in the words of a call. */
final class CallEvents {
    private CallEvents() {}

    /** The event that a message is for a call; none for what this version does not know or need. */
    static Optional<CallEvent> of(Inbound message) {
        return switch (message) {
            case Inbound.Setup setup -> Optional.empty();
            case Inbound.Prompt(String words, String lang, boolean last) ->
                Optional.of(new CallEvent.Utterance(storable(words), storable(lang), last));
            case Inbound.Dtmf(char digit) -> Optional.of(new CallEvent.Key(digit));
            case Inbound.Interrupt(String utterance, long millis) ->
                Optional.of(new CallEvent.BargeIn(storable(utterance)));
            case Inbound.ErrorReport(String description) ->
                Optional.of(new CallEvent.CarrierFault(storable(description)));
            case Inbound.Info(String name, String value) -> info(name, value);
            case Inbound.Unknown unknown -> Optional.empty();
        };
    }

    private static Optional<CallEvent> info(String name, String value) {
        return switch (name) {
            case "agentSpeaking" -> Optional.of(new CallEvent.ShaniSpeaking("on".equals(value)));
            case "clientSpeaking" -> Optional.of(new CallEvent.CallerSpeaking("on".equals(value)));
            case "tokensPlayed" -> Optional.of(new CallEvent.Played(storable(value)));
            default -> Optional.empty();
        };
    }

    /** The text without U+0000, which JSON can carry and PostgreSQL cannot keep. */
    static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
