package io.arcline.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for secrets as scanners of images do: by their form in every file and in archives, by their names in texts. */
final class SecretScan {
    private static final Map<String, Pattern> FORMS = Map.of(
            "private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}"),
            "key of AWS", Pattern.compile("(?<![A-Za-z0-9])(AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9])"),
            "token of a service",
                    Pattern.compile(
                            "(?<![A-Za-z0-9])(ghp_|gho_|ghs_|github_pat_|glpat-|xox[abp]-|sk_live_|sk-proj-|pplx-)"
                                    + "[A-Za-z0-9_-]{20}"),
            "JSON web token", Pattern.compile("eyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\."),
            "database with its password",
                    Pattern.compile("postgres(ql)?://[^\\s:/@\"]+:(?!password@|\\.\\.\\.|\\$)[^\\s:/@\"]+@[a-z0-9]"),
            "SID of Twilio", Pattern.compile("(?<![A-Za-z0-9])(AC|SK)(?!0{32})[0-9a-f]{32}(?![A-Za-z0-9])"));

    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?<![a-z])(auth_?token|password|passwd|secret|api_?key)[\"']?\\s*[=:]\\s*[\"']?(?![\\w.]*\\()"
                    + "[A-Za-z0-9+/_-]{16,}");

    private static final Pattern TEXT =
            Pattern.compile("(?i).*(\\.(env|properties|options|conf|cfg|ini|ya?ml|json|xml|sh|txt|sql)|/[^/.]+)");

    private static final Pattern KEYS = Pattern.compile(
            "(?i).*(\\.(p12|jks|pfx|keystore|pem|key|env)|/id_(rsa|dsa|ecdsa|ed25519)|/\\.(git|aws)/.*)");

    private final List<String> found = new ArrayList<>();

    private SecretScan() {}

    /** What is found below a folder: a line each, the file and what it is; empty where there is nothing. */
    static List<String> of(Path folder) throws IOException {
        SecretScan scan = new SecretScan();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path file : files) {
            scan.look("/" + folder.relativize(file), Files.readAllBytes(file));
        }
        return scan.found;
    }

    private void look(String name, byte[] bytes) throws IOException {
        if (KEYS.matcher(name).matches()) {
            found.add(name + ": a file for keys");
        }
        if (name.matches(".*\\.(jar|war|zip)")) {
            lookInto(name, bytes);
        } else {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            FORMS.forEach((what, pattern) -> look(name, what, pattern, text));
            if (TEXT.matcher(name).matches()) {
                look(name, "named value", NAMED, text);
            }
        }
    }

    private void lookInto(String name, byte[] archive) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    look(name + "!/" + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    private void look(String name, String what, Pattern pattern, String text) {
        pattern.matcher(text).results().limit(1).forEach(match -> found.add(name + ": " + what));
    }
}
