package io.arcline.faketwilio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/** The fake carrier can only find the server's mistakes where it does not share the server's code. */
class StandsAloneTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption((Location location) -> !location.contains("Test.class") && !location.contains("Test$"))
            .importPackages("io.arcline.faketwilio");

    @Test
    void dependsOnTheJdkOnJsonAndOnHistogramsAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(Predicates.resideInAnyPackage(
                        "io.arcline.faketwilio..",
                        "java..",
                        "javax..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "jakarta.json..",
                        "org.HdrHistogram.."))
                .check(LIBRARY);
    }

    @Test
    void hasNoPackageCycle() {
        slices().matching("io.arcline.(faketwilio)..(*)")
                .namingSlices("$2")
                .should()
                .beFreeOfCycles()
                .check(LIBRARY);
    }
}
