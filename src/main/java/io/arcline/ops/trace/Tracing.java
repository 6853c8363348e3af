package io.arcline.ops.trace;

import io.arcline.call.CallObserver;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.spi.CDI;

/** Whether this server traces calls, and by what. */
public final class Tracing {
    private Tracing() {}

    /**
     * What makes the traces. Where the server has no MicroProfile Telemetry, or nobody to send traces to, it does nothing.
     *
     * @param endpoint set where somebody takes traces
     */
    public static CallObserver of(boolean endpoint) {
        return endpoint && present() ? Traced.byTheServersTracer() : new CallObserver() {};
    }

    private static boolean present() {
        try {
            Class.forName("io.opentelemetry.api.trace.Tracer", false, Tracing.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException withoutTelemetry) {
            return false;
        }
    }

    /** Loaded only where OpenTelemetry is. */
    private static final class Traced {
        static CallObserver byTheServersTracer() {
            return new CallTraces(CDI.current().select(Tracer.class).get());
        }
    }
}
