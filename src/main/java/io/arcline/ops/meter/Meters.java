package io.arcline.ops.meter;

import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Registers metrics under the names, the units and the words of {@link Metric}. Thread-safe. */
final class Meters {
    private final MetricRegistry registry;

    Meters(MetricRegistry registry) {
        this.registry = registry;
    }

    /** @param values of the metric's labels, in their order */
    Counter counter(Metric metric, String... values) {
        return registry.counter(described(metric), tags(metric, values));
    }

    Timer timer(Metric metric, String... values) {
        return registry.timer(described(metric), tags(metric, values));
    }

    void gauge(Metric metric, Supplier<? extends Number> value) {
        registry.gauge(described(metric), value::get);
    }

    private static Metadata described(Metric metric) {
        MetadataBuilder metadata =
                Metadata.builder().withName(metric.registered()).withDescription(metric.help());
        return (metric.unit().isEmpty() ? metadata : metadata.withUnit(metric.unit())).build();
    }

    private static Tag[] tags(Metric metric, String... values) {
        if (values.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
        }
        Tag[] tags = new Tag[values.length];
        for (int i = 0; i < values.length; i++) {
            tags[i] = new Tag(metric.labels().get(i), values[i]);
        }
        return tags;
    }
}
