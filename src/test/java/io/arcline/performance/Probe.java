package io.arcline.performance;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into another JVM of this machine: what it has used and what it holds. */
final class Probe implements AutoCloseable {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+(\\d+)");

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Probe(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    static Probe of(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            return new Probe(JMXConnectorFactory.connect(new JMXServiceURL(address)));
        } catch (AttachNotSupportedException | IOException unreachable) {
            throw new IllegalStateException("cannot look into process " + pid, unreachable);
        }
    }

    /**
     * What a JVM has used since its start.
     *
     * @param cpuNanos of all its threads
     * @param allocatedBytes on its heap
     */
    record Used(long cpuNanos, long allocatedBytes) {
        Used since(Used before) {
            return new Used(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
        }
    }

    Used used() {
        try {
            var system = ManagementFactory.newPlatformMXBeanProxy(
                    beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
            var threads = ManagementFactory.newPlatformMXBeanProxy(
                    beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            return new Used(system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Bytes of live objects, after a full collection. */
    long liveHeap() {
        try {
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            String histogram = (String) beans.invoke(
                    commands, "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()
                    });
            Matcher total = TOTAL.matcher(histogram);
            if (!total.find()) {
                throw new IllegalStateException("a class histogram without a total");
            }
            return Long.parseLong(total.group(2));
        } catch (JMException | IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
