package org.risktriage.service.statistics;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.service.api.AreaStatistics.Figure;

/** The figures that replies have, in their order, with what each means. */
final class FigureList {
    /** Criteria that every area has. */
    static final List<String> CRITERIA = List.of(
            "criterion.potential-escalation",
            "criterion.professional-judgement",
            Names.REPEAT,
            "criterion.visible-high-risk");

    private static final String COUNT = "count";
    private static final String PERCENT = "percent";

    private FigureList() {}

    static List<Figure> of(List<String> criteria) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(Names.ASSESSMENTS, COUNT, "Assessments"));
        figures.add(new Figure(Names.HIGH, COUNT, "Level high"));
        figures.add(new Figure("level.medium", COUNT, "Level medium"));
        figures.add(new Figure("level.standard", COUNT, "Level standard"));
        figures.add(new Figure("level.none", COUNT, "No level, because nothing was answered or the rules give none"));
        figures.add(new Figure(Names.REFERRALS, COUNT, "Referrals to the MARAC that were recommended"));
        figures.add(new Figure(
                Names.PER_WOMEN, "rate", "Referrals recommended for each 10,000 adult women, as in twelve months"));
        for (String criterion : criteria) {
            figures.add(new Figure(
                    criterion, COUNT, "Referrals by the criterion " + criterion.substring(Names.CRITERION.length())));
        }
        figures.add(new Figure(Names.REPEAT_RATE, PERCENT, "Repeats among referrals"));
        figures.add(new Figure(Names.POLICE, COUNT, "Referrals from the police"));
        figures.add(new Figure(Names.NOT_POLICE, COUNT, "Referrals from other agencies"));
        figures.add(new Figure(Names.NOT_POLICE_RATE, PERCENT, "Other agencies among referrals"));
        figures.add(new Figure(Names.WITH_CHILDREN, COUNT, "Assessments that name children"));
        figures.add(new Figure(Names.CHILDREN, COUNT, "Children named"));
        figures.add(new Figure(Names.WITH_UNKNOWN, COUNT, "Assessments with unknown answers"));
        figures.add(new Figure(Names.UNKNOWN, COUNT, "Unknown answers"));
        figures.add(new Figure(Names.RAISED, COUNT, "Assessments that a person raised in a review"));
        figures.add(new Figure(Names.REFERRED, COUNT, "Assessments with a day of referral recorded"));
        figures.add(new Figure(
                Names.DAYS, "days", "Days from assessment to referral: half of those recorded took no longer"));
        return List.copyOf(figures);
    }
}
