package io.arcline.ops;

import io.arcline.call.Draining;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.StateWriter;
import io.arcline.hotline.phrasebook.Phrasebook;
import io.arcline.journal.LogRows;
import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.CallsMXBean;
import io.arcline.ops.mbean.JournalMXBean;
import io.arcline.ops.mbean.LimitsMXBean;
import io.arcline.ops.mbean.RelayMXBean;
import io.arcline.ops.mbean.ResilienceMXBean;
import io.arcline.ops.mbean.WordsMXBean;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Doorkeeper;
import io.arcline.twilio.trust.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Makes the application visible to JMX, and through it to the management module. */
@ApplicationScoped
public class MBeans {
    @Inject
    Switchboard switchboard;

    @Inject
    Draining draining;

    @Inject
    StateWriter states;

    @Inject
    RelayDesk desk;

    @Inject
    Refusals refusals;

    @Inject
    LogRows journal;

    @Inject
    CallerRecords records;

    @Inject
    Doorkeeper doorkeeper;

    @Inject
    Supplier<Phrasebook> words;

    /** Registers all of them, in place of what an earlier start of the application left behind. */
    public void register() {
        register(CallsMXBean.NAME, new CallsView(switchboard), CallsMXBean.class);
        register(RelayMXBean.NAME, new RelayView(desk, refusals), RelayMXBean.class);
        register(JournalMXBean.NAME, new JournalView(journal), JournalMXBean.class);
        register(ResilienceMXBean.NAME, new ResilienceView(switchboard, draining, states), ResilienceMXBean.class);
        register(CallersMXBean.NAME, new CallersView(records), CallersMXBean.class);
        register(LimitsMXBean.NAME, new LimitsView(switchboard, doorkeeper), LimitsMXBean.class);
        register(WordsMXBean.NAME, new WordsView(words), WordsMXBean.class);
    }

    public void unregister() {
        for (String name : List.of(
                CallsMXBean.NAME,
                RelayMXBean.NAME,
                JournalMXBean.NAME,
                ResilienceMXBean.NAME,
                CallersMXBean.NAME,
                LimitsMXBean.NAME,
                WordsMXBean.NAME)) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(name));
            } catch (JMException gone) {
                System.getLogger(MBeans.class.getName()).log(System.Logger.Level.DEBUG, "not registered", gone);
            }
        }
    }

    private static <T> void register(String name, T bean, Class<T> type) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName objectName = new ObjectName(name);
            if (server.isRegistered(objectName)) {
                server.unregisterMBean(objectName);
            }
            server.registerMBean(new DescribedMBean(bean, type), objectName);
        } catch (JMException refused) {
            throw new IllegalStateException("the MBean " + name + " cannot be registered", refused);
        }
    }
}
