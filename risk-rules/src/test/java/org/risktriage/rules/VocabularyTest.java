package org.risktriage.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final JavaClasses VOCABULARY =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.risktriage.rules");

    @Test
    void the_vocabulary_depends_on_nothing_but_java() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.risktriage.rules..", "java.lang..", "java.util..", "java.time..", "org.jspecify..")
                .check(VOCABULARY);
    }

    @Test
    void the_vocabulary_never_reads_a_clock() {
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now")))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|ZoneId)|java\\.util\\.(Random|Date|Calendar|TimeZone)")
                .check(VOCABULARY);
    }

    @Test
    void every_state_of_an_answer_is_counted_apart() {
        Checklist checklist =
                new Checklist(new String[] {"yes", "no", "dont-know", "declined", "not-asked", "yes"}, Set.of());

        assertThat(checklist.getYes()).isEqualTo(2);
        assertThat(checklist.getNo()).isEqualTo(1);
        assertThat(checklist.getDontKnow()).isEqualTo(1);
        assertThat(checklist.getDeclined()).isEqualTo(1);
        assertThat(checklist.getNotAsked()).isEqualTo(1);
        assertThat(checklist.getUnknown()).isEqualTo(3);
        assertThat(checklist.getAnswered()).isEqualTo(3);
        assertThat(checklist.getOf()).isEqualTo(6);
    }

    @Test
    void an_item_that_the_instrument_does_not_have_is_not_asked_and_counted_nowhere() {
        Checklist checklist = new Checklist(new String[] {"yes"}, Set.of());

        assertThat(checklist.getQ1()).isEqualTo("yes");
        assertThat(checklist.getQ2()).isEqualTo("not-asked");
        assertThat(checklist.getNotAsked()).isZero();
    }

    @Test
    void an_answer_that_is_none_of_the_five_states_is_refused() {
        assertThatThrownBy(() -> new Checklist(new String[] {"maybe"}, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("maybe");
    }

    @Test
    void a_missing_parameter_is_a_fault_and_never_a_default() {
        Policy policy = new Policy(Map.of("line", "14", "anchor", "last-referral", "danger", "q15 q14"));

        assertThat(policy.number("line")).isEqualTo(14);
        assertThat(policy.text("anchor")).isEqualTo("last-referral");
        assertThat(policy.list("danger")).containsExactly("q15", "q14");
        assertThatThrownBy(() -> policy.number("anchor")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy.number("absent")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy.text("absent")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy.list("absent")).isInstanceOf(IllegalStateException.class);
    }
}
