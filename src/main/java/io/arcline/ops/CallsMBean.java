package io.arcline.ops;

import io.arcline.call.CallView;
import io.arcline.call.Switchboard;
import io.arcline.ops.mbean.CallRow;
import io.arcline.ops.mbean.CallsMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** The switchboard as an MXBean. */
@ApplicationScoped
public class CallsMBean {
    @Inject
    Switchboard switchboard;

    /** Makes the calls visible to JMX, in place of what an earlier start of the application left behind. */
    public void register() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(CallsMXBean.NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(new StandardMBean(new Calls(switchboard), CallsMXBean.class, true), name);
        } catch (JMException refused) {
            throw new IllegalStateException("the MBean of the calls cannot be registered", refused);
        }
    }

    public void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(CallsMXBean.NAME));
        } catch (JMException gone) {
            System.getLogger(CallsMBean.class.getName()).log(System.Logger.Level.DEBUG, "not registered", gone);
        }
    }

    private record Calls(Switchboard switchboard) implements CallsMXBean {
        @Override
        public int getLiveCalls() {
            return switchboard.liveCalls();
        }

        @Override
        public int getMostCalls() {
            return switchboard.mostCalls();
        }

        @Override
        public List<CallRow> getCalls() {
            return switchboard.calls().stream().map(Calls::row).toList();
        }

        @Override
        public CallRow getCall(String callSid) {
            return switchboard.call(callSid).map(Calls::row).orElse(null);
        }

        private static CallRow row(CallView call) {
            return new CallRow(
                    call.callSid(),
                    call.hotline(),
                    call.step(),
                    call.status(),
                    call.turns(),
                    call.startedAt().toString(),
                    call.lastActivityAt().toString());
        }
    }
}
