package io.arcline.ops.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says of the alerts and of the dashboard's expressions. */
class PromtoolTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void find() {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
        assumeTrue(found, "promtool is not installed (in Debian a part of the package prometheus); not tested");
    }

    @Test
    void theAlertsAreRules() throws Exception {
        assertThat(promtool("check", "rules", OperationsFiles.ALERTS.toString()))
                .contains("SUCCESS");
    }

    @Test
    void eachAlertIsRaisedForWhatItIsForAndNotForWhatItIsNot() throws Exception {
        assertThat(promtool("test", "rules", "src/test/ops/alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void eachPanelOfTheDashboardShowsSomethingOfARecordedScrape() throws Exception {
        StringBuilder test = new StringBuilder("tests:\n  - interval: 1m\n    input_series:\n");
        for (String sample : OperationsFiles.samples()) {
            int space = sample.lastIndexOf(' ');
            String series = sample.substring(0, space).replace(",}", "}").replace("{", "{instance=\"one\",");
            test.append("      - series: '").append(series).append("'\n        values: '1+1x40'\n");
        }
        test.append("    promql_expr_test:\n");
        for (String expression : OperationsFiles.dashboard()) {
            test.append("      - expr: 'count(").append(expression).append(") > bool 0'\n");
            test.append(
                    "        eval_time: 30m\n        exp_samples:\n          - labels: '{}'\n            value: 1\n");
        }
        Path file = Files.writeString(folder.resolve("dashboard-test.yml"), test);
        assertThat(promtool("test", "rules", file.toString())).contains("SUCCESS");
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
