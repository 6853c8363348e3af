package io.arcline.server;

import io.arcline.assistant.ChatOpinion;
import io.arcline.call.CallFactory;
import io.arcline.call.CallTimes;
import io.arcline.call.Switchboard;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.LootLookup;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.journal.Journal;
import io.arcline.journal.JournalEntries;
import io.arcline.settings.CallSettings;
import io.arcline.settings.Secret;
import io.arcline.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceUnit;
import java.time.InstantSource;

/** Makes the call's side from its parts: objects that know nothing of CDI from those that do. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/errands", virtual = true)
@PersistenceUnit(name = "java:app/env/arcline", unitName = "arcline")
public class Wiring {
    /** A call and its socket, with room to spare. */
    private static final long BYTES_A_CALL = 128 * 1024;

    @Resource(lookup = "java:module/concurrent/errands")
    ManagedExecutorService errandThreads;

    @Produces
    @Singleton
    Configuration configuration() {
        return Configuration.read();
    }

    @Produces
    @Singleton
    Dialog dialog(Configuration configuration) {
        Dialog dialog = Dialog.load();
        return configuration.settings().assistant().chat().isPresent() ? dialog.withSecondOpinion() : dialog;
    }

    @Produces
    @Singleton
    SecondOpinion secondOpinion(Configuration configuration) {
        return configuration
                .settings()
                .assistant()
                .chat()
                .<SecondOpinion>map(
                        chat -> new ChatOpinion(chat.base(), chat.key().map(Secret::value), chat.model()))
                .orElseGet(SecondOpinion::none);
    }

    @Produces
    @Singleton
    Errands errands(
            IntelReports reports,
            ScrappyMessages messages,
            LootLookup loot,
            TextMessages texts,
            SecondOpinion opinions) {
        return new Errands(reports, messages, loot, texts, opinions);
    }

    @Produces
    @Singleton
    Journal journal(JournalEntries entries) {
        return new Journal(entries::insertAll, InstantSource.system());
    }

    @Produces
    @Singleton
    Switchboard switchboard(Dialog dialog, Errands errands, Journal journal, Configuration configuration) {
        Settings settings = configuration.settings();
        CallSettings patience = settings.calls();
        CallFactory calls = new CallFactory(
                dialog,
                errands,
                errandThreads,
                journal,
                !settings.server().production(),
                CallTimes.withSilence(patience.silence()),
                InstantSource.system(),
                System::nanoTime);
        return new Switchboard(calls, settings.server().maxCalls().orElseGet(Wiring::callsThatFit));
    }

    private static int callsThatFit() {
        return Math.toIntExact(Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_A_CALL, 100, 100_000));
    }
}
