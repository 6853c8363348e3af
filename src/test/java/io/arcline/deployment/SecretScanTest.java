package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scan finds what is planted, also in an archive, and takes no description of a secret for one. */
class SecretScanTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "config/x.class, AKIAIOSFODNN7EXAMPL1, key of AWS",
        "config/y, postgresql://arcline:horse@db.example.com/x, database with its password",
        "config/app.properties, auth_token=0123456789abcdef0123456789abcdef, named value",
        "config/server.xml, <user password=\"0123456789abcdef\"/>, named value",
        "opt/z, AC0123456789abcdef0123456789abcdef, SID of Twilio",
        "opt/server.env, x=1, a file for keys",
        "opt/key.p12, x, a file for keys",
    })
    void found(String file, String text, String what) throws IOException {
        write(file, text);
        assertThat(SecretScan.of(folder))
                .singleElement()
                .asString()
                .startsWith("/" + file)
                .endsWith(what);
    }

    @Test
    void foundInAnArchiveToo() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("lib")).resolve("a.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("token.txt"));
            zip.write("ghp_0123456789abcdefghijkl".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SecretScan.of(folder)).containsExactly("/lib/a.jar!/token.txt: token of a service");
    }

    @Test
    void descriptionsAndReferencesAreNoSecrets() throws IOException {
        write("a.xml", "<keyStore password=\"${keystore_password}\"/> postgresql://user:password@host:port/database");
        write("start", "keystore_password=$(od -An -N24 -tx1 /dev/urandom)");
        write("b.class", "TWILIO_AUTH_TOKEN is the primary auth token");
        assertThat(SecretScan.of(folder)).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
