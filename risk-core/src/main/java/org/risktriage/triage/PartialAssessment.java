package org.risktriage.triage;

/**
 * An assessment that is being made, with the contact in which it is made.
 *
 * @param assessment what is known so far
 * @param call the contact
 */
public record PartialAssessment(Assessment assessment, Call call) {
    @Override
    public String toString() {
        return "PartialAssessment[values withheld]";
    }
}
