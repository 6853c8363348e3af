package io.arcline.ops.trace;

import io.arcline.call.CallObserver;
import io.arcline.ops.Features;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.spi.CDI;

/** Whether this server traces calls, and by what. */
public final class Tracing {
    private static final String TELEMETRY = "io.opentelemetry.api.trace.Tracer";

    private Tracing() {}

    /**
     * What makes the traces. Where the server has no MicroProfile Telemetry, or nobody to send traces to, it does nothing.
     *
     * @param endpoint set where somebody takes traces
     */
    public static CallObserver of(boolean endpoint) {
        return endpoint && Features.has(TELEMETRY) ? Traced.byTheServersTracer() : new CallObserver() {};
    }

    /** Loaded only where OpenTelemetry is. */
    private static final class Traced {
        static CallObserver byTheServersTracer() {
            return new CallTraces(CDI.current().select(Tracer.class).get());
        }
    }
}
