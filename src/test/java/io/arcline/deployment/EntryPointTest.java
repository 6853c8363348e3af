package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.settings.Setting;
import io.arcline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image's entry point gives to the server, which a script stands in for. */
@Needs("sh -c true")
class EntryPointTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void server() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("liberty/bin"));
        Path server = Files.writeString(bin.resolve("server"), "#!/bin/sh\necho \"$*\"\nenv\n");
        assertThat(server.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theServerTakesThePlaceOfTheShellWithItsSettingsAndOptions() {
        Command started = start(Map.of("SETTINGS", "SILENCE_SECONDS=10 BOARD_CORS_ORIGINS=*", "JVM_ARGS", "-Xlog:gc"))
                .succeeded();
        assertThat(started.output())
                .contains("run defaultServer", "SILENCE_SECONDS=10\n", "BOARD_CORS_ORIGINS=*\n", "keystore_password=")
                .contains("WLP_SKIP_BOOTSTRAP_AGENT=true\n")
                .containsPattern("JVM_ARGS=-Xmx\\d+m .* -Xlog:gc\n");
        assertThat(folder.resolve("data")).isDirectory();
    }

    /** A container that is started again finds the store of its last start, whose password nobody knows any more. */
    @Test
    void theManagementPortsKeyIsMadeAnewAtEachStart() throws Exception {
        assertThat(keyOf(start(Map.of()))).isNotEqualTo(keyOf(start(Map.of())));
    }

    /** As in an image that has no openssl, or one that does not know these options. */
    @Test
    void withoutOpensslTheKeyIsMadeByKeytool() throws Exception {
        Path openssl = Files.writeString(
                Files.createDirectories(folder.resolve("none")).resolve("openssl"), "#!/bin/sh\nexit 1\n");
        assertThat(openssl.toFile().setExecutable(true)).isTrue();
        String path = openssl.getParent() + ":" + System.getenv("PATH");
        assertThat(keyOf(start(Map.of("PATH", path))).getAlgorithm()).isEqualTo("EC");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretMayStandAmongOpenSettings(String name) {
        Command started = start(Map.of("SETTINGS", "SILENCE_SECONDS=10 " + name + "=abc"));
        assertThat(started.status()).isEqualTo(1);
        assertThat(started.output())
                .contains("SETTINGS: " + name + " is a secret")
                .doesNotContain("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENCE_SECONDS", "silence=1", "A B=1", "A;B=1"})
    void whatIsNoSettingIsSaid(String settings) {
        Command started = start(Map.of("SETTINGS", settings));
        assertThat(started.status()).isEqualTo(1);
        assertThat(started.output()).contains("is not of the form NAME=value");
    }

    static List<String> secrets() {
        return Settings.GROUPS.stream()
                .flatMap(group -> Arrays.stream(group.getRecordComponents()))
                .map(component -> component.getAnnotation(Setting.class))
                .filter(Setting::secret)
                .map(Setting::name)
                .toList();
    }

    @Test
    void whatWasWarmedIsUsedAndAWorkAreaOfItsOwnIsKept() throws IOException {
        Path warmed = warmed();
        Path workarea = folder.resolve("output/defaultServer/workarea/bundles");

        assertThat(start(warmed.resolveSibling("start"), Map.of()).succeeded().output())
                .contains("-XX:SharedArchiveFile=" + warmed.resolve("classes.jsa"));
        assertThat(workarea).hasContent("workarea");

        Files.writeString(workarea, "of this server");
        start(warmed.resolveSibling("start"), Map.of()).succeeded();
        assertThat(workarea).hasContent("of this server");
    }

    @Test
    void aTaskThatDoesWithoutWhatItCanTakesTheWorkAreaOfThose() throws IOException {
        start(warmed().resolveSibling("start"), Map.of("OPENAPI", "off", "METRICS", "off"))
                .succeeded();
        assertThat(folder.resolve("output/defaultServer/workarea/bundles")).hasContent("workarea-small");
    }

    /** What "warm" keeps in an image, each work area with its name for its contents, beside the programs. */
    private Path warmed() throws IOException {
        Path warmed = Files.createDirectories(folder.resolve("programs/warmed"));
        for (String kept : List.of("workarea", "workarea-small")) {
            Files.createDirectories(warmed.resolve(kept));
            Files.writeString(warmed.resolve(kept).resolve("bundles"), kept);
        }
        Files.writeString(warmed.resolve("classes.jsa"), "");
        for (String program : List.of("start", "jvm-options")) {
            Files.copy(
                    Path.of("src/main/container", program),
                    warmed.resolveSibling(program),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return warmed;
    }

    private Key keyOf(Command started) throws Exception {
        char[] password = started.succeeded()
                .output()
                .lines()
                .filter(line -> line.startsWith("keystore_password="))
                .findFirst()
                .orElseThrow()
                .substring("keystore_password=".length())
                .toCharArray();
        Path store = folder.resolve("output/defaultServer/resources/security/key.p12");
        assertThat(Files.getPosixFilePermissions(store))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return KeyStore.getInstance(store.toFile(), password).getKey("default", password);
    }

    private Command start(Map<String, String> environment) {
        return start(Path.of(Command.file("src/main/container/start")), environment);
    }

    private Command start(Path program, Map<String, String> environment) {
        Map<String, String> whole = new HashMap<>(Map.of(
                "LIBERTY_HOME", folder.resolve("liberty").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "ARCLINE_DATA_DIR", folder.resolve("data").toString(),
                "WLP_OUTPUT_DIR", folder.resolve("output").toString(),
                "LOG_DIR", folder.resolve("logs").toString()));
        whole.putAll(environment);
        return Command.run(whole, List.of("sh", program.toString()));
    }
}
