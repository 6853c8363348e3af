package io.arcline.server;

import io.arcline.assistant.Assistants;
import io.arcline.assistant.LanguageModel;
import io.arcline.board.AllowedOrigins;
import io.arcline.call.CallFactory;
import io.arcline.call.CallTimes;
import io.arcline.call.Draining;
import io.arcline.call.Fates;
import io.arcline.call.Recalling;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.CallsTable;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.SavedCalls;
import io.arcline.call.saved.StateWriter;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.hotline.phrasebook.Phrasebook;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.ops.CallLogContext;
import io.arcline.ops.figures.CallerWaits;
import io.arcline.ops.meter.Metering;
import io.arcline.ops.trace.TelemetrySwitch;
import io.arcline.ops.trace.Tracing;
import io.arcline.settings.AssistantSettings;
import io.arcline.settings.CallSettings;
import io.arcline.settings.Secret;
import io.arcline.settings.Settings;
import io.arcline.twilio.trust.Doorkeeper;
import io.arcline.twilio.twiml.RelayAttribute;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceUnit;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes the call's side from its parts: objects that know nothing of CDI from those that do. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/errands", virtual = true)
@PersistenceUnit(name = "java:app/env/arcline", unitName = "arcline")
public class Wiring {
    @Resource(lookup = "java:module/concurrent/errands")
    ManagedExecutorService errandThreads;

    @Produces
    @Singleton
    Configuration configuration() {
        return Configuration.read();
    }

    @Produces
    @Singleton
    Present present(Configuration configuration) {
        return new Present(configuration);
    }

    /** As its words stand when it is injected. */
    @Produces
    Dialog dialog(Present present) {
        return present.dialog();
    }

    @Produces
    @Singleton
    Supplier<Phrasebook> words(Present present) {
        return present::words;
    }

    @Produces
    @Singleton
    Assistant assistant(Dialog dialog, Configuration configuration) {
        AssistantSettings settings = configuration.settings().assistant();
        return settings.chosen()
                .map(Wiring::model)
                .map(model -> Assistants.asking(model, bounds(dialog, settings)))
                .orElseGet(() -> Assistants.scripted(dialog.languages()));
    }

    private static Assistants.Bounds bounds(Dialog dialog, AssistantSettings settings) {
        return new Assistants.Bounds(dialog.languages(), settings.questionsPerCall(), settings.questionsPerCaller());
    }

    private static LanguageModel model(AssistantSettings.Model chosen) {
        return switch (chosen) {
            case AssistantSettings.Model.Chat(var base, var key, var model) ->
                Assistants.chat(base, key.map(Secret::value), model);
            case AssistantSettings.Model.Bedrock(var region, var model, var endpoint) ->
                Assistants.bedrock(region, endpoint, model, System.getenv());
        };
    }

    @Produces
    @Singleton
    SecondOpinion secondOpinion(Dialog dialog, Configuration configuration) {
        AssistantSettings settings = configuration.settings().assistant();
        return settings.chosen()
                .map(Wiring::model)
                .map(model -> Assistants.opinion(model, bounds(dialog, settings)))
                .orElseGet(SecondOpinion::none);
    }

    @Produces
    @Singleton
    Errands errands(
            IntelReports reports,
            ScrappyMessages messages,
            Assistant assistant,
            TextMessages texts,
            SecondOpinion opinions) {
        return new Errands(reports, messages, assistant, texts, opinions);
    }

    @Produces
    @Singleton
    AllowedOrigins allowedOrigins(Configuration configuration) {
        return new AllowedOrigins(configuration.settings().board().corsOrigins());
    }

    @Produces
    @Singleton
    CallerWaits callerWaits() {
        return new CallerWaits(RandomGenerator.getDefault());
    }

    @Produces
    @Singleton
    Recalling recalling(CallsTable table, StateWriter writer, CopiedCalls copies) {
        return new Recalling(new SavedCalls(table, writer, copies, errandThreads), errandThreads, new Fates());
    }

    @Produces
    @Singleton
    Switchboard switchboard(
            Present present,
            Errands errands,
            Journal journal,
            CallerIdentity callers,
            CallerWaits waits,
            StateWriter states,
            Recalling recalling,
            Configuration configuration) {
        Settings settings = configuration.settings();
        CallSettings patience = settings.calls();
        CallFactory calls = new CallFactory(
                present::dialog,
                errands,
                errandThreads,
                journal,
                callers,
                settings.journal().words(settings.server().mode()),
                List.of(Metering.ofCalls(), waits, new CallLogContext(), Tracing.of(TelemetrySwitch.endpoint())),
                CallTimes.withSilence(patience.silence()),
                states,
                configuration
                        .relay()
                        .value(RelayAttribute.APPLICATION_RECONNECT)
                        .equals("true"),
                InstantSource.system(),
                System::nanoTime);
        Limits limits = Limits.of(settings);
        return new Switchboard(calls, recalling, limits.calls(), limits.callsOfANumber());
    }

    @Produces
    @Singleton
    Draining draining(Switchboard switchboard) {
        return new Draining(switchboard, System::nanoTime);
    }

    @Produces
    @Singleton
    Changes changes(Configuration configuration, Present present, Switchboard switchboard, Doorkeeper doorkeeper) {
        return new Changes(configuration, present, switchboard, doorkeeper);
    }
}
