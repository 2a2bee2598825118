package org.risktriage.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.internal.pack.Content;

/** The shape that the design promises: what may show, who may know whom, and what may never be read. */
class ArchitectureTest {
    private static final String API = "org.risktriage.triage";
    private static final String AUTHORING = "org.risktriage.triage.internal.authoring..";
    private static final String DESK = "org.risktriage.triage.desk..";
    private static final JavaClasses PRODUCT = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("org.risktriage.triage", "org.risktriage.rules");

    @Test
    void there_is_something_to_look_at() {
        classes()
                .that()
                .haveFullyQualifiedName("org.risktriage.rules.Checklist")
                .or()
                .haveFullyQualifiedName("org.risktriage.triage.RiskTriage")
                .should()
                .bePublic()
                .check(PRODUCT);
    }

    @Test
    void no_public_signature_shows_a_type_of_drools() {
        classes()
                .that()
                .resideInAPackage(API)
                .and()
                .arePublic()
                .should(showNoTypeOf("org.kie", "org.drools", "org.drlonyaml", "org.mvel2"))
                .check(PRODUCT);
    }

    @Test
    void no_public_signature_shows_an_internal_type() {
        classes()
                .that()
                .resideInAPackage(API)
                .and()
                .arePublic()
                .should(showNoTypeOf("org.risktriage.triage.internal", "org.risktriage.rules"))
                .check(PRODUCT);
    }

    @Test
    void no_public_signature_shows_a_type_of_a_parser() {
        classes()
                .that()
                .resideInAPackage(API)
                .and()
                .arePublic()
                .should(showNoTypeOf("org.snakeyaml", "de.siegmar", "com.fasterxml"))
                .check(PRODUCT);
    }

    @Test
    void no_public_method_takes_a_truth_value() {
        classes()
                .that()
                .resideInAPackage(API)
                .and()
                .arePublic()
                .should(takeNoTruthValue())
                .check(PRODUCT);
    }

    @Test
    void nothing_reads_a_clock() {
        running()
                .should(never(
                        "read a clock",
                        access -> (access.getName().equals("now") && ownerStarts(access, "java.time."))
                                || ownerStarts(access, "java.time.Clock")
                                || (ownerIs(access, "java.lang.System")
                                        && Set.of("currentTimeMillis", "nanoTime")
                                                .contains(access.getName()))
                                || (ownerIs(access, "java.util.Date")
                                        && access.getName().equals("<init>")
                                        && parameters(access).isEmpty())
                                || ownerIs(access, "java.util.Calendar")
                                || ownerIs(access, "java.util.GregorianCalendar")))
                .check(PRODUCT);
    }

    @Test
    void nothing_takes_the_default_locale() {
        running()
                .should(never(
                        "take the default locale",
                        access -> (ownerIs(access, "java.util.Locale") && isDefaultGetter(access))
                                || (ownerIs(access, "java.lang.String")
                                        && (isCallWithout(
                                                        access,
                                                        "java.util.Locale",
                                                        "format",
                                                        "toLowerCase",
                                                        "toUpperCase")
                                                || access.getName().equals("formatted")))
                                || (ownerIs(access, "java.time.format.DateTimeFormatter")
                                        && isCallWithout(
                                                access,
                                                "java.util.Locale",
                                                "ofPattern",
                                                "ofLocalizedDate",
                                                "ofLocalizedDateTime"))
                                || ownerStarts(access, "java.text.")
                                || ownerIs(access, "java.util.Formatter")
                                || ownerIs(access, "java.util.Scanner")
                                || (ownerIs(access, "java.io.PrintStream") && isCall(access, "printf", "format"))))
                .check(PRODUCT);
    }

    @Test
    void nothing_takes_the_default_time_zone() {
        running()
                .should(never(
                        "take the default time zone",
                        access -> (ownerIs(access, "java.time.ZoneId") && isCall(access, "systemDefault"))
                                || (ownerIs(access, "java.util.TimeZone") && isDefaultGetter(access))
                                || ownerIs(access, "java.sql.Date")
                                || ownerIs(access, "java.sql.Timestamp")))
                .check(PRODUCT);
    }

    @Test
    void nothing_takes_the_default_character_set() {
        running()
                .should(never(
                        "take the default character set",
                        access -> (ownerIs(access, "java.lang.String")
                                        && access.getName().equals("getBytes")
                                        && parameters(access).isEmpty())
                                || (ownerIs(access, "java.lang.String")
                                        && access.getName().equals("<init>")
                                        && parameters(access).equals(List.of("[B")))
                                || (ownerIs(access, "java.io.InputStreamReader")
                                        && access.getName().equals("<init>")
                                        && parameters(access).size() == 1)
                                || (ownerIs(access, "java.nio.charset.Charset") && isDefaultGetter(access))))
                .check(PRODUCT);
    }

    @Test
    void nothing_is_left_to_chance() {
        running()
                .should(never(
                        "be left to chance",
                        access -> (ownerIs(access, "java.lang.Math") && isCall(access, "random"))
                                || ownerStarts(access, "java.util.Random")
                                || ownerStarts(access, "java.util.SplittableRandom")
                                || ownerStarts(access, "java.util.random.")
                                || ownerStarts(access, "java.util.concurrent.ThreadLocalRandom")
                                || ownerStarts(access, "java.security.SecureRandom")
                                || (ownerIs(access, "java.util.UUID") && isCall(access, "randomUUID"))
                                || (ownerIs(access, "java.util.Collections") && isCall(access, "shuffle"))
                                || (ownerIs(access, "java.lang.System") && isCall(access, "identityHashCode"))))
                .check(PRODUCT);
    }

    @Test
    void nothing_touches_files_the_network_or_another_process_at_run_time() {
        // Packs beside the jar are files; they are read when the library is made, and never after.
        running()
                .and()
                .doNotHaveFullyQualifiedName(Content.class.getName())
                .should(never(
                        "touch files, the network or another process",
                        access -> ownerStarts(access, "java.io.File")
                                || ownerStarts(access, "java.io.RandomAccessFile")
                                || ownerStarts(access, "java.nio.file.")
                                || ownerStarts(access, "java.nio.channels.")
                                || ownerStarts(access, "java.net.")
                                || ownerStarts(access, "javax.net.")
                                || ownerIs(access, "java.lang.ProcessBuilder")
                                || ownerIs(access, "java.lang.Runtime")
                                || (ownerIs(access, "java.lang.System")
                                        && isCall(access, "getenv", "getProperty", "setProperty", "exit"))
                                || (ownerIs(access, "java.lang.System")
                                        && Set.of("out", "err", "in").contains(access.getName()))))
                .check(PRODUCT);
    }

    @Test
    void nothing_logs() {
        running()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..")
                .check(PRODUCT);
    }

    @Test
    void the_vocabulary_does_not_know_the_library() {
        noClasses()
                .that()
                .resideInAPackage("org.risktriage.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.risktriage.triage..")
                .check(PRODUCT);
    }

    @Test
    void nothing_knows_the_tools_of_the_author() {
        noClasses()
                .that()
                .resideOutsideOfPackages(AUTHORING, DESK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AUTHORING, DESK)
                .check(PRODUCT);
    }

    @Test
    void only_the_tools_of_the_author_know_the_compiler_of_rules() {
        noClasses()
                .that()
                .resideOutsideOfPackage(AUTHORING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools.drl..", "org.drools.compiler..", "org.drools.model.codegen..")
                .check(PRODUCT);
    }

    @Test
    void the_internal_packages_do_not_depend_on_each_other_in_a_circle() {
        slices().matching("org.risktriage.triage.internal.(*)..")
                .should()
                .beFreeOfCycles()
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

    /** Everything that runs when an assessment is decided; the author's tools write files and print. */
    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction running() {
        return noClasses().that().resideOutsideOfPackages(AUTHORING, DESK);
    }

    private static ArchCondition<JavaClass> never(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static boolean ownerIs(JavaAccess<?> access, String type) {
        return access.getTargetOwner().getName().equals(type);
    }

    private static boolean ownerStarts(JavaAccess<?> access, String prefix) {
        return access.getTargetOwner().getName().startsWith(prefix);
    }

    private static boolean isCall(JavaAccess<?> access, String... names) {
        return List.of(names).contains(access.getName());
    }

    private static boolean isDefaultGetter(JavaAccess<?> access) {
        return isCall(access, "getDefault", "defaultCharset");
    }

    private static boolean isCallWithout(JavaAccess<?> access, String type, String... names) {
        return isCall(access, names) && !parameters(access).contains(type);
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static ArchCondition<JavaClass> showNoTypeOf(String... packages) {
        DescribedPredicate<JavaClass> hidden = DescribedPredicate.describe(
                "a type of " + String.join(", ", packages),
                type -> Stream.of(packages)
                        .anyMatch(name -> type.getPackageName().equals(name)
                                || type.getPackageName().startsWith(name + ".")));
        return new ArchCondition<>("show no type of " + String.join(", ", packages)) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                shown(item)
                        .filter(type -> hidden.test(type.getBaseComponentType()))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(item, item.getName() + " shows " + type.getName())));
            }
        };
    }

    /** Every type that a caller can see: above the class, and in its visible members. */
    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaClass> above = Stream.concat(
                Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()),
                Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                        .flatMap(ArchitectureTest::involved));
        return Stream.concat(
                above,
                type.getMembers().stream().filter(ArchitectureTest::isVisible).flatMap(ArchitectureTest::shown));
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> shown(JavaMember member) {
        if (member instanceof JavaField field) {
            return involved(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        involved(unit.getReturnType()),
                        unit.getParameterTypes().stream().flatMap(ArchitectureTest::involved),
                        unit.getTypeParameters().stream().flatMap(ArchitectureTest::involved),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
    }

    private static ArchCondition<JavaClass> takeNoTruthValue() {
        return new ArchCondition<>("take no truth value") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean plainData = item.isAssignableTo(Record.class);
                item.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        // What a record is made of may be a truth value; how one asks for something may not.
                        .filter(unit -> !(plainData && unit instanceof JavaConstructor))
                        .filter(unit -> unit.getRawParameterTypes().stream()
                                .anyMatch(type ->
                                        type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class)))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
            }
        };
    }
}
