package io.arcline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms and the one direction of dependency, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "io.arcline", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.arcline..")
            .layer("server")
            .definedBy("io.arcline.server..")
            .layer("ops")
            .definedBy("io.arcline.ops..")
            .layer("web")
            .definedBy("io.arcline.web..")
            .layer("management")
            .definedBy("io.arcline.management..")
            .layer("twilio")
            .definedBy("io.arcline.twilio..")
            .layer("call")
            .definedBy("io.arcline.call..")
            .layer("hotline")
            .definedBy("io.arcline.hotline..")
            .layer("board")
            .definedBy("io.arcline.board..")
            .layer("assistant")
            .definedBy("io.arcline.assistant..")
            .layer("journal")
            .definedBy("io.arcline.journal..")
            .layer("database")
            .definedBy("io.arcline.database..")
            .layer("json")
            .definedBy("io.arcline.json..")
            .layer("operators")
            .definedBy("io.arcline.operators..")
            .layer("settings")
            .definedBy("io.arcline.settings..")
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("management")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("management")
            .mayOnlyAccessLayers("ops", "board", "web")
            .whereLayer("web")
            .mayOnlyAccessLayers("board", "call", "hotline", "twilio")
            .whereLayer("ops")
            .mayOnlyAccessLayers("twilio", "call", "hotline", "board", "journal", "database")
            .whereLayer("twilio")
            .mayOnlyAccessLayers("call", "hotline", "json")
            .whereLayer("call")
            .mayOnlyAccessLayers("hotline", "journal", "json", "database")
            .whereLayer("hotline")
            .mayNotAccessAnyLayer()
            .whereLayer("board")
            .mayOnlyAccessLayers("hotline", "database")
            .whereLayer("assistant")
            .mayOnlyAccessLayers("hotline")
            .whereLayer("journal")
            .mayOnlyAccessLayers("database", "json")
            .whereLayer("database")
            .mayNotAccessAnyLayer()
            .whereLayer("json")
            .mayNotAccessAnyLayer()
            .whereLayer("operators")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operators")
            .mayNotAccessAnyLayer()
            .whereLayer("settings")
            .mayOnlyAccessLayers("database");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.arcline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DIALOG_IS_PURE = noClasses()
            .that()
            .resideInAPackage("io.arcline.hotline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "org.eclipse.microprofile..", "java.net..", "java.sql..", "javax.sql..", "java.time..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule THE_MANAGEMENT_MODULE_KNOWS_WHAT_IS_PACKED_INTO_IT = noClasses()
            .that()
            .resideInAPackage("io.arcline.management..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.arcline.ops", "io.arcline.board");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = classes()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper");
}
