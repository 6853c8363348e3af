package io.arcline.deployment;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes docs/licences.md from the bill of materials. */
final class LicencesPage {
    private static final String HEAD = """
            # Licences

            ARC Line is under the [MIT licence](../LICENSE). What is in the war besides, by licence, as the build's bill of materials
            (`target/arcline-sbom.json`) has it; PostgreSQL and what starts it are for development.

            | licence | libraries |
            |---|---|
            """;

    private static final String FOOT = """

            Not in the war: Open Liberty (EPL-2.0), which runs it. Not a library: the typeface Barlow (OFL-1.1), in `io.arcline.web.file`.

            This page is made from the bill of materials; after a change of dependencies:
            `./mvnw verify -Dit.test=LicencesPageIT -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Drefresh`
            """;

    private LicencesPage() {}

    /** The page for a bill of materials in CycloneDX's form. */
    static String of(JsonObject bill) {
        Map<String, TreeSet<String>> byLicence = new TreeMap<>();
        for (JsonObject component : bill.getJsonArray("components").getValuesAs(JsonObject.class)) {
            byLicence
                    .computeIfAbsent(licence(component), none -> new TreeSet<>())
                    .add(library(component));
        }
        return HEAD
                + byLicence.entrySet().stream()
                        .map(entry -> "| %s | %s |\n".formatted(entry.getKey(), String.join(", ", entry.getValue())))
                        .collect(Collectors.joining())
                + FOOT;
    }

    private static String licence(JsonObject component) {
        return component.getJsonArray("licenses").getValuesAs(JsonObject.class).stream()
                .map(one -> one.containsKey("license") ? one.getJsonObject("license") : one)
                .map(one -> one.getString("id", one.getString("name", one.getString("expression", ""))))
                .collect(Collectors.joining(" and "));
    }

    /** The programs of PostgreSQL are named for the machine that builds. */
    private static String library(JsonObject component) {
        return component.getString("name").replaceAll("(-binaries)-.*", "$1") + " " + component.getString("version");
    }
}
