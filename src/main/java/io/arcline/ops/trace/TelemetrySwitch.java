package io.arcline.ops.trace;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What MicroProfile Telemetry is told unless the environment says otherwise: traces only, under the name {@code arcline}, by
 * OTLP over HTTP, as soon as {@code OTEL_EXPORTER_OTLP_ENDPOINT} names somebody who takes them. Metrics are at {@code /metrics}, logs
 * on the console.
 */
public final class TelemetrySwitch implements ConfigSource {
    /** Below the environment's 300, above microprofile-config.properties. */
    private static final int ORDINAL = 150;

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private final Map<String, String> properties = Map.of(
            "otel.sdk.disabled", String.valueOf(!endpoint()),
            "otel.service.name", "arcline",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.java.disabled.resource.providers",
                    "io.opentelemetry.instrumentation.resources.ProcessResourceProvider",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    /** Whether somebody takes traces. */
    public static boolean endpoint() {
        String endpoint = System.getenv(ENDPOINT);
        return endpoint != null && !endpoint.isBlank();
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "telemetry";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
