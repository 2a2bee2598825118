package org.risktriage.triage.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.RulePack.WorkedCase;
import org.risktriage.triage.RulesFaultException;
import org.risktriage.triage.internal.engine.LoadedPack;
import org.risktriage.triage.internal.engine.PackShelf;
import org.risktriage.triage.internal.pack.ContentInMemory;

/** What the cases of a file share is written out for each of them: so it must not be large. */
class SharedGivenTest {
    private static final LoadedPack PACK = PackShelf.bundled().latest(null);
    private static final String CASES = "\ncases: [{name: a, expect: {}}, {name: b, expect: {}}]\n";

    @Test
    void more_shared_fields_than_a_request_can_have_are_a_fault() {
        assertThatThrownBy(() -> read("given: {" + entries(101) + "}" + CASES))
                .isInstanceOf(RulesFaultException.class)
                .hasMessageContaining(", /given: At most 100 entries are allowed here.");
    }

    @Test
    void more_shared_answers_than_an_assessment_can_have_are_left_as_written() {
        assertThat(read("given: {answers: {" + entries(101) + ", rest: no}}" + CASES))
                .hasSize(2)
                .allSatisfy(worked -> assertThat(worked.given())
                        .extractingByKey("answers")
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .hasSize(102)
                        .containsKey("rest"));
    }

    private static String entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + ": yes").collect(Collectors.joining(", "));
    }

    private static List<WorkedCase> read(String text) {
        return WorkedCases.of(
                PACK, ContentInMemory.of(Map.of("rulepacks/england-wales/1.0.0/cases/made-up.yaml", text)));
    }
}
