package org.risktriage.triage.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;
import org.risktriage.triage.desk.Caseload;
import org.risktriage.triage.desk.SyntheticCaseload;

class BriefDecisionTest {
    @Test
    void a_decision_in_brief_is_the_decision_for_every_bundled_pack() throws IOException {
        Decider decider = new Decider("test");
        List<String> items = IntStream.rangeClosed(1, 24).mapToObj(i -> "q" + i).toList();
        int compared = 0;
        for (LoadedPack pack : PackShelf.bundled().all()) {
            if (pack.written().isCommon()
                    || pack.refusal() != null
                    || !pack.instrument().id().equals("safelives-dash")) {
                continue;
            }
            SyntheticCaseload caseload =
                    new SyntheticCaseload(45, 3, items, pack.written().from());
            for (Caseload.Entry entry = caseload.next(); entry != null; entry = caseload.next()) {
                Assessment assessment = Objects.requireNonNull(entry.read(new ArrayList<>()));
                Decision decision = decider.decide(assessment, Choice.of(pack));

                Decider.Brief brief =
                        decider.brief(assessment, pack, pack.parameters().on(assessment.assessedOn()));

                assertThat(brief)
                        .isEqualTo(new Decider.Brief(
                                decision.level().value(),
                                decision.marac().refer(),
                                decision.marac().criteria().stream()
                                        .filter(criterion -> criterion.status() == CriterionStatus.MET)
                                        .map(Decision.Criterion::id)
                                        .toList()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }
}
