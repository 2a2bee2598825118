package org.risktriage.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RiskTriage;

/** The service is thin: it asks the library, and its parts know each other in one direction. */
class ArchitectureTest {
    private static final String SERVICE = "org.risktriage.service";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(SERVICE);

    @Test
    void there_is_something_to_look_at() {
        classes()
                .that()
                .haveFullyQualifiedName(SERVICE + ".resources.AssessmentsResource")
                .should()
                .bePublic()
                .check(PRODUCT);
    }

    @Test
    void nothing_uses_the_inside_of_the_library() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.risktriage.triage.internal..")
                .check(PRODUCT);
    }

    @Test
    void nothing_uses_the_vocabulary_of_the_rules() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.risktriage.rules..")
                .check(PRODUCT);
    }

    @Test
    void only_a_command_uses_the_tools_of_the_author_and_no_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVICE + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.risktriage.triage.desk..")
                .check(PRODUCT);
    }

    /** Every command is set up before the one that was asked for is run: what one of them loads, all wait for. */
    @Test
    void no_class_loads_rule_packs_as_it_is_initialised() {
        List<JavaStaticInitializer> initializers = PRODUCT.stream()
                .flatMap(type -> type.getStaticInitializer().stream())
                .toList();
        assertThat(initializers).hasSizeGreaterThan(20);
        assertThat(initializers.stream().flatMap(initializer -> initializer.getMethodCallsFromSelf().stream()))
                .noneMatch(call -> call.getTargetOwner().isEquivalentTo(RiskTriage.class));
    }

    @Test
    void nothing_knows_drools() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..", "org.drlonyaml..")
                .check(PRODUCT);
    }

    @Test
    void what_stands_in_replies_knows_none_of_those_who_send_it() {
        noClasses()
                .that()
                .resideInAPackage(SERVICE + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SERVICE + ".resources..", SERVICE + ".cli..", SERVICE + ".http..", SERVICE + ".health..")
                .check(PRODUCT);
    }

    @Test
    void resources_and_commands_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(SERVICE + ".resources..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVICE + ".cli..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage(SERVICE + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVICE + ".resources..")
                .check(PRODUCT);
    }

    @Test
    void what_serves_http_does_not_know_the_resources() {
        noClasses()
                .that()
                .resideInAPackage(SERVICE + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICE + ".resources..", SERVICE + ".cli..")
                .check(PRODUCT);
    }

    @Test
    void the_conformance_kit_asks_a_service_from_outside_and_knows_nothing_of_its_inside() {
        noClasses()
                .that()
                .resideInAPackage(SERVICE + ".conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SERVICE + ".resources..",
                        SERVICE + ".cli..",
                        SERVICE + ".http..",
                        SERVICE + ".api..",
                        SERVICE + ".health..")
                .check(PRODUCT);
    }

    @Test
    void nothing_is_injected_into_a_field() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.ws.rs.core.Context")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(PRODUCT);
    }

    @Test
    void resources_keep_no_state() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(SERVICE + ".resources..")
                .should()
                .beFinal()
                .check(PRODUCT);
    }

    @Test
    void only_commands_print() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVICE + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(PRODUCT);
    }

    @Test
    void nothing_reads_the_clock_of_the_machine_in_passing() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .check(PRODUCT);
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveSimpleNameContaining("Manager")
                .orShould()
                .haveSimpleNameContaining("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameContaining("Processor")
                .check(PRODUCT);
    }
}
