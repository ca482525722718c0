package sporeloop.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arrows of the house: scenarios → agents → bridge → environments; agents, bridge → spore;
 * scenarios → results; nothing else but the annotations of {@code parameters}.
 */
@AnalyzeClasses(packages = "sporeloop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] JAVA = {
        "java..", "org.jspecify..", "com.google.auto.service..", "sporeloop.parameters"
    };
    private static final String[] BESIDE_A_RUN = {
        "sporeloop.scenarios.command..",
        "sporeloop.scenarios.cluster..",
        "sporeloop.scenarios.picture..",
        "sporeloop.scenarios.reproduce..",
        "sporeloop.scenarios.soak..",
        "sporeloop.scenarios.verify..",
        "sporeloop.spore.benchmark..",
        "sporeloop.spore.reference.."
    };

    @ArchTest
    static final ArchRule parametersStandAlone =
            classes()
                    .that()
                    .resideInAPackage("sporeloop.parameters..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(JAVA);

    @ArchTest static final ArchRule sporeIsAPlainLibrary = module("spore", "com.sun.management..");

    @ArchTest
    static final ArchRule environmentsKnowPhysicsOnly =
            module("environments", "org.jbox2d..", "org.apache.commons.rng..");

    @ArchTest
    static final ArchRule bridgeJoinsSpikesAndEnvironments =
            module(
                    "bridge",
                    "sporeloop.environments",
                    "sporeloop.spore",
                    "sporeloop.spore.random",
                    "akka..",
                    "scala..",
                    "com.typesafe.config..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule agentsKnowNoPhysics =
            module(
                    "agents",
                    "sporeloop.bridge..",
                    "sporeloop.spore..",
                    "akka..",
                    "scala..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule resultsKnowNoLearningAndNoPhysics =
            module(
                    "results",
                    "com.fasterxml.jackson..",
                    "com.github.luben.zstd..",
                    "javax.imageio..");

    @ArchTest
    static final ArchRule nothingButTheViewerDraws =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("sporeloop.viewer..", "org.lwjgl..");

    @ArchTest
    static final ArchRule theReferenceIsForTestsBenchmarksAndVerification =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "sporeloop.spore.reference..",
                            "sporeloop.spore.benchmark..",
                            "..verify..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("sporeloop.spore.reference..");

    @ArchTest
    static final ArchRule physicsStaysInEnvironments =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("sporeloop.environments..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jbox2d..");

    @ArchTest
    static final ArchRule onlyScenariosReadScenarioFiles =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("sporeloop.scenarios..", "sporeloop.bridge..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.typesafe.config..");

    /** Else a trial's fingerprint would miss what decides its bytes. */
    @ArchTest
    static final ArchRule whatTheFingerprintLeavesOutIsNoPartOfARun =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(BESIDE_A_RUN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(BESIDE_A_RUN);

    /** A machine's clock may be set while a run is under way; what is measured takes the monotone one. */
    @ArchTest
    static final ArchRule noDurationIsTakenFromTheMachinesCalendar =
            noClasses()
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("sporeloop.(**)").should().beFreeOfCycles();

    @ArchTest
    static void allModulesAreLookedAt(JavaClasses classes) {
        for (String module :
                List.of(
                        "parameters",
                        "spore",
                        "environments",
                        "bridge",
                        "agents",
                        "results",
                        "scenarios")) {
            assertTrue(
                    classes.stream()
                            .anyMatch(
                                    each ->
                                            each.getPackageName()
                                                    .startsWith("sporeloop." + module)),
                    "no class of " + module + " was found");
        }
    }

    private static ArchRule module(String name, String... besides) {
        String own = "sporeloop." + name + "..";
        String[] allowed =
                Stream.of(Stream.of(own), Arrays.stream(JAVA), Arrays.stream(besides))
                        .flatMap(each -> each)
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
