package io.arcline.management;

import jakarta.ws.rs.ServiceUnavailableException;
import java.lang.management.ManagementFactory;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The running application, as this module sees it. */
final class Application {
    private Application() {}

    /**
     * One of its MXBeans.
     *
     * @throws ServiceUnavailableException when the application is not there: starting, stopping or being reloaded
     */
    static <T> T bean(String name, Class<T> type) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName objectName = new ObjectName(name);
            if (!server.isRegistered(objectName)) {
                throw new ServiceUnavailableException(5L);
            }
            return JMX.newMXBeanProxy(server, objectName, type);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
