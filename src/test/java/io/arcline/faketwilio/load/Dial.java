package io.arcline.faketwilio.load;

import io.arcline.faketwilio.twiml.RelayNoun;
import io.arcline.faketwilio.twiml.TwimlException;
import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.VoiceForm;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The carrier's part of one call: asks for TwiML, says what the session's first frame is, and tells the action of its end. */
final class Dial implements Exchange.Asker {
    private static final String NUMBER = "+15550100001";

    private final LoadCall call;
    private final Loop loop;
    private final Target target;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private final String from;
    private String action;
    private Map<String, String> parameters = Map.of();

    Dial(LoadCall call, Loop loop, Target target) {
        this.call = call;
        this.loop = loop;
        this.target = target;
        this.from = "+1555%07d".formatted(1_000_000 + call.number());
    }

    void begin() {
        if (target.relay() != null) {
            call.connect(new RelayNoun(Map.of("url", target.relay().toString()), parameters));
        } else {
            post(target.address().publicUrl("/twiml"), VoiceForm.incoming(target.account(), callSid, from, NUMBER));
        }
    }

    private void post(String publicUrl, Form form) {
        String encoded = form.encoded();
        Exchange.post(loop, target, target.post(publicUrl, form, encoded), encoded, this);
    }

    @Override
    public void answered(int status, String body) {
        if (status != 200) {
            call.fail("a request that was refused", "with status " + status);
        } else if (action == null) {
            connect(body);
        } else {
            call.over();
        }
    }

    private void connect(String twiml) {
        try {
            Verb verb = TwimlReader.read(twiml, objection -> {}).getFirst();
            if (verb instanceof Verb.Connect(String then, String method, RelayNoun relay)) {
                action = then == null ? "" : then;
                parameters = relay.parameters();
                call.connect(relay);
            } else {
                call.fail("a call that was not taken", twiml);
            }
        } catch (TwimlException | RuntimeException unusable) {
            call.fail("TwiML that cannot be followed", unusable + ": " + twiml);
        }
    }

    /** The session's first frame. */
    byte[] setup() {
        return ClientFrame.text(TwilioFrames.setup(
                "VX" + callSid.substring(2),
                callSid,
                from,
                NUMBER,
                "RINGING",
                target.account().accountSid(),
                parameters));
    }

    /** The session has ended: the action is told, where there is one. */
    void end() {
        if (hasAction()) {
            post(actionUrl(), ended("ended"));
        } else {
            call.over();
        }
    }

    /** The session's socket is lost: the action is told, and what it answers is followed. */
    void lost() {
        String url = actionUrl();
        action = null;
        post(url, ended("failed").with("ErrorCode", "64105").with("ErrorMessage", "Websocket ended"));
    }

    /** Whether there is one to be told of an end. */
    boolean hasAction() {
        return action != null && !action.isEmpty();
    }

    private String actionUrl() {
        return URI.create(target.address().publicUrl("/twiml")).resolve(action).toString();
    }

    private Form ended(String status) {
        return VoiceForm.action(target.account(), callSid, from, NUMBER)
                .with("SessionId", "VX" + callSid.substring(2))
                .with("SessionStatus", status)
                .with("SessionDuration", "1")
                .with("CallStatus", "in-progress");
    }

    @Override
    public void unanswered(String why) {
        call.fail("a request that was not answered", why);
    }
}
