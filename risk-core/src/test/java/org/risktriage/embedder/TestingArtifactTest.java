package org.risktriage.embedder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.risktriage.testing.FictionalCases;
import org.risktriage.triage.RiskTriage;

/** What embedders get for their tests: one package, on the public types alone, in a jar of its own. */
class TestingArtifactTest {
    private static final String PACKAGE = "org.risktriage.testing";
    private static final JavaClasses SHIPPED = new ClassFileImporter().importPackages(PACKAGE);

    @Test
    void it_knows_the_public_types_the_jdk_and_assertj_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        PACKAGE,
                        "org.risktriage.triage",
                        "org.assertj.core.api..",
                        "org.jspecify.annotations",
                        "java..")
                .check(SHIPPED);
    }

    @Test
    void it_reads_no_clock() {
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now")))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SHIPPED);
    }

    @Test
    void no_public_method_takes_a_truth_value() {
        noMethods()
                .that()
                .arePublic()
                .should()
                .haveRawParameterTypes(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "with a truth value",
                        types -> types.stream().anyMatch(type -> type.isEquivalentTo(boolean.class))))
                .check(SHIPPED);
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor)")
                .check(SHIPPED);
    }

    @Test
    void the_jar_holds_that_package_and_nothing_else() throws IOException {
        List<String> files = files();

        assertThat(files)
                .contains("org/risktriage/testing/DecisionAssert.class", "org/risktriage/testing/FictionalCases.class")
                .allMatch(name -> name.matches("org/risktriage/testing/[^/]+\\.class|META-INF/MANIFEST\\.MF"));
    }

    @Test
    void every_class_of_the_package_is_in_the_jar() throws IOException {
        TreeSet<String> compiled = new TreeSet<>();
        SHIPPED.forEach(type -> compiled.add(type.getName().replace('.', '/') + ".class"));

        assertThat(files()).containsAll(compiled);
        assertThat(compiled).hasSizeGreaterThan(5);
    }

    /** The jar of this build, which is packed as soon as it is compiled. */
    private static List<String> files() throws IOException {
        String version = RiskTriage.bundled()
                .assess(FictionalCases.noToEverything().build())
                .rules()
                .engine();
        Path file = Path.of("target", "risk-core-" + version + "-testing.jar");
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }
}
