package io.arcline.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something before Liberty stops, which closes every WebSocket at once and tells the application only afterwards. Two ways
 * lead to the end. SIGTERM is caught; Liberty's own shutdown hook runs when the process exits after that. {@code server stop} ends the
 * OSGi framework from inside, whose synchronous listeners are told before anything is stopped. Neither is reachable by an API that
 * applications are compiled against, so both are found by reflection, and where one is not, the server stops without it and says so
 * at the start.
 */
final class Departing {
    private static final int TERMINATED = 143;
    private static final int STOPPING = 256;
    private static final System.Logger LOG = System.getLogger(Departing.class.getName());

    private final Runnable farewell;
    private final AtomicBoolean done = new AtomicBoolean();
    private Runnable withdrawal = () -> {};

    /** @param farewell what is to be done; may take its time, and is done once */
    Departing(Runnable farewell) {
        this.farewell = farewell;
    }

    /** @param anythingOfLiberty an object whose class is in one of Liberty's bundles */
    void prepare(Object anythingOfLiberty) {
        try {
            onTerm();
        } catch (ReflectiveOperationException | RuntimeException none) {
            LOG.log(System.Logger.Level.WARNING, "calls will be cut on SIGTERM: {0}", none.toString());
        }
        try {
            onServerStop(anythingOfLiberty);
        } catch (ReflectiveOperationException | RuntimeException none) {
            LOG.log(System.Logger.Level.WARNING, "calls will be cut by \"server stop\": {0}", none.toString());
        }
    }

    /** The application is stopped or reloaded: Liberty's end is no business of this one any more. */
    void withdraw() {
        done.set(true);
        withdrawal.run();
    }

    private void bidOnce() {
        if (done.compareAndSet(false, true)) {
            farewell.run();
        }
    }

    private void onTerm() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                Thread.ofPlatform().name("departing").start(() -> {
                    bidOnce();
                    System.exit(TERMINATED);
                });
                return null;
            }
            return ofObject(proxy, method.getName(), arguments);
        };
        Object proxy = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, handler);
        signal.getMethod("handle", signal, handlerType)
                .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), proxy);
    }

    private void onServerStop(Object anythingOfLiberty) throws ReflectiveOperationException {
        ClassLoader loader = anythingOfLiberty.getClass().getClassLoader();
        Object bundle = loader.getClass().getMethod("getBundle").invoke(loader);
        ClassLoader framework = bundle.getClass().getClassLoader();
        Class<?> contextType = framework.loadClass("org.osgi.framework.BundleContext");
        Class<?> bundleType = framework.loadClass("org.osgi.framework.Bundle");
        Class<?> eventType = framework.loadClass("org.osgi.framework.BundleEvent");
        Class<?> listenerType = framework.loadClass("org.osgi.framework.BundleListener");
        Class<?> synchronous = framework.loadClass("org.osgi.framework.SynchronousBundleListener");
        Object own = bundleType.getMethod("getBundleContext").invoke(bundle);
        Object system = contextType.getMethod("getBundle", long.class).invoke(own, 0L);
        Object context = bundleType.getMethod("getBundleContext").invoke(system);
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.getName().equals("bundleChanged")) {
                return ofObject(proxy, method.getName(), arguments);
            }
            Object event = arguments[0];
            Object about = eventType.getMethod("getBundle").invoke(event);
            if ((int) eventType.getMethod("getType").invoke(event) == STOPPING
                    && (long) bundleType.getMethod("getBundleId").invoke(about) == 0) {
                bidOnce();
            }
            return null;
        };
        Object listener = Proxy.newProxyInstance(framework, new Class<?>[] {synchronous}, handler);
        contextType.getMethod("addBundleListener", listenerType).invoke(context, listener);
        withdrawal = () -> {
            try {
                contextType.getMethod("removeBundleListener", listenerType).invoke(context, listener);
            } catch (ReflectiveOperationException gone) {
                LOG.log(System.Logger.Level.DEBUG, "the framework is gone already", gone);
            }
        };
    }

    private static Object ofObject(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "what ARC Line does before Liberty stops";
        };
    }
}
