package org.risktriage.testing;

import java.time.LocalDate;
import java.util.List;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Home;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;

/**
 * Made-up cases, about nobody. Each is a builder, so that a test can go on from it and change what it is about.
 *
 * <p>Each says what the base rules, {@code england-wales} 1.0.0, make of it. All are assessed on {@link #DAY}. Unless a case
 * says otherwise, every one of the 24 items is answered, and the history is given and empty: so the result is settled.
 */
public final class FictionalCases {
    /** The day of every case: Saturday 21 November 2026. One working day later is Monday 23 November. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final int ITEMS = 24;
    private static final String RATIONALE = "Made-up reasons.";
    private static final String ONE = "A";
    private static final String OTHER = "B";

    private FictionalCases() {}

    /**
     * Yes to the first items, and no to the rest.
     *
     * <p>Standard with fewer than 10, medium from 10, high from 14. Which prompts come depends on the items.
     *
     * @param yes how many, 0 to 24
     * @return a builder
     * @throws IllegalArgumentException if there are not so many items
     */
    public static Assessment.Builder yes(int yes) {
        return answers(yes, ITEMS - yes, Answer.NO);
    }

    /**
     * Yes to the first items, no to those after them, and one and the same answer to the rest.
     *
     * <p>As {@link #yes(int)}; where the rest is unknown, it could be as high as with a yes to all of it.
     *
     * @param yes how many are yes
     * @param no how many are no
     * @param rest the answer to the rest
     * @return a builder
     * @throws IllegalArgumentException if there are not so many items
     */
    public static Assessment.Builder answers(int yes, int no, Answer rest) {
        return withoutHistory(yes, no, rest).incidents(List.of()).maracs(List.of());
    }

    /**
     * A day, and nothing else.
     *
     * <p>No level; from standard to high once more is known. The warnings {@code nothing-answered}, {@code mostly-unknown}
     * and {@code history-not-given}; first to ask is q15.
     *
     * @return a builder
     */
    public static Assessment.Builder nothingAnswered() {
        return Assessment.builder().assessedOn(DAY);
    }

    /**
     * Every item was put, and don't know is the answer to each.
     *
     * <p>No level; from standard to high once more is known. {@code visible-high-risk} could be met. The warnings {@code
     * nothing-answered} and {@code mostly-unknown}.
     *
     * @return a builder
     */
    public static Assessment.Builder everythingUnknown() {
        return answers(0, 0, Answer.DONT_KNOW);
    }

    /**
     * Four answers are yes, four no, and the rest were declined.
     *
     * <p>Standard, and it could be high: {@code visible-high-risk} could be met. The important prompt {@code
     * low-score-caution} and the warning {@code mostly-unknown}.
     *
     * @return a builder
     */
    public static Assessment.Builder mostlyDeclined() {
        return answers(4, 4, Answer.DECLINED);
    }

    /**
     * No to everything.
     *
     * <p>Standard, settled. It asks for no more than {@code helpline-information} and {@code reassess}.
     *
     * @return a builder
     */
    public static Assessment.Builder noToEverything() {
        return yes(0);
    }

    /**
     * 14 answers are yes: the line.
     *
     * <p>High, because of {@code visible-high-risk}; {@code refer-to-marac} by Monday 23 November 2026.
     *
     * @return a builder
     */
    public static Assessment.Builder visibleHighRisk() {
        return yes(14);
    }

    /**
     * 13 answers are yes and 11 no: one below the line.
     *
     * <p>Medium, settled, no referral; {@code visible-high-risk} at a distance of 1.
     *
     * @return a builder
     */
    public static Assessment.Builder oneBelowTheLine() {
        return yes(13);
    }

    /**
     * 13 answers are yes, 10 no, and the last, q24, is not known.
     *
     * <p>Medium, and it could be high: {@code visible-high-risk} could be met, and q24 is what matters.
     *
     * @return a builder
     */
    public static Assessment.Builder oneUnknownBelowTheLine() {
        return answers(13, 10, Answer.DONT_KNOW);
    }

    /**
     * Three answers are yes, and a practitioner judges the risk to be high.
     *
     * <p>High, because of {@code professional-judgement} alone; refers to the MARAC.
     *
     * @return a builder
     */
    public static Assessment.Builder judgedHighAtALowCount() {
        return yes(3).judgedHighRisk(RATIONALE);
    }

    /**
     * Two answers are yes, and there were three incidents in the last twelve months.
     *
     * <p>High, because of {@code potential-escalation} alone; refers to the MARAC.
     *
     * @return a builder
     */
    public static Assessment.Builder escalating() {
        return yes(2).incidents(List.of(
                Assessment.Incident.of(DAY.minusMonths(9), IncidentKind.POLICE_CALLOUT),
                Assessment.Incident.of(DAY.minusMonths(4), IncidentKind.AE_ATTENDANCE),
                Assessment.Incident.of(DAY.minusDays(3), IncidentKind.DISCLOSURE)));
    }

    /**
     * Two answers are yes, and there were two incidents in the last twelve months and one before.
     *
     * <p>Standard, settled, no referral; {@code potential-escalation} at a distance of 1.
     *
     * @return a builder
     */
    public static Assessment.Builder oneIncidentShortOfEscalation() {
        return yes(2).incidents(List.of(
                Assessment.Incident.of(DAY.minusMonths(12).minusDays(1), IncidentKind.POLICE_CALLOUT),
                Assessment.Incident.of(DAY.minusMonths(4), IncidentKind.AE_ATTENDANCE),
                Assessment.Incident.of(DAY.minusDays(3), IncidentKind.DISCLOSURE)));
    }

    /**
     * Two answers are yes, and a further incident came two months after a referral to the MARAC.
     *
     * <p>High, because of {@code repeat} alone; refers to the MARAC.
     *
     * @return a builder
     */
    public static Assessment.Builder repeatWithinAYear() {
        return yes(2).maracs(List.of(new Assessment.Marac(DAY.minusMonths(10), null, null, null)))
                .incidents(List.of(Assessment.Incident.of(DAY.minusMonths(8), IncidentKind.CONTACT)));
    }

    /**
     * Two answers are yes, and a further incident came more than twelve months after a referral to the MARAC.
     *
     * <p>Standard, settled, no referral; {@code repeat} is not met.
     *
     * @return a builder
     */
    public static Assessment.Builder incidentMoreThanAYearAfterAReferral() {
        return yes(2).maracs(List.of(new Assessment.Marac(DAY.minusMonths(20), null, null, null)))
                .incidents(List.of(Assessment.Incident.of(DAY.minusMonths(7), IncidentKind.CONTACT)));
    }

    /**
     * Two answers are yes, and nothing was said of incidents or earlier referrals.
     *
     * <p>Standard, with the warning {@code history-not-given} and the prompt {@code low-score-caution}.
     *
     * @return a builder
     */
    public static Assessment.Builder historyNotGiven() {
        return withoutHistory(2, ITEMS - 2, Answer.NO);
    }

    /**
     * Two perpetrators, with two incidents each in the last twelve months.
     *
     * <p>Standard, settled, no referral: each is judged apart, so {@code potential-escalation} is at a distance of 1.
     *
     * @return a builder
     */
    public static Assessment.Builder twoPerpetrators() {
        return yes(2).perpetrator(new Assessment.Perpetrator(ONE, 40, null, "ex-partner"))
                .perpetrator(new Assessment.Perpetrator(OTHER, 44, null, "brother"))
                .incidents(List.of(
                        incidentBy(ONE, DAY.minusMonths(8)),
                        incidentBy(ONE, DAY.minusMonths(6)),
                        incidentBy(OTHER, DAY.minusMonths(5)),
                        incidentBy(OTHER, DAY.minusMonths(2))));
    }

    /**
     * One answer is yes: q15, about strangulation.
     *
     * <p>Standard. The critical prompt {@code strangulation}, and {@code clinical-assessment} on the day itself.
     *
     * @return a builder
     */
    public static Assessment.Builder strangulation() {
        return noToEverything().answer("q15", Answer.YES);
    }

    /**
     * A pregnant victim, with a yes to q9 alone.
     *
     * <p>Standard. The prompt {@code pregnancy}, and {@code unborn-child-safeguarding} by Monday 23 November 2026.
     *
     * @return a builder
     */
    public static Assessment.Builder pregnancy() {
        return noToEverything().answer("q9", Answer.YES, "pregnant").victim(new Assessment.Victim(29, true, false));
    }

    /**
     * A victim of 15, with 20 answers of yes.
     *
     * <p>No level and no bounds: the checklist is for adults. {@code young-victim-child-safeguarding} on the day itself, and
     * the warning {@code out-of-scope-age}.
     *
     * @return a builder
     */
    public static Assessment.Builder victimUnder16() {
        return yes(20).victim(new Assessment.Victim(15, null, null));
    }

    /**
     * Two answers are yes, and two children live with the victim.
     *
     * <p>Standard, and {@code child-safeguarding} by Monday 23 November 2026 all the same.
     *
     * @return a builder
     */
    public static Assessment.Builder withChildrenInTheHome() {
        return yes(2).children(List.of(new Assessment.Child(4, Home.VICTIM), new Assessment.Child(9, Home.VICTIM)));
    }

    /**
     * 14 answers are yes, and the victim does not consent to a referral.
     *
     * <p>High, and refers to the MARAC all the same; {@code record-sharing-basis} says to write down why.
     *
     * @return a builder
     */
    public static Assessment.Builder consentRefused() {
        return visibleHighRisk()
                .circumstances(new Assessment.Circumstances(
                        null, null, null, null, null, null, null, false, null, null, null, null, null, null, null,
                        null));
    }

    /**
     * Two answers are yes, and the perpetrator was present.
     *
     * <p>Standard, with the critical prompt {@code low-score-caution} and the warnings {@code perpetrator-present} and
     * {@code not-seen-alone}.
     *
     * @return a builder
     */
    public static Assessment.Builder perpetratorPresent() {
        return yes(2).circumstances(new Assessment.Circumstances(
                null, null, null, null, null, null, null, null, null, true, false, null, null, null, null, null));
    }

    /**
     * 14 answers are yes, and a lower level is asked for.
     *
     * <p>High all the same, with the warning {@code lowering-refused}.
     *
     * @return a builder
     */
    public static Assessment.Builder lowerLevelAskedFor() {
        return visibleHighRisk().requestedLevel(Level.STANDARD);
    }

    private static Assessment.Builder withoutHistory(int yes, int no, Answer rest) {
        if (yes < 0 || no < 0 || yes + no > ITEMS) {
            throw new IllegalArgumentException("The checklist has " + ITEMS + " items.");
        }
        Assessment.Builder builder = Assessment.builder().assessedOn(DAY);
        for (int item = 1; item <= ITEMS; item++) {
            Answer answer = item <= yes ? Answer.YES : item <= yes + no ? Answer.NO : rest;
            builder.answer("q" + item, answer);
        }
        return builder;
    }

    private static Assessment.Incident incidentBy(String perpetrator, LocalDate on) {
        return new Assessment.Incident(on, IncidentKind.POLICE_CALLOUT, null, Direction.SAME, perpetrator, null);
    }
}
