package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Earlier;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Policy;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Change;
import org.risktriage.triage.Decision;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Level;

/** Earlier assessments, compared with the one of now: as facts for the rules that advise, and as the reply shows them. */
final class EarlierAssessments {
    private static final int DAYS_OF_A_WEEK = 7;

    private static final Comparator<Decision.Compared> NEWEST_FIRST = Comparator.comparing(
                    Decision.Compared::assessedOn, Comparator.reverseOrder())
            // Two of one day: by what they hold, so that their order in the request changes nothing.
            .thenComparing(compared -> -level(compared))
            .thenComparing(compared -> String.valueOf(compared.yes()))
            .thenComparing(compared -> String.valueOf(compared.rose()))
            .thenComparing(compared -> String.valueOf(compared.fellSilent()))
            .thenComparing(compared -> String.valueOf(compared.nowNo()));

    private final Assessment assessment;
    private final Instrument instrument;
    private final @Nullable Level level;
    private final int yes;
    private final @Nullable List<Decision.Compared> compared;

    /**
     * Compares.
     *
     * @param assessment the assessment of now, with the earlier ones
     * @param instrument the instrument that it fills in
     * @param level its level, or null
     * @param yes how many of its answers are yes
     */
    EarlierAssessments(Assessment assessment, Instrument instrument, @Nullable Level level, int yes) {
        this.assessment = assessment;
        this.instrument = instrument;
        this.level = level;
        this.yes = yes;
        this.compared = compareEach();
    }

    private static int level(Decision.Compared compared) {
        Level recorded = compared.level();
        return recorded == null ? -1 : List.of(Level.values()).indexOf(recorded);
    }

    /** Each earlier assessment beside this one, the newest first; null where none were given. */
    @Nullable
    List<Decision.Compared> compared() {
        return compared;
    }

    private @Nullable List<Decision.Compared> compareEach() {
        List<Assessment.Previous> previous = assessment.previous();
        if (previous == null) {
            return null;
        }
        List<Decision.Compared> each = new ArrayList<>(previous.size());
        for (Assessment.Previous earlier : previous) {
            each.add(compare(earlier));
        }
        each.sort(NEWEST_FIRST);
        return List.copyOf(each);
    }

    /** The same as facts. */
    List<Fact> facts(Policy policy) {
        List<Fact> facts = new ArrayList<>(0);
        List<Decision.Compared> all = compared == null ? List.of() : compared;
        for (Decision.Compared one : all) {
            facts.add(fact(one, one.assessedOn().equals(all.get(0).assessedOn()), policy));
        }
        return facts;
    }

    private Earlier fact(Decision.Compared one, boolean latest, Policy policy) {
        LocalDate on = one.assessedOn();
        Level recorded = one.level();
        Integer then = one.yes();
        Integer since = one.incidentsSince();
        long days = ChronoUnit.DAYS.between(on, assessment.assessedOn());
        return new Earlier(
                policy,
                new Earlier.Recorded(
                        on,
                        latest ? "yes" : "no",
                        recorded == null ? "none" : recorded.code(),
                        one.rose() == null ? "no" : "yes"),
                new Earlier.Since(
                        one.change().code(),
                        Evidence.withinMonths(on, assessment.assessedOn()),
                        (int) ((days + DAYS_OF_A_WEEK - 1) / DAYS_OF_A_WEEK),
                        then == null ? 0 : Math.max(0, yes - then),
                        then == null ? 0 : Math.max(0, then - yes),
                        since == null ? 0 : since),
                new Earlier.Items(orNone(one.rose()), orNone(one.fellSilent()), orNone(one.nowNo())));
    }

    private static List<String> orNone(@Nullable List<String> items) {
        return items == null ? List.of() : items;
    }

    private Decision.Compared compare(Assessment.Previous earlier) {
        Map<String, Assessment.ItemAnswer> answers = earlier.answers();
        List<String> rose = null;
        List<String> fellSilent = null;
        List<String> nowNo = null;
        Integer then = earlier.yes();
        if (answers != null) {
            rose = new ArrayList<>(0);
            fellSilent = new ArrayList<>(0);
            nowNo = new ArrayList<>(0);
            int count = 0;
            for (Instrument.Item item : instrument.items()) {
                boolean before = answer(answers, item.id()) == Answer.YES;
                Answer now = answer(assessment.answers(), item.id());
                count += before ? 1 : 0;
                if (!before && now == Answer.YES) {
                    rose.add(item.id());
                } else if (before && now.isUnknown()) {
                    fellSilent.add(item.id());
                } else if (before && now == Answer.NO) {
                    nowNo.add(item.id());
                }
            }
            then = then == null ? Integer.valueOf(count) : then;
        }
        return new Decision.Compared(
                earlier.assessedOn(),
                earlier.level(),
                Change.from(earlier.level(), level),
                then,
                copy(rose),
                copy(fellSilent),
                copy(nowNo),
                incidentsSince(earlier.assessedOn()));
    }

    private static @Nullable List<String> copy(@Nullable List<String> items) {
        return items == null ? null : List.copyOf(items);
    }

    private static Answer answer(Map<String, Assessment.ItemAnswer> answers, String item) {
        Assessment.ItemAnswer answer = answers.get(item);
        return answer == null ? Answer.NOT_ASKED : answer.answer();
    }

    private @Nullable Integer incidentsSince(LocalDate day) {
        List<Assessment.Incident> incidents = assessment.incidents();
        if (incidents == null) {
            return null;
        }
        // Two records of the same day and kind are one incident, unless a ref tells them apart.
        return Math.toIntExact(incidents.stream()
                .filter(incident -> incident.direction() == Direction.SAME)
                .filter(incident -> incident.on() != null && incident.on().isAfter(day))
                .map(incident ->
                        List.of(String.valueOf(incident.on()), incident.kind().code(), String.valueOf(incident.ref())))
                .distinct()
                .count());
    }
}
