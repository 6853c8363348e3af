package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The list of licences, against what the build has put into the war. */
class LicencesPageIT {
    private static final Path BILL = Path.of("target", "arcline-sbom.json");
    private static final Path PAGE = Path.of("docs", "licences.md");

    @Test
    void everyLibraryHasALicenceAndIsListed() throws IOException {
        assumeThat(BILL).as("offline Maven makes no bill of materials").exists();
        String page;
        try (JsonReader json = Json.createReader(Files.newInputStream(BILL))) {
            page = LicencesPage.of(json.readObject());
        }
        assertThat(page).as("a library without a licence").doesNotContain("|  |");
        if (System.getProperty("refresh") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }
}
