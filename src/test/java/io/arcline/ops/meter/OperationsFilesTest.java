package io.arcline.ops.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dashboard, alerts and runbook speak of what the server exports, and of each other. */
class OperationsFilesTest {

    @Test
    void whatTheDashboardAndTheAlertsAskForWasThereWhenTheServerWasAsked() throws IOException {
        Set<String> asked = new TreeSet<>();
        OperationsFiles.dashboard().forEach(expression -> asked.addAll(OperationsFiles.metrics(expression)));
        OperationsFiles.alerts().values().forEach(expression -> asked.addAll(OperationsFiles.metrics(expression)));
        asked.remove("up");
        assertThat(asked)
                .contains("arcline_live_calls", "memory_usedHeap_bytes")
                .hasSizeGreaterThan(20);
        assertThat(OperationsFiles.recorded()).containsAll(asked);
    }

    @Test
    void everyMetricOfTheApplicationIsOnTheDashboard() throws IOException {
        String dashboard = String.join("\n", OperationsFiles.dashboard());
        for (Metric metric : Metric.values()) {
            assertThat(dashboard).contains(metric.exported());
        }
    }

    @Test
    void everyAlertHasItsSectionInTheRunbookAndNoOtherHas() throws IOException {
        Set<String> sections = Files.readAllLines(Path.of("docs", "runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toSet());
        assertThat(sections).isEqualTo(OperationsFiles.alerts().keySet());
        String alerts = Files.readString(OperationsFiles.ALERTS);
        sections.forEach(alert -> assertThat(alerts).contains("docs/runbook.md#" + alert.toLowerCase()));
    }

    @Test
    void everyAlertIsTestedFiringAndQuiet() throws IOException {
        String tests = Files.readString(Path.of("src", "test", "ops", "alerts-test.yml"));
        for (String alert : OperationsFiles.alerts().keySet()) {
            assertThat(tests).contains("name: " + alert + " fires", "name: " + alert + " is quiet");
        }
    }

    @Test
    void theMetricsOfAnExpressionAreFound() {
        String expression =
                "histogram_quantile(0.9, sum by (le) (rate(a_bucket{x=~\"b|c\"}[5m]))) / on (d) e_total > 0 or f";
        assertThat(OperationsFiles.metrics(expression)).containsExactly("a_bucket", "e_total", "f");
    }
}
