package io.arcline.server;

import io.arcline.call.Switchboard;
import io.arcline.journal.Journal;
import io.arcline.ops.figures.CallerWaits;
import io.arcline.ops.figures.Figures;
import io.arcline.twilio.trust.Refusals;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Prints {@link Figures} once a minute, where {@code CLOUDWATCH_SERVICE} is set, and once more at the end. */
@ApplicationScoped
public class FiguresLog {
    private static final System.Logger LOG = System.getLogger(FiguresLog.class.getName());
    /** Not System.out, which Liberty wraps into lines of its own that CloudWatch would not read. */
    private final PrintStream console =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final InstantSource clock = InstantSource.system();

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Configuration configuration;

    @Inject
    Switchboard switchboard;

    @Inject
    Refusals refusals;

    @Inject
    Journal journal;

    @Inject
    CallerWaits waits;

    private ScheduledFuture<?> printing;
    private long refusedBefore;
    private long droppedBefore;

    void start(@Observes Startup event) {
        configuration.settings().figures().cloudWatchService().ifPresent(service -> {
            printing = executor.scheduleAtFixedRate(() -> print(service), 1, 1, TimeUnit.MINUTES);
        });
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (printing != null) {
            printing.cancel(false);
            print(configuration.settings().figures().cloudWatchService().orElseThrow());
        }
    }

    private synchronized void print(String service) {
        try {
            long refused = refusals.byReason().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long dropped = journal.dropped();
            Figures figures = new Figures(
                    switchboard.liveCalls(),
                    refused - refusedBefore,
                    journal.backlog(),
                    dropped - droppedBefore,
                    waits.firstWords().take(),
                    waits.answers().take());
            refusedBefore = refused;
            droppedBefore = dropped;
            console.println(figures.line(service, clock.instant()));
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "the figures for CloudWatch were not printed", broken);
        }
    }
}
