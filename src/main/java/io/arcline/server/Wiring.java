package io.arcline.server;

import io.arcline.call.CallFactory;
import io.arcline.call.CallTimes;
import io.arcline.call.Switchboard;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.LootLookup;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.journal.Journal;
import io.arcline.journal.JournalEntries;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceUnit;
import java.time.InstantSource;

/** Makes the objects that know nothing of CDI from those that do. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/errands", virtual = true)
@PersistenceUnit(name = "java:app/env/arcline", unitName = "arcline")
public class Wiring {
    @Resource(lookup = "java:module/concurrent/errands")
    ManagedExecutorService errandThreads;

    @Produces
    @Singleton
    Dialog dialog() {
        return Dialog.load();
    }

    @Produces
    @Singleton
    TextMessages texts() {
        return io.arcline.twilio.message.TwilioTextMessages.none();
    }

    @Produces
    @Singleton
    io.arcline.twilio.socket.RelayDesk desk(Switchboard switchboard) {
        return new io.arcline.twilio.socket.RelayDesk(io.arcline.twilio.relay.RelayTokens.ofThisProcess(new io.arcline.twilio.relay.UsedTokensInMemory(InstantSource.system())), switchboard, new io.arcline.twilio.socket.RelayLimits(java.time.Duration.ofSeconds(10), java.time.Duration.ofSeconds(5), java.time.Duration.ofSeconds(20), 1000, "", java.util.Map.of("en", "en-GB", "de", "de-DE")));
    }

    @Produces
    @Singleton
    io.arcline.twilio.trust.TrustedCarrier tc() { return new io.arcline.twilio.trust.TrustedCarrier(new io.arcline.twilio.twiml.PublicBase(), java.util.List.of()); }

    @Produces
    @Singleton
    Errands errands(IntelReports reports, ScrappyMessages messages, LootLookup loot, TextMessages texts) {
        return new Errands(reports, messages, loot, texts);
    }

    @Produces
    @Singleton
    Journal journal(JournalEntries entries) {
        return new Journal(entries::insertAll, InstantSource.system());
    }

    @Produces
    @Singleton
    Switchboard switchboard(Dialog dialog, Errands errands, Journal journal) {
        CallFactory calls = new CallFactory(
                dialog,
                errands,
                errandThreads,
                journal,
                true,
                CallTimes.standard(),
                InstantSource.system(),
                System::nanoTime);
        return new Switchboard(calls, 5000);
    }
}
