package io.arcline.server;

import io.arcline.call.Switchboard;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.JournalEntry;
import io.arcline.settings.CallSettings;
import io.arcline.settings.Secret;
import io.arcline.settings.ServerSettings;
import io.arcline.settings.TwilioSettings;
import io.arcline.twilio.message.OnceClient;
import io.arcline.twilio.message.OptOuts;
import io.arcline.twilio.message.SentTexts;
import io.arcline.twilio.message.TwilioTextMessages;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.relay.UsedTokensInMemory;
import io.arcline.twilio.sms.TextConversations;
import io.arcline.twilio.sms.TextDialog;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.socket.RelayLimits;
import io.arcline.twilio.token.SharedUsedTokens;
import io.arcline.twilio.trust.AddressLimit;
import io.arcline.twilio.trust.Doorkeeper;
import io.arcline.twilio.trust.PublicAddress;
import io.arcline.twilio.trust.Refusals;
import io.arcline.twilio.trust.TrustedCarrier;
import io.arcline.twilio.twiml.RelayAttribute;
import io.arcline.twilio.twiml.RelaySettings;
import io.arcline.twilio.twiml.SpokenLanguage;
import io.arcline.twilio.twiml.SpokenTwiml;
import io.arcline.twilio.voice.RelayAnswer;
import io.arcline.twilio.voice.SpokenLines;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Makes the carrier's side from the settings. */
@ApplicationScoped
public class CarrierWiring {
    @Inject
    Configuration configuration;

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    @Resource(lookup = "java:module/concurrent/errands")
    ManagedExecutorService threads;

    @Produces
    @Singleton
    PublicAddress publicAddress() {
        ServerSettings server = configuration.settings().server();
        return new PublicAddress(server.publicHost().orElse(""), server.production());
    }

    @Produces
    @Singleton
    TrustedCarrier trustedCarrier(PublicAddress address) {
        return new TrustedCarrier(address, authTokens());
    }

    @Produces
    @Singleton
    RelayTokens relayTokens() {
        var own = new UsedTokensInMemory(InstantSource.system());
        var used = new SharedUsedTokens(own, database, threads, System::nanoTime);
        List<String> authTokens = authTokens();
        RelayTokens tokens =
                authTokens.isEmpty() ? RelayTokens.ofThisProcess(used) : RelayTokens.keyedBy(authTokens, used);
        boolean carrierReconnects = configuration
                .relay()
                .value(RelayAttribute.APPLICATION_RECONNECT)
                .equals("true");
        return carrierReconnects ? tokens.thatLetCallsComeBack() : tokens;
    }

    @Produces
    @Singleton
    Refusals refusals() {
        return new Refusals();
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(Refusals refusals) {
        Limits limits = Limits.of(configuration.settings());
        return new Doorkeeper(new AddressLimit(limits.refusalsAMinute(), System::nanoTime), refusals);
    }

    @Produces
    @Singleton
    SpokenLines spokenLines(Present present) {
        return new SpokenLines(() -> present.words().lines("en"), SpokenTwiml.DEFAULT);
    }

    @Produces
    @Singleton
    RelayAnswer relayAnswer(RelayTokens tokens, Present present) {
        return new RelayAnswer(tokens, present::relay);
    }

    @Produces
    @Singleton
    RelayDesk relayDesk(RelayTokens tokens, Switchboard switchboard, Refusals refusals) {
        CallSettings patience = configuration.settings().calls();
        return new RelayDesk(
                tokens,
                switchboard,
                new RelayLimits(
                        patience.setup(),
                        patience.sendTimeout(),
                        patience.ping(),
                        patience.maxFramesPerSecond(),
                        configuration.settings().twilio().accountSid().orElse(""),
                        authTokens().isEmpty(),
                        locales(configuration.relay())),
                refusals,
                threads);
    }

    @Produces
    @Singleton
    SentTexts sentTexts() {
        return new SentTexts(database);
    }

    @Produces
    @Singleton
    OptOuts optOuts(CallerIdentity callers) {
        return new OptOuts(database, callers::all);
    }

    /** Made when the first is sent: Twilio's HTTP client takes a tenth of a second of a start. */
    @Produces
    @ApplicationScoped
    TextMessages textMessages(PublicAddress address, SentTexts sent, OptOuts optOuts) {
        TwilioSettings twilio = configuration.settings().twilio();
        if (twilio.accountSid().isEmpty() || twilio.authToken().isEmpty()) {
            return TwilioTextMessages.none();
        }
        return new TwilioTextMessages(
                twilio.accountSid().get(),
                twilio.authToken().get().value(),
                twilio.phoneNumber(),
                address.configured().map(base -> URI.create(base.webhook("/sms/status"))),
                sent,
                optOuts,
                new OnceClient(twilio.apiUrl()));
    }

    @Produces
    @Singleton
    TextConversations textConversations(CallerIdentity callers) {
        return new TextConversations(database, callers::all);
    }

    @Produces
    @Singleton
    TextDialog textDialog(
            Present present,
            Errands errands,
            TextConversations conversations,
            Journal journal,
            CallerIdentity callers) {
        return new TextDialog(
                present::dialog,
                errands,
                conversations,
                () -> present.words().lines("en"),
                (messageSid, from) -> journal.write(
                        messageSid, JournalEntry.Level.INFO, "text received", Map.of("caller", callers.of(from))));
    }

    private List<String> authTokens() {
        return configuration.settings().twilio().authTokens().stream()
                .map(Secret::value)
                .toList();
    }

    /** The relay's tag for each primary language that it is set up for. */
    private static Map<String, String> locales(RelaySettings relay) {
        Map<String, String> locales = new HashMap<>();
        for (SpokenLanguage further : relay.furtherLanguages()) {
            locales.put(primary(further.code()), further.code());
        }
        String main = relay.mainLanguage().code();
        locales.put(primary(main), main);
        return locales;
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
