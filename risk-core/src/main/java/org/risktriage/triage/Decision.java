package org.risktriage.triage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules recommend, and why. Always a recommendation to a named role, never an automatic refusal or closure, and
 * never a prediction.
 *
 * <p>Equal assessments give equal decisions, in the same order, under the same rules.
 *
 * @param id id that a recorder gave the decision; null as it comes from the library, which records nothing
 * @param level the level, with its bounds
 * @param score the count of each kind of answer
 * @param complete whether every item was put; false where none is answered yes or no
 * @param marac the criteria for the MARAC
 * @param prompts what a practitioner must weigh, heaviest first
 * @param actions who does what by when, most urgent first
 * @param services services that can help, in the order in which to turn to them
 * @param gaps help that is needed and not there
 * @param warnings what the reader must know about the evidence
 * @param unknowns unknown answers that could change the level or a criterion
 * @param nextQuestions unanswered questions in the order in which to ask them
 * @param previous earlier assessments beside this one; null where none were given
 * @param profile the rows of a profile, side by side and never summed; empty where the instrument is none
 * @param handling how the record must be kept
 * @param notice what this result is and is not
 * @param rules which rules said so
 */
public record Decision(
        @Nullable String id,
        LevelFound level,
        Score score,
        boolean complete,
        Marac marac,
        List<Prompt> prompts,
        List<Action> actions,
        List<Service> services,
        List<Gap> gaps,
        List<Warning> warnings,
        List<Unknown> unknowns,
        List<String> nextQuestions,
        @Nullable Reassessment previous,
        List<ProfileRow> profile,
        Handling handling,
        String notice,
        RulesUsed rules) {

    /**
     * The same decision with an id.
     *
     * @param given the id
     * @return a copy with that id
     */
    public Decision withId(String given) {
        return new Decision(
                given,
                level,
                score,
                complete,
                marac,
                prompts,
                actions,
                services,
                gaps,
                warnings,
                unknowns,
                nextQuestions,
                previous,
                profile,
                handling,
                notice,
                rules);
    }

    /**
     * The same decision with other warnings.
     *
     * @param others every warning that it is to have
     * @return the decision
     */
    public Decision withWarnings(List<Warning> others) {
        return new Decision(
                id,
                level,
                score,
                complete,
                marac,
                prompts,
                actions,
                services,
                gaps,
                List.copyOf(others),
                unknowns,
                nextQuestions,
                previous,
                profile,
                handling,
                notice,
                rules);
    }

    @Override
    public String toString() {
        return "Decision[under " + rules.base().id() + "@" + rules.base().version() + ", values withheld]";
    }

    /**
     * One row of a profile.
     *
     * @param row id of the row
     * @param label what it is about
     * @param grade its grade; null where there is none, which is not the grade {@code none}
     * @param frequencyRose whether it became more frequent in the recent window; null where that is not known
     * @param severityRose whether it became more severe in the recent window; null where that is not known
     */
    public record ProfileRow(
            String row,
            String label,
            @Nullable Grade grade,
            @Nullable Boolean frequencyRose,
            @Nullable Boolean severityRose) {}

    /**
     * The level and what it could become.
     *
     * @param value what the evidence given supports; null where there is no level: nothing is answered, or the instrument
     *     is not for this person
     * @param atLeast the lowest that it could be once everything unknown is known; null where the instrument is not for
     *     this person
     * @param atMost the highest that it could be; null as for {@code atLeast}
     * @param settled true only if nothing unknown could change the level or a criterion
     * @param because ids of the criteria met, or of the rule that gives the level
     * @param reasons the same in words
     */
    public record LevelFound(
            @Nullable Level value,
            @Nullable Level atLeast,
            @Nullable Level atMost,
            boolean settled,
            List<String> because,
            List<Reason> reasons) {}

    /**
     * One reason in words.
     *
     * @param id id of the criterion met, or name of the rule
     * @param because the sentence
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Reason(String id, String because, String rule, String source, Confidence confidence) {}

    /**
     * The count of each kind of answer.
     *
     * @param yes answers that are yes
     * @param no answers that are no
     * @param dontKnow answers that are don't know
     * @param declined answers that were declined
     * @param notAsked items not asked, or left out
     * @param of items of the instrument
     * @param atMost the count if every unknown answer were yes
     */
    public record Score(int yes, int no, int dontKnow, int declined, int notAsked, int of, int atMost) {}

    /**
     * The MARAC.
     *
     * @param refer whether the recommendation is to refer
     * @param status met if any criterion is, else could-be-met if any could be
     * @param criteria every criterion of the area, in its order
     * @param meeting when the case can be heard, and whether it can wait so long; null where it is not referred
     */
    public record Marac(
            boolean refer,
            CriterionStatus status,
            List<Criterion> criteria,
            @Nullable Meeting meeting) {}

    /**
     * The next meeting of the MARAC, as far as it can be said.
     *
     * @param cadence how often it meets; {@code not-known} where that is not published
     * @param waitAtMost the most days until the next meeting; null where that is not known
     * @param latest the day on which that many days have passed: the next meeting is then or sooner; null where not known
     * @param urgency {@code in-time}, {@code ask} where it has to be asked when the MARAC meets, or {@code too-long}: ask for an
     *     emergency meeting
     * @param because the reasons in words
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Meeting(
            String cadence,
            @Nullable Integer waitAtMost,
            @Nullable LocalDate latest,
            String urgency,
            String because,
            String rule,
            String source,
            Confidence confidence) {}

    /**
     * One criterion.
     *
     * @param id id of the criterion
     * @param status where it stands
     * @param because the reason in words
     * @param distance how many more of what it counts (answers, incidents, records, judgements) would meet it; 0 when met
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Criterion(
            String id,
            CriterionStatus status,
            String because,
            int distance,
            String rule,
            String source,
            Confidence confidence) {}

    /**
     * Something that a practitioner must weigh.
     *
     * @param id id of the prompt
     * @param severity how much it weighs
     * @param because the reason in words
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Prompt(
            String id, Severity severity, String because, String rule, String source, Confidence confidence) {}

    /**
     * Something to be done.
     *
     * @param id id of the action
     * @param role who acts
     * @param to whom it reaches
     * @param due the last day; null where there is none
     * @param timing how the due date is to be read
     * @param says what to do, in words
     * @param because ids of what calls for it
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Action(
            String id,
            String role,
            String to,
            @Nullable LocalDate due,
            Timing timing,
            String says,
            List<String> because,
            String rule,
            String source,
            Confidence confidence) {}

    /**
     * A service that can help.
     *
     * @param id id of the service
     * @param name its name
     * @param phone its phone number, or null
     * @param openNow whether it is open at the moment that was asked for; null where none was, or where it is not known
     * @param opensNext when it opens next after that moment, with the offset of that day; null where nothing is claimed
     * @param because ids of what calls for it
     * @param openUntil when it closes, where it is open now and closes at all
     * @param hours its hours in words; {@code not known} where nobody says
     * @param area where it works
     * @param eligibility for whom it is
     * @param says why it is offered, in words
     * @param ask what is not known and decides whether it takes this person, as fields of the request; empty where it does
     * @param first whether it goes before all others
     * @param note anything to know about it; empty if nothing
     * @param rule id of the rule that offers it
     * @param source id of the source that lists it
     * @param confidence how well that and the rule are known: the weaker of the two
     */
    public record Service(
            String id,
            String name,
            @Nullable String phone,
            @Nullable Boolean openNow,
            @Nullable String opensNext,
            List<String> because,
            @Nullable String openUntil,
            String hours,
            String area,
            String eligibility,
            String says,
            List<String> ask,
            boolean first,
            String note,
            String rule,
            String source,
            Confidence confidence) {}

    /**
     * Help that is needed and not there.
     *
     * @param id id of the gap, or of a service that takes nobody
     * @param name name of that service, or null
     * @param status whether it is planned, not confirmed, or there is none
     * @param says what is missing, in words
     * @param because ids of what calls for it
     * @param ask what is not known and decides whether it is needed, as fields of the request
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well it is known
     */
    public record Gap(
            String id,
            @Nullable String name,
            ServiceStatus status,
            String says,
            List<String> because,
            List<String> ask,
            String rule,
            String source,
            Confidence confidence) {}

    /**
     * Something the reader must know about the evidence.
     *
     * @param id id of the warning
     * @param because the reason in words
     * @param rule id of the rule
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Warning(String id, String because, String rule, String source, Confidence confidence) {}

    /**
     * An unknown answer that matters.
     *
     * @param question id of the item
     * @param couldChange {@code level}, {@code marac} or both
     */
    public record Unknown(String question, List<String> couldChange) {}

    /**
     * Earlier assessments beside this one. Nothing here raises or lowers: prompts, warnings and actions say what follows.
     *
     * @param nextReview the day by which to assess again: the day on which the action {@code reassess} is due; null where
     *     no rule states it
     * @param compared each earlier assessment beside this one, the newest first
     */
    public record Reassessment(@Nullable LocalDate nextReview, List<Compared> compared) {}

    /**
     * One earlier assessment beside this one.
     *
     * @param assessedOn its day
     * @param level the level that was recorded, or null
     * @param change how the level of now compares
     * @param yes how many answers were yes, or null
     * @param rose items that are yes now and were not yes then; null where its answers were not given
     * @param fellSilent items that were yes then and are unknown now, which is no fall; null as for {@code rose}
     * @param nowNo items that were yes then and are no now; null as for {@code rose}
     * @param incidentsSince how many dated incidents came after that day; null where incidents were not given
     */
    public record Compared(
            LocalDate assessedOn,
            @Nullable Level level,
            Change change,
            @Nullable Integer yes,
            @Nullable List<String> rose,
            @Nullable List<String> fellSilent,
            @Nullable List<String> nowNo,
            @Nullable Integer incidentsSince) {}

    /**
     * How the record must be kept.
     *
     * @param neverDiscloseTo who must never learn of it
     * @param hideFromPatientOnlineAccess whether it must not be visible in a patient's online access
     */
    public record Handling(List<String> neverDiscloseTo, boolean hideFromPatientOnlineAccess) {}

    /**
     * Which rules said so.
     *
     * @param area the area's pack; null where the base rules applied alone
     * @param base the base pack
     * @param instrument the instrument
     * @param engine version of this library
     * @param chosen why this version of the rules
     * @param overrides values of the area that take the place of another value of the base
     * @param switchedOff rules of the base that do not apply in the area
     * @param passedOver other versions of these packs, for other days
     * @param later what rules that are published and not yet in force would decide, where that is something else
     */
    public record RulesUsed(
            @Nullable PackId area,
            PackId base,
            InstrumentId instrument,
            String engine,
            String chosen,
            List<ValueOverride> overrides,
            List<RulePack.RuleOff> switchedOff,
            List<PassedOver> passedOver,
            List<Later> later) {

        /**
         * The pack whose answer this is: the area's, or the base pack where there is no area.
         *
         * @return the pack
         */
        public PackId pack() {
            return area == null ? base : area;
        }
    }

    /**
     * A value of an area that takes the place of a value of the base.
     *
     * @param parameter key of the parameter
     * @param value the area's value
     * @param base the value of the base
     * @param source id of the source
     * @param confidence how well the source is known
     * @param note anything to know about it; empty if nothing
     */
    public record ValueOverride(
            String parameter, String value, String base, String source, Confidence confidence, String note) {}

    /**
     * A version of a pack that applies to other days.
     *
     * @param id id of the pack
     * @param version its version
     * @param from the first day on which it is in force
     * @param to the last such day, or null
     */
    public record PassedOver(
            String id,
            String version,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * What rules that are not yet in force would decide on the same assessment.
     *
     * @param from the first day on which they are in force
     * @param id id of the pack
     * @param version its version
     * @param level the level, or null
     * @param refer whether they would recommend to refer
     * @param met ids of the criteria that would be met
     */
    public record Later(
            LocalDate from,
            String id,
            String version,
            @Nullable Level level,
            boolean refer,
            List<String> met) {}

    /**
     * One version of a rule pack.
     *
     * @param id id of the pack
     * @param version its version
     * @param sha256 digest of everything in it, in lower-case hexadecimal
     */
    public record PackId(String id, String version, String sha256) {}

    /**
     * One edition of an instrument.
     *
     * @param id id of the instrument
     * @param edition its edition
     */
    public record InstrumentId(String id, String edition) {}
}
