package io.arcline.server;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.phrasebook.Phrasebook;
import io.arcline.settings.AssistantSettings;
import io.arcline.twilio.twiml.RelayAttribute;
import io.arcline.twilio.twiml.RelayTwiml;

/** The hotline's words and what is made of them, as they are at present: they may change while the server runs. Thread-safe. */
final class Present {
    private final Configuration start;
    private volatile Phrasebook words;
    private volatile Dialog dialog;
    private volatile RelayTwiml relay;

    Present(Configuration start) {
        this.start = start;
        become(start.words());
    }

    /** These words count from now on; calls that go on keep theirs. */
    void become(Phrasebook now) {
        AssistantSettings assistant = start.settings().assistant();
        Dialog plain = Dialog.of(now);
        Configuration configured = Configuration.read(now);
        String hints = configured.relay().value(RelayAttribute.HINTS);
        relay = new RelayTwiml(hints.isEmpty() ? start.relay() : start.relay().with(RelayAttribute.HINTS, hints));
        dialog = assistant.chosen().isPresent() ? plain.withAnswers().withSecondOpinion() : plain;
        words = now;
    }

    Phrasebook words() {
        return words;
    }

    Dialog dialog() {
        return dialog;
    }

    RelayTwiml relay() {
        return relay;
    }
}
