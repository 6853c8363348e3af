package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path folder;

    @Test
    void keepsProgramsThatAServerStartedFrom() throws IOException {
        Programs programs = new Programs(folder);
        programs.startBy(() -> unpack());
        assertThat(folder.resolve("PG-1/bin/postgres")).exists();
        programs.startBy(() -> {
            assertThat(folder.resolve("PG-1/bin/postgres")).exists();
            return null;
        });
    }

    @Test
    void throwsAwayProgramsWhoseUnpackingOrStartFailed() throws IOException {
        Programs programs = new Programs(folder);
        assertThatThrownBy(() -> programs.startBy(() -> {
                    unpack();
                    throw new IOException("killed");
                }))
                .hasMessage("killed");
        programs.startBy(() -> {
            assertThat(folder.resolve("PG-1")).doesNotExist();
            return unpack();
        });
        assertThat(folder.resolve("PG-1/bin/postgres")).exists();
    }

    private Void unpack() throws IOException {
        Files.createDirectories(folder.resolve("PG-1/bin"));
        Files.writeString(folder.resolve("PG-1/bin/postgres"), "program");
        return null;
    }
}
