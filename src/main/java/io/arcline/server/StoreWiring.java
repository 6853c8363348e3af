package io.arcline.server;

import io.arcline.board.PublicPosts;
import io.arcline.call.saved.CallsTable;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.StateWriter;
import io.arcline.database.Retention;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import io.arcline.journal.LogsTable;
import io.arcline.journal.Waiting;
import io.arcline.ops.CallerRecords;
import io.arcline.settings.Secret;
import io.arcline.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Makes what reads and writes the database, and the journal that waits for it. */
@ApplicationScoped
public class StoreWiring {
    private static final long MEGABYTE = 1_000_000;

    /** Where nothing is secret, nothing is hidden. */
    private static final String DEVELOPMENT_KEY = "development";

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    @Produces
    @Singleton
    Journal journal(Configuration configuration) {
        Settings settings = configuration.settings();
        Path folder = settings.journal()
                .spoolDirectory()
                .orElseGet(() -> settings.server()
                        .dataDirectory()
                        .orElse(Path.of(".arcline"))
                        .resolve("journal"));
        Waiting disk = Waiting.in(folder, settings.journal().spoolMegabytes() * MEGABYTE);
        return new Journal(new LogsTable(database)::insert, disk, InstantSource.system());
    }

    @Produces
    @Singleton
    Retention retention(Configuration configuration) {
        return new Retention(database, KeptTables.of(configuration.settings()), InstantSource.system());
    }

    @Produces
    @Singleton
    CallerRecords callerRecords(CallerIdentity callers, Configuration configuration) {
        return new CallerRecords(database, callers, KeptTables.of(configuration.settings()));
    }

    @Produces
    @Singleton
    PublicPosts publicPosts() {
        return new PublicPosts(database);
    }

    @Produces
    @Singleton
    CallerIdentity callerIdentity(Configuration configuration) {
        Settings settings = configuration.settings();
        List<String> keys = Stream.concat(settings.journal().key().stream(), settings.twilio().authTokens().stream())
                .map(Secret::value)
                .toList();
        return new CallerIdentity(keys.isEmpty() ? List.of(DEVELOPMENT_KEY) : keys);
    }

    @Produces
    @Singleton
    CallsTable callsTable() {
        return new CallsTable(database, ServerName.ofThisProcess());
    }

    @Produces
    @Singleton
    StateWriter stateWriter(CallsTable table, CopiedCalls copies, Configuration configuration) {
        return new StateWriter(
                table, copies, configuration.settings().resilience().callState());
    }

    @Produces
    @Singleton
    CopiedCalls copiedCalls(CallsTable table) {
        return new CopiedCalls(table);
    }
}
