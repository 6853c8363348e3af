package io.arcline.twilio.socket;

import io.arcline.call.Line;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.twilio.relay.Outbound;
import io.arcline.twilio.relay.OutboundCodec;
import io.arcline.twilio.twiml.Handoff;
import java.util.Map;

/** A call's line as ConversationRelay frames. */
final class RelayLine implements Line {
    /** What recognition and the voice are told for a language of the dialog. */
    private final Map<String, String> locales;

    private final FrameWriter writer;
    private final RelaySession session;

    RelayLine(FrameWriter writer, RelaySession session, Map<String, String> locales) {
        this.writer = writer;
        this.session = session;
        this.locales = locales;
    }

    @Override
    public void say(Spoken part, boolean last) {
        Boolean interruptible = part.interruptible() ? null : Boolean.FALSE;
        Boolean preemptible = part.preemptible() ? Boolean.TRUE : null;
        writer.writeSpeech(
                OutboundCodec.encode(new Outbound.Text(part.text(), last, null, interruptible, preemptible)));
    }

    @Override
    public void hush() {
        writer.hush();
    }

    @Override
    public void language(String language) {
        String locale = locales.getOrDefault(language, language);
        send(new Outbound.Language(locale, locale));
    }

    @Override
    public void end() {
        send(new Outbound.End());
        session.endSent();
    }

    @Override
    public void move() {
        send(new Outbound.End(Handoff.MOVE.toData()));
        session.endSent();
    }

    @Override
    public void abandon(String reason) {
        session.abandon(reason);
    }

    private void send(Outbound message) {
        writer.write(OutboundCodec.encode(message));
    }
}
