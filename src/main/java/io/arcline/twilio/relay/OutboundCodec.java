package io.arcline.twilio.relay;

import io.arcline.twilio.relay.Outbound.Config;
import io.arcline.twilio.relay.Outbound.End;
import io.arcline.twilio.relay.Outbound.Hints;
import io.arcline.twilio.relay.Outbound.Language;
import io.arcline.twilio.relay.Outbound.Play;
import io.arcline.twilio.relay.Outbound.SendDigits;
import io.arcline.twilio.relay.Outbound.Text;

/**
 * Writes what is sent to Twilio. What is absent or Twilio's default is left out, except {@code last}, which is always
 * said.
 */
public final class OutboundCodec {

    private OutboundCodec() {}

    /** The text frame for that message: one JSON object, well-formed Unicode whatever the message holds. */
    public static String encode(Outbound message) {
        return switch (message) {
            case Text text ->
                new JsonObjectWriter("text", text.token().length())
                        .string("token", text.token())
                        .bare("last", text.last())
                        .string("lang", text.lang())
                        .bare("interruptible", text.interruptible())
                        .bare("preemptible", text.preemptible())
                        .end();
            case Play play ->
                new JsonObjectWriter("play", play.source().length())
                        .string("source", play.source())
                        .bare("loop", play.loop() == 1 ? null : play.loop())
                        .bare("preemptible", play.preemptible())
                        .bare("interruptible", play.interruptible())
                        .end();
            case SendDigits keys ->
                new JsonObjectWriter("sendDigits", keys.digits().length())
                        .string("digits", keys.digits())
                        .end();
            case Language language ->
                new JsonObjectWriter("language", 0)
                        .string("ttsLanguage", language.ttsLanguage())
                        .string("transcriptionLanguage", language.transcriptionLanguage())
                        .end();
            case End end ->
                new JsonObjectWriter("end", 0)
                        .string("handoffData", end.handoffData())
                        .end();
            case Config config -> config(config);
            case Hints hints ->
                new JsonObjectWriter("hints", 0)
                        .string("hints", String.join(",", hints.phrases()))
                        .end();
        };
    }

    private static String config(Config config) {
        JsonObjectWriter out = new JsonObjectWriter("config", 0);
        config.settings().forEach((setting, value) -> {
            if (setting.isBare()) {
                out.bare(setting.wireName(), value);
            } else {
                out.string(setting.wireName(), value);
            }
        });
        return out.end();
    }
}
