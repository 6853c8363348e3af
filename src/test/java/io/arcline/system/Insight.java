package io.arcline.system;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.arcline.ops.mbean.CallsMXBean;
import io.arcline.ops.mbean.RelayMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;
import java.util.Set;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A look into a running server by JMX. */
final class Insight implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    Insight(LibertyServer server) {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(server.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            beans = connector.getMBeanServerConnection();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (AttachNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CallsMXBean calls() {
        return JMX.newMXBeanProxy(beans, name(CallsMXBean.NAME), CallsMXBean.class);
    }

    RelayMXBean relay() {
        return JMX.newMXBeanProxy(beans, name(RelayMXBean.NAME), RelayMXBean.class);
    }

    ThreadMXBean threads() {
        return JMX.newMXBeanProxy(beans, name(ManagementFactory.THREAD_MXBEAN_NAME), ThreadMXBean.class);
    }

    /** Files, sockets and whatever else has a descriptor; empty where the platform does not tell. */
    OptionalLong descriptors() {
        ObjectName name = name(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
        try {
            return OptionalLong.of((Long) beans.getAttribute(name, "OpenFileDescriptorCount"));
        } catch (AttributeNotFoundException elsewhere) {
            return OptionalLong.empty();
        } catch (IOException | JMException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Objects of some classes that are alive, all in all, after a collection. */
    long liveObjects(String... classNames) {
        Set<String> wanted = Set.of(classNames);
        return histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && wanted.contains(columns[3]))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private String histogram() {
        try {
            ObjectName commands = name("com.sun.management:type=DiagnosticCommand");
            Object[] arguments = {new String[0]};
            String[] signature = {String[].class.getName()};
            return (String) beans.invoke(commands, "gcClassHistogram", arguments, signature);
        } catch (IOException | JMException failed) {
            throw new IllegalStateException(failed);
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

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
