package org.risktriage.triage.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Row;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Instrument;

/** The rows of a profile, as it is shown and as advice rules see it. There are none where the instrument is no profile. */
final class ProfileRows {
    private static final String UNKNOWN = "unknown";

    private ProfileRows() {}

    /** The rows in the order of the instrument, those without a grade too. */
    static List<Decision.ProfileRow> of(Assessment assessment, Instrument instrument) {
        List<Decision.ProfileRow> rows = new ArrayList<>(0);
        if (instrument.scale() == Instrument.Scale.GRADES) {
            for (Instrument.Item item : instrument.items()) {
                Assessment.RowGrade given = assessment.grades().get(item.id());
                Boolean frequency = given == null ? null : given.frequencyRose();
                Boolean severity = given == null ? null : given.severityRose();
                rows.add(new Decision.ProfileRow(
                        item.id(), item.label(), given == null ? null : given.grade(), frequency, severity));
            }
        }
        return rows;
    }

    /** The same rows as facts. */
    static List<Fact> facts(List<Decision.ProfileRow> rows, Policy policy) {
        List<Fact> facts = new ArrayList<>(rows.size());
        for (Decision.ProfileRow row : rows) {
            facts.add(new Row(
                    policy,
                    row.row(),
                    row.label(),
                    row.grade() == null ? UNKNOWN : row.grade().code(),
                    Evidence.tri(row.frequencyRose()),
                    Evidence.tri(row.severityRose())));
        }
        return facts;
    }
}
