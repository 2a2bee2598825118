package org.risktriage.service.limits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.InvalidAssessmentException;
import org.risktriage.triage.PartialAssessment;
import org.risktriage.triage.Problem;
import org.risktriage.triage.RiskTriage;

/** Reads assessments that come from outside: as the library does, and without what tells who somebody is. */
public final class Intake {
    private Intake() {}

    /**
     * Reads an assessment.
     *
     * @param triage applies the rules
     * @param request the request, as it was parsed
     * @param today the last day on which an assessment may be dated; null to allow any
     * @return the assessment
     * @throws InvalidAssessmentException with everything that is wrong
     */
    public static Assessment read(RiskTriage triage, @Nullable Object request, @Nullable LocalDate today) {
        return nameless(request, () -> triage.read(request, today));
    }

    /**
     * Reads an assessment that is being made, with its contact.
     *
     * @param triage as for {@link #read}
     * @param request as there
     * @param today as there
     * @return the assessment and the contact
     * @throws InvalidAssessmentException as there
     */
    public static PartialAssessment readPartial(
            RiskTriage triage, @Nullable Object request, @Nullable LocalDate today) {
        return nameless(request, () -> triage.readPartial(request, today));
    }

    private static <T> T nameless(@Nullable Object request, Supplier<T> reading) {
        List<Problem> problems = new ArrayList<>();
        @Nullable T read = null;
        try {
            read = reading.get();
        } catch (InvalidAssessmentException e) {
            problems.addAll(e.problems());
        }
        problems.addAll(NamelessTexts.check(request));
        if (read != null && problems.isEmpty()) {
            return read;
        }
        throw new InvalidAssessmentException(problems);
    }
}
