package io.arcline.ops;

import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** What is kept of callers, as an MXBean. */
@ApplicationScoped
public class CallersMBean {
    @Inject
    CallerRecords records;

    /** Makes it visible to JMX, in place of what an earlier start of the application left behind. */
    public void register() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(CallersMXBean.NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(new StandardMBean(new Callers(records), CallersMXBean.class, true), name);
        } catch (JMException refused) {
            throw new IllegalStateException("the MBean of the callers cannot be registered", refused);
        }
    }

    public void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(CallersMXBean.NAME));
        } catch (JMException gone) {
            System.getLogger(CallersMBean.class.getName()).log(System.Logger.Level.DEBUG, "not registered", gone);
        }
    }

    private record Callers(CallerRecords records) implements CallersMXBean {
        @Override
        public Erasure erase(String number) throws IOException {
            try {
                return records.erase(number);
            } catch (SQLException away) {
                // The cause is not on the class path of whoever asks.
                throw new IOException("the database failed, SQLState " + away.getSQLState());
            }
        }
    }
}
