package io.arcline.system;

import io.arcline.faketwilio.twiml.TwimlReader;
import io.arcline.faketwilio.twiml.Verb;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Answer;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.TwilioSignature;
import io.arcline.faketwilio.webhook.VoiceForm;
import io.arcline.faketwilio.webhook.Webhooks;
import java.net.URI;
import java.util.Map;

/** The single requests of a call, signed or not, to a server behind a proxy that changes host, port and scheme. */
final class SignedTwilio {
    static final String PUBLIC = "https://" + Servers.DOMAIN;
    static final String SOCKETS = "wss://" + Servers.DOMAIN;

    private final LibertyServer server;

    SignedTwilio(LibertyServer server) {
        this.server = server;
    }

    ServerAddress address() {
        return ServerAddress.behindProxy(URI.create(PUBLIC), server.uri(""));
    }

    /** The answer to the first webhook of a call, signed with a token; null for no signature. */
    Answer twiml(String authToken, String callSid) throws Exception {
        Account account = Account.signing(authToken);
        try (Webhooks webhooks = new Webhooks(account, address())) {
            Form form = VoiceForm.incoming(account, callSid, "+15550100001", "+15550100009");
            return webhooks.call("POST", PUBLIC + "/twiml", form);
        }
    }

    /** The relay's URL that the server gives to a call. */
    String relayUrl(String callSid) throws Exception {
        Answer answer = twiml(Servers.AUTH_TOKEN, callSid);
        for (Verb verb : TwimlReader.read(answer.body(), objection -> {})) {
            if (verb instanceof Verb.Connect connect) {
                return connect.relay().url();
            }
        }
        throw new AssertionError("no relay in " + answer);
    }

    /** The status of the answer to a handshake for a public URL, signed over any text; null for no signature. */
    int handshake(String url, String authToken, String signedUrl) {
        Map<String, String> signature =
                authToken == null ? Map.of() : Map.of(TwilioSignature.HEADER, TwilioSignature.of(authToken, signedUrl));
        return Handshakes.status(address().reach(url), signature);
    }

    /** The same, signed over the very URL. */
    int handshake(String url, String authToken) {
        return handshake(url, authToken, url);
    }
}
