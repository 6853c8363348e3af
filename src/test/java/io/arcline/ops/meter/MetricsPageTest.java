package io.arcline.ops.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    static final String REFRESH = "./mvnw -q test -Dtest=MetricsPageTest -Drefresh";

    private static final Path PAGE = Path.of("docs", "metrics.md");

    @Test
    void isUpToDate() throws IOException {
        String page = MetricsPage.of(Metric.values());
        if (System.getProperty("refresh") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("%s, refreshed by: %s", PAGE, REFRESH)
                .isEqualTo(page);
    }
}
