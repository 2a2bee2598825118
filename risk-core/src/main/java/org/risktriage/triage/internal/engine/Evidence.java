package org.risktriage.triage.internal.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Fact;
import org.risktriage.rules.FurtherIncident;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Perpetrator;
import org.risktriage.rules.Policy;
import org.risktriage.rules.Referral;
import org.risktriage.rules.Support;
import org.risktriage.rules.Victim;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Home;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Level;
import org.risktriage.triage.Setting;
import org.risktriage.triage.internal.rules.Given;

/**
 * An assessment as facts. Holds what is given, and what it could become: unknown answers as yes, and undated incidents as
 * dated where they would count most.
 */
final class Evidence {
    /** Parameter: the age from which somebody is no child. */
    static final String CHILD_BELOW = "child.age-below";

    /** Parameter: where the clock of a repeat starts, {@code referral} or {@code meeting}. */
    static final String REPEAT_ANCHOR = "repeat.anchor";

    /** Parameter: which referrals start it, those to {@code any} MARAC or those {@code here}. */
    static final String REPEAT_MARAC = "repeat.marac";

    private static final String MEETING = "meeting";

    private static final String YES = "yes";
    private static final String NOT_ASKED = "not-asked";
    private static final String GRADED = "graded";
    private static final String NOT_APPLICABLE = "not-applicable";

    /** Every state that is not unknown. */
    private static final Set<String> KNOWN = Set.of(YES, "no", GRADED, NOT_APPLICABLE);

    private final Assessment assessment;
    private final Policy policy;
    private final String[] answers;
    private final Set<String> details;
    private final List<Integer> unknown;
    private final Given given;
    /** Perpetrators and what is certain in their histories. */
    private final List<Fact> certain;
    /** The same with what is not known of it at its worst; the same list where everything is known. */
    private final List<Fact> worst;

    /**
     * Takes an assessment apart.
     *
     * @param assessment the assessment
     * @param instrument the instrument that it fills in
     * @param policy the parameters in force
     * @param crimes whether it matters to the rules that decide if an incident was a crime
     */
    Evidence(Assessment assessment, Instrument instrument, Policy policy, boolean crimes) {
        this.assessment = assessment;
        this.policy = policy;
        this.answers = new String[instrument.items().size()];
        Set<String> codes = Set.of();
        Arrays.fill(answers, NOT_ASKED);
        for (Map.Entry<String, Assessment.ItemAnswer> given :
                assessment.answers().entrySet()) {
            answers[instrument.indexOf(given.getKey())] =
                    given.getValue().answer().code();
            for (String code : given.getValue().details()) {
                codes = codes.isEmpty() ? new HashSet<>() : codes;
                codes.add(given.getKey() + ":" + code);
            }
        }
        assessment.grades().keySet().forEach(row -> answers[instrument.indexOf(row)] = GRADED);
        skip(instrument);
        this.details = codes;
        this.unknown = new ArrayList<>(0);
        for (int i = 0; i < answers.length; i++) {
            if (!KNOWN.contains(answers[i])) {
                unknown.add(i);
            }
        }
        Assessment.Judgement judgement = assessment.judgement();
        Level requested = assessment.requestedLevel();
        this.given = new Given(
                policy,
                new Checklist(answers, details),
                new Judgement(
                        judgement != null && judgement.highRisk() ? YES : "no",
                        requested == null ? "none" : requested.code()),
                victim(assessment.victim()),
                children(assessment.children(), policy.number(CHILD_BELOW)),
                circumstances(assessment),
                history(assessment),
                support(assessment.support()));
        this.certain = histories(false);
        this.worst = isAllKnown(crimes) ? certain : histories(true);
    }

    /** Marks the items that do not apply. A yes stands: what does not fit together is shown, and never corrected. */
    private void skip(Instrument instrument) {
        for (Instrument.Skip skip : instrument.skips()) {
            if (answers[instrument.indexOf(skip.whereNo())].equals("no")) {
                for (String item : skip.items()) {
                    int place = instrument.indexOf(item);
                    answers[place] = answers[place].equals(YES) ? YES : NOT_APPLICABLE;
                }
            }
        }
    }

    private boolean isAllKnown(boolean crimes) {
        boolean known = true;
        for (Assessment.Incident incident : incidents()) {
            known &= incident.on() != null && !(crimes && crime(incident).equals("unknown"));
        }
        return known;
    }

    private List<Assessment.Incident> incidents() {
        return assessment.incidents() == null ? List.of() : assessment.incidents();
    }

    private List<Assessment.Marac> maracs() {
        return assessment.maracs() == null ? List.of() : assessment.maracs();
    }

    /** What is given, as one fact. */
    Given given() {
        return given;
    }

    Checklist checklist() {
        return given.getChecklist();
    }

    /** Places of the items whose answer is unknown. */
    List<Integer> unknown() {
        return unknown;
    }

    /** Whether something in the histories is not known: the day of an incident, or whether it was a crime. */
    boolean hasUncertain() {
        return worst != certain;
    }

    /** What is given, with some unknown answers taken as yes. */
    Given with(Iterable<Integer> places) {
        String[] changed = answers.clone();
        for (int place : places) {
            changed[place] = YES;
        }
        return given.with(new Checklist(changed, details));
    }

    /**
     * The facts on which the rules decide.
     *
     * @param taken the answers that are taken
     * @param atWorst whether what is not known of the histories is taken at its worst
     */
    List<Fact> facts(Given taken, boolean atWorst) {
        List<Fact> histories = atWorst ? worst : certain;
        List<Fact> facts = new ArrayList<>(histories.size() + 1);
        facts.add(taken);
        facts.addAll(histories);
        return facts;
    }

    static String tri(@Nullable Boolean value) {
        return value == null ? "unknown" : value ? YES : "no";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String place(@Nullable String value) {
        return value == null || value.isBlank() ? "unknown" : value;
    }

    private static Victim victim(Assessment.@Nullable Victim victim) {
        if (victim == null) {
            return new Victim("no", -1, "unknown", "unknown");
        }
        Integer age = victim.age();
        return new Victim(
                age == null ? "no" : YES,
                age == null ? -1 : age,
                tri(victim.pregnant()),
                tri(victim.careAndSupportNeeds()));
    }

    private static Children children(@Nullable List<Assessment.Child> given, int childBelow) {
        int recorded = 0;
        int inHome = 0;
        for (Assessment.Child child : given == null ? List.<Assessment.Child>of() : given) {
            // A child whose age or home is not known is taken for a child at home: the safe side.
            Integer age = child.age();
            if (age == null || age < childBelow) {
                recorded++;
                inHome += child.livesWith() == Home.ELSEWHERE ? 0 : 1;
            }
        }
        return new Children(given == null ? "no" : YES, recorded, inHome);
    }

    private static Circumstances circumstances(Assessment assessment) {
        Assessment.Circumstances given =
                assessment.circumstances() == null ? Assessment.Circumstances.UNKNOWN : assessment.circumstances();
        LocalDate assault = given.lastSexualAssaultOn();
        return new Circumstances(
                tri(given.worsening()),
                tri(given.honourBasedAbuse()),
                tri(given.forcedMarriage()),
                tri(given.sexualViolence()),
                assault == null ? "no" : YES,
                assault == null ? LocalDate.MIN : assault,
                assault == null ? -1 : (int) ChronoUnit.DAYS.between(assault, assessment.assessedOn()),
                tri(given.homicideBelief()),
                tri(given.managerSignOff()),
                tri(given.consentToReferral()),
                tri(given.victimAware()),
                tri(given.perpetratorPresent()),
                tri(given.seenAlone()),
                place(given.residence()),
                tri(given.needsAccommodation()),
                new Circumstances.Now(
                        tri(given.safeToTalk()),
                        given.perpetratorIs() == null
                                ? "unknown"
                                : given.perpetratorIs().code(),
                        given.childrenAre() == null
                                ? "unknown"
                                : given.childrenAre().code()));
    }

    private static Support support(Assessment.@Nullable Support support) {
        Assessment.Support given = support == null ? Assessment.Support.UNKNOWN : support;
        Setting setting = given.setting();
        return new Support(
                setting == null ? "unknown" : setting.code(),
                tri(given.consentToExamination()),
                tri(given.consentToFollowUp()),
                tri(given.wantsBmeRefuge()),
                tri(given.perpetratorWantsToChange()),
                place(given.perpetratorResidence()));
    }

    private static History history(Assessment assessment) {
        List<Assessment.Incident> incidents = assessment.incidents() == null ? List.of() : assessment.incidents();
        int withoutDate = 0;
        int crimes = 0;
        int reversed = 0;
        for (Assessment.Incident incident : incidents) {
            boolean crime = crime(incident).equals(YES) || incident.kind() == IncidentKind.CRIME_REPORT;
            boolean same = incident.direction() == Direction.SAME;
            withoutDate += incident.on() == null ? 1 : 0;
            crimes += crime && same ? 1 : 0;
            reversed += same ? 0 : 1;
        }
        return new History(
                assessment.incidents() == null ? "no" : YES,
                assessment.maracs() == null ? "no" : YES,
                withoutDate,
                crimes,
                reversed);
    }

    /** {@code yes} where it says so or is a report of a crime, else {@code no} or {@code unknown}. */
    private static String crime(Assessment.Incident incident) {
        return incident.crime() == null && incident.kind() == IncidentKind.CRIME_REPORT ? YES : tri(incident.crime());
    }

    private List<Fact> histories(boolean atWorst) {
        List<Fact> facts = new ArrayList<>(4);
        if (assessment.perpetrators().isEmpty()) {
            facts.add(new Perpetrator(policy, "", "no", -1, "unknown", ""));
            history("", incidents(), maracs(), atWorst, facts);
        }
        for (Assessment.Perpetrator listed : assessment.perpetrators()) {
            Integer age = listed.age();
            facts.add(new Perpetrator(
                    policy,
                    text(listed.ref()),
                    age == null ? "no" : YES,
                    age == null ? -1 : age,
                    tri(listed.serial()),
                    text(listed.relationship())));
            history(
                    text(listed.ref()),
                    incidents().stream()
                            .filter(incident -> concerns(incident.perpetrator(), listed))
                            .toList(),
                    maracs().stream()
                            .filter(marac -> concerns(marac.perpetrator(), listed))
                            .toList(),
                    atWorst,
                    facts);
        }
        return facts;
    }

    private static boolean concerns(@Nullable String named, Assessment.Perpetrator listed) {
        return named == null || named.equals(listed.ref());
    }

    private record SameIncident(
            LocalDate on, IncidentKind kind, @Nullable String ref) {}

    /** Adds the facts of one perpetrator's history. */
    private void history(
            String perpetrator,
            List<Assessment.Incident> incidents,
            List<Assessment.Marac> maracs,
            boolean atWorst,
            List<Fact> facts) {
        for (Assessment.Marac marac : maracs) {
            facts.add(new Referral(
                    policy, perpetrator, marac.referredOn(), withinMonths(marac.referredOn()), sameArea(marac)));
        }
        Map<SameIncident, Assessment.Incident> distinct = new LinkedHashMap<>();
        for (Assessment.Incident incident : incidents) {
            LocalDate on = incident.on();
            if (on != null) {
                distinct.merge(new SameIncident(on, incident.kind(), incident.ref()), incident, Evidence::merge);
            } else if (atWorst) {
                couldBe(perpetrator, incident, maracs, facts);
            }
        }
        distinct.forEach((same, incident) -> {
            String crime = atWorst && crime(incident).equals("unknown") ? YES : crime(incident);
            facts.add(incident(perpetrator, incident, crime, same.on()));
            FurtherIncident further = further(perpetrator, incident, crime, same.on(), maracs);
            if (further != null) {
                facts.add(further);
            }
        });
    }

    private String sameArea(Assessment.Marac marac) {
        String area = marac.area();
        return area == null || assessment.area() == null ? "unknown" : area.equals(assessment.area()) ? YES : "no";
    }

    /** Two records of one incident: whatever either says that counts, counts. */
    private static Assessment.Incident merge(Assessment.Incident one, Assessment.Incident other) {
        boolean same = one.direction() == Direction.SAME || other.direction() == Direction.SAME;
        // A report of a crime is one unless it says otherwise, whatever another record of it says.
        boolean reported = crime(one).equals(YES) || crime(other).equals(YES);
        Boolean crime = reported ? Boolean.TRUE : other.crime() == null ? one.crime() : other.crime();
        return new Assessment.Incident(
                one.on(), one.kind(), crime, same ? Direction.SAME : Direction.REVERSED, one.perpetrator(), one.ref());
    }

    /** What an undated incident could turn out to be: on the day of the assessment, or on the day after a referral. */
    private void couldBe(
            String perpetrator, Assessment.Incident incident, List<Assessment.Marac> maracs, List<Fact> facts) {
        String crime = crime(incident).equals("no") ? "no" : YES;
        facts.add(incident(perpetrator, incident, crime, assessment.assessedOn()));
        FurtherIncident nearest = null;
        for (Assessment.Marac marac : maracs) {
            if (marac.referredOn().isBefore(assessment.assessedOn())) {
                FurtherIncident further =
                        further(perpetrator, incident, crime, marac.referredOn().plusDays(1), List.of(marac));
                if (further != null && (nearest == null || isNearer(further, nearest))) {
                    nearest = further;
                }
            }
        }
        if (nearest != null) {
            facts.add(nearest);
        }
    }

    private Incident incident(String perpetrator, Assessment.Incident incident, String crime, LocalDate on) {
        return new Incident(
                policy,
                perpetrator,
                incident.kind().code(),
                crime,
                incident.direction().code(),
                on,
                withinMonths(on));
    }

    /** The incident as one that followed the nearest referral that starts a repeat's clock here; null if it followed none. */
    private @Nullable FurtherIncident further(
            String perpetrator,
            Assessment.Incident incident,
            String crime,
            LocalDate on,
            List<Assessment.Marac> maracs) {
        if (!policy.keys().contains(REPEAT_ANCHOR)) {
            return null; // Rules that judge no repeats: there is no clock to count by.
        }
        boolean hereOnly = policy.text(REPEAT_MARAC).equals("here");
        FurtherIncident nearest = null;
        for (Assessment.Marac marac : maracs) {
            if (marac.referredOn().isBefore(on) && !(hereOnly && sameArea(marac).equals("no"))) {
                LocalDate heardOn = policy.text(REPEAT_ANCHOR).equals(MEETING) ? marac.heardOn() : null;
                LocalDate anchor = heardOn == null ? marac.referredOn() : heardOn;
                FurtherIncident further = new FurtherIncident(
                        policy,
                        perpetrator,
                        incident.kind().code(),
                        crime,
                        incident.direction().code(),
                        on,
                        heardOn == null ? "referral" : MEETING,
                        anchor,
                        monthsAfter(anchor, on));
                nearest = nearest == null || isNearer(further, nearest) ? further : nearest;
            }
        }
        return nearest;
    }

    private static boolean isNearer(FurtherIncident one, FurtherIncident other) {
        return one.getMonthsAfter() < other.getMonthsAfter()
                || (one.getMonthsAfter() == other.getMonthsAfter()
                        && one.getAnchor().isAfter(other.getAnchor()));
    }

    private int withinMonths(LocalDate day) {
        return withinMonths(day, assessment.assessedOn());
    }

    /** The smallest number of calendar months m such that the last day less m months is not after the day. */
    static int withinMonths(LocalDate day, LocalDate end) {
        int months = (int) Math.max(0, ChronoUnit.MONTHS.between(day, end) - 1);
        while (end.minusMonths(months).isAfter(day)) {
            months++;
        }
        return months;
    }

    /** The smallest number of calendar months m such that the anchor plus m months is not before the day. */
    private static int monthsAfter(LocalDate anchor, LocalDate day) {
        int months = (int) Math.max(0, ChronoUnit.MONTHS.between(anchor, day) - 1);
        while (anchor.plusMonths(months).isBefore(day)) {
            months++;
        }
        return months;
    }
}
