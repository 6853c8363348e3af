package io.arcline.ops.meter;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documentation of the metrics, in Markdown, made from what they declare and from a recorded scrape. */
final class MetricsPage {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private MetricsPage() {}

    static String of(Metric... metrics) throws IOException {
        StringBuilder page = new StringBuilder("""
                # Metrics

                `https://…:9443/metrics`, for the operator and for READERS such as Prometheus. Every series is there from the start, at 0; times are histograms with
                buckets from 1 ms to 10 s, and for each there is a gauge `…_seconds_max` with the longest of the last minutes.
                All have the label `mp_scope="application"` besides those that are named here; the counters that other parts keep
                are brought up to date every tenth of a second.

                `src/main/ops/dashboard.json` is a dashboard for Grafana, `src/main/ops/alerts.yml` the alerts for Prometheus (which
                is to call the job `arcline`), [runbook.md](runbook.md) what to do about each.

                ```yaml
                scrape_configs:
                  - job_name: arcline
                    scheme: https
                    basic_auth: {username: prometheus, password: …}   # one of READERS
                    tls_config: {insecure_skip_verify: true}   # or ca_file, with a certificate of your own
                    static_configs: [{targets: ["localhost:9443"]}]
                ```

                This page is made from the declarations and a recorded scrape; after a change of them: `%s`

                | Name | Kind | Means | Labels |
                |---|---|---|---|
                """.formatted(MetricsPageTest.REFRESH));
        for (Metric metric : metrics) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(metric.exported(), metric.type().exported(), metric.help(), labels(metric)));
        }
        return page.append("""

                Liberty's own are there too. Of use here are `connectionpool_…{datasource="jdbc_arcline"}`, `memory_…`, `cpu_…`,
                `gc_…`, `threadpool_…` and `http_server_request_duration_seconds`, which has the public port's paths as
                `http_route`; [Liberty's reference](https://openliberty.io/docs/latest/metrics-list.html) has all of them.

                Tasks with less than half a processor run without Liberty's agent, which is a fifth of a start there, and so without `connectionpool_…`,
                `threadpool_…` and `http_server_…`; `JVM_ARGS=-javaagent:/opt/ol/wlp/bin/tools/ws-javaagent.jar` brings them back.
                """).toString();
    }

    private static String labels(Metric metric) throws IOException {
        Map<String, Set<String>> values = new TreeMap<>();
        for (String sample : OperationsFiles.samples()) {
            if (sample.startsWith(metric.exported() + "{") || sample.startsWith(metric.exported() + "_count{")) {
                Matcher label = LABEL.matcher(sample);
                while (label.find()) {
                    values.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                            .add(label.group(2));
                }
            }
        }
        return metric.labels().stream()
                .map(name -> "`" + name + "`: " + String.join(", ", values.getOrDefault(name, Set.of())))
                .collect(Collectors.joining("; "));
    }
}
