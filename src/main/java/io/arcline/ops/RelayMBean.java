package io.arcline.ops;

import io.arcline.ops.mbean.RelayMXBean;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** The relay's desk as an MXBean. */
@ApplicationScoped
public class RelayMBean {
    @Inject
    RelayDesk desk;

    @Inject
    Refusals refusals;

    /** Makes the relay visible to JMX, in place of what an earlier start of the application left behind. */
    public void register() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(RelayMXBean.NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(new StandardMBean(new Relay(desk, refusals), RelayMXBean.class, true), name);
        } catch (JMException refused) {
            throw new IllegalStateException("the MBean of the relay cannot be registered", refused);
        }
    }

    public void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(RelayMXBean.NAME));
        } catch (JMException gone) {
            System.getLogger(RelayMBean.class.getName()).log(System.Logger.Level.DEBUG, "not registered", gone);
        }
    }

    private record Relay(RelayDesk desk, Refusals refusals) implements RelayMXBean {
        @Override
        public int getOpenSockets() {
            return desk.openSockets();
        }

        @Override
        public Map<String, Long> getRefused() {
            return refusals.byReason();
        }
    }
}
