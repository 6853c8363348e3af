package io.arcline.server;

import io.arcline.call.Draining;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.CopiedCalls;
import io.arcline.call.saved.StateWriter;
import io.arcline.database.Migration;
import io.arcline.database.Retention;
import io.arcline.journal.Journal;
import io.arcline.ops.MBeans;
import io.arcline.ops.MigrationCheck;
import io.arcline.ops.TaskProtection;
import io.arcline.ops.meter.Metering;
import io.arcline.settings.Settings;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import io.arcline.web.board.LiveBoard;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.Readiness;

/** What happens once at the start, in this order, and once at the end. */
@ApplicationScoped
public class Startup {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());
    private static final long TICK_MILLIS = 100;
    private static final long MINUTES_BETWEEN_DELETIONS = 60;

    @Resource(lookup = "jdbc/arcline-schema")
    DataSource schema;

    @Resource
    ManagedScheduledExecutorService clock;

    @Resource
    ManagedExecutorService threads;

    @Inject
    Configuration configuration;

    @Inject
    Switchboard switchboard;

    @Inject
    RelayDesk relay;

    @Inject
    Journal journal;

    @Inject
    @Readiness
    MigrationCheck migrations;

    @Inject
    StateWriter states;

    @Inject
    CopiedCalls copies;

    @Inject
    Draining draining;

    @Inject
    LiveBoard board;

    @Inject
    MBeans mbeans;

    @Inject
    Retention retention;

    @Inject
    Refusals refusals;

    @Inject
    Changes changes;

    private final List<ScheduledFuture<?>> repeated = new ArrayList<>();
    private final List<Future<?>> writing = new ArrayList<>();
    private final Departing departing = new Departing(this::drain);
    private Runnable meter = () -> {};
    private Optional<TaskProtection> protection = Optional.empty();

    void start(@Observes jakarta.enterprise.event.Startup event) {
        StartReport.write(configuration);
        Migration migration = Migration.migrate(schema);
        LOG.log(
                System.Logger.Level.INFO,
                "Database schema at version {0}, {1} migrations applied now",
                migration.version(),
                migration.executed());
        migrations.done(migration.version(), migration.executed());
        mbeans.register();
        meter = Metering.ofServer(switchboard, states, relay, refusals, journal);
        repeated.add(clock.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS));
        repeated.add(clock.scheduleWithFixedDelay(this::forget, 1, MINUTES_BETWEEN_DELETIONS, TimeUnit.MINUTES));
        repeated.add(clock.scheduleWithFixedDelay(changes::look, 2, 2, TimeUnit.SECONDS));
        writing.add(threads.submit(states::run));
        writing.add(threads.submit(journal::run));
        Settings settings = configuration.settings();
        if (settings.resilience().callState()) {
            long each = CopiedCalls.EACH.toMillis();
            repeated.add(clock.scheduleWithFixedDelay(copies::look, each, each, TimeUnit.MILLISECONDS));
        }
        settings.resilience().ecsAgent().ifPresent(agent -> {
            TaskProtection task = new TaskProtection(agent, switchboard::liveCalls, System::nanoTime);
            repeated.add(clock.scheduleWithFixedDelay(task::look, 1, 1, TimeUnit.SECONDS));
            protection = Optional.of(task);
        });
        departing.prepare(schema);
        switchboard.open();
    }

    private void drain() {
        Settings settings = configuration.settings();
        draining.run(settings.resilience().drainOf(settings.server().mode()));
        board.close();
    }

    /** Also after a start that came only so far, as where the database cannot be reached. */
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) throws InterruptedException {
        switchboard.close();
        departing.withdraw();
        mbeans.unregister();
        repeated.forEach(each -> each.cancel(false));
        protection.ifPresent(TaskProtection::release);
        journal.close();
        states.close();
        try {
            for (Future<?> each : writing) {
                each.get(5, TimeUnit.SECONDS);
            }
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException unfinished) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} journal entries and the states of {1} calls were not written",
                    journal.backlog(),
                    states.waiting());
        }
    }

    private void forget() {
        try {
            LOG.log(System.Logger.Level.DEBUG, "old rows deleted: {0}", retention.run());
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "old rows stay for now: SQLState {0}", away.getSQLState());
        }
    }

    private void tick() {
        try {
            switchboard.tick();
            relay.tick();
            meter.run();
            draining.tick();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "a tick of the clock broke", broken);
        }
    }
}
