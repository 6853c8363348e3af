package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    static final String REFRESH = "./mvnw -q test -Dtest=ConfigurationPageTest -Drefresh";

    private static final Path PAGE = Path.of("docs", "configuration.md");

    @Test
    void isUpToDate() throws IOException {
        String page = ConfigurationPage.of(Settings.GROUPS);
        if (System.getProperty("refresh") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("%s, made from the declared settings; refresh it by: %s", PAGE, REFRESH)
                .isEqualTo(page);
    }
}
