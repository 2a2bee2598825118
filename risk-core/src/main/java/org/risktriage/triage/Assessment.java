package org.risktriage.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One checklist, complete or partial, about one victim and one or more perpetrators, with history, judgement and
 * circumstances. It holds no name, address, phone number or date of birth.
 *
 * <p>A value that is null was not given. That is never the same as no, none or zero. No type here shows its values in
 * {@code toString}, so that a log or an error cannot give them away.
 *
 * @param area id of the area whose rules apply; null for the base rules
 * @param instrument id of the instrument; null for the one that the area's rules score
 * @param assessedOn the day of the assessment, which chooses the rules in force
 * @param answers answers by item id, for example {@code q1}; an item left out is not asked
 * @param judgement a practitioner's own judgement, or null
 * @param requestedLevel the level that the caller asks for, or null; it can never lower the result
 * @param incidents earlier incidents; null where they were not given, which is not the same as none
 * @param maracs earlier MARAC referrals; null where they were not given, which is not the same as none
 * @param previous earlier assessments of the same victim, or null
 * @param victim what is known of the victim, or null
 * @param perpetrators the perpetrators; empty for one who is not named
 * @param children children recorded; null where they were not given, which is not the same as none
 * @param circumstances what surrounds the assessment, or null
 * @param references the caller's own opaque references, or null
 * @param askedAt the moment for which the caller asks who is there, within a day of {@code assessedOn}; null where nothing
 *     is to be said of now
 * @param support what decides which service takes somebody, or null
 * @param grades grades by item id, where the instrument is a profile; a row left out is not asked
 */
public record Assessment(
        @Nullable String area,
        @Nullable String instrument,
        LocalDate assessedOn,
        Map<String, ItemAnswer> answers,
        @Nullable Judgement judgement,
        @Nullable Level requestedLevel,
        @Nullable List<Incident> incidents,
        @Nullable List<Marac> maracs,
        @Nullable List<Previous> previous,
        @Nullable Victim victim,
        List<Perpetrator> perpetrators,
        @Nullable List<Child> children,
        @Nullable Circumstances circumstances,
        @Nullable References references,
        @Nullable Instant askedAt,
        @Nullable Support support,
        Map<String, RowGrade> grades) {

    /** Keeps copies, so that a later change by the caller changes nothing here. */
    public Assessment {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        incidents = copy(incidents);
        maracs = copy(maracs);
        previous = copy(previous);
        perpetrators = List.copyOf(perpetrators);
        children = copy(children);
        grades = Collections.unmodifiableMap(new LinkedHashMap<>(grades));
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /**
     * Begins an assessment.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with all that is in this assessment, but for the answers and the grades. */
    private Builder like(Map<String, ItemAnswer> itsAnswers, Map<String, RowGrade> itsGrades) {
        Builder like = new Builder();
        like.area = area;
        like.instrument = instrument;
        like.assessedOn = assessedOn;
        like.answers.putAll(itsAnswers);
        like.judgement = judgement;
        like.requestedLevel = requestedLevel;
        like.incidents = incidents;
        like.maracs = maracs;
        like.previous = previous;
        like.victim = victim;
        like.perpetrators.addAll(perpetrators);
        like.children = children;
        like.circumstances = circumstances;
        like.references = references;
        like.askedAt = askedAt;
        like.support = support;
        like.grades.putAll(itsGrades);
        return like;
    }

    /**
     * The same assessment under another area's rules.
     *
     * @param other id of the area; null for the base rules
     * @return a copy for that area
     */
    public Assessment under(@Nullable String other) {
        Builder like = like(answers, grades);
        like.area = other;
        return like.build();
    }

    /**
     * The same assessment with another answer to one item.
     *
     * @param question id of the item
     * @param answer the answer
     * @return a copy with that answer
     */
    public Assessment with(String question, Answer answer) {
        Map<String, ItemAnswer> changed = new LinkedHashMap<>(answers);
        changed.put(question, new ItemAnswer(answer, null, List.of()));
        return with(changed, grades);
    }

    /**
     * The same assessment with another grade of one row, which then has no answer without a grade.
     *
     * @param row id of the row
     * @param grade the grade
     * @return a copy with that grade
     */
    public Assessment with(String row, Grade grade) {
        Map<String, ItemAnswer> without = new LinkedHashMap<>(answers);
        without.remove(row);
        Map<String, RowGrade> changed = new LinkedHashMap<>(grades);
        changed.put(row, new RowGrade(grade, null, null, null));
        return with(without, changed);
    }

    private Assessment with(Map<String, ItemAnswer> changed, Map<String, RowGrade> changedGrades) {
        return like(changed, changedGrades).build();
    }

    /**
     * The same assessment with another history.
     *
     * @param otherIncidents the incidents, or null
     * @param otherMaracs the referrals to a MARAC, or null
     * @param otherPrevious the earlier assessments, or null
     * @return the assessment
     */
    public Assessment withHistory(
            @Nullable List<Incident> otherIncidents,
            @Nullable List<Marac> otherMaracs,
            @Nullable List<Previous> otherPrevious) {
        Builder like = like(answers, grades);
        like.incidents = otherIncidents;
        like.maracs = otherMaracs;
        like.previous = otherPrevious;
        return like.build();
    }

    @Override
    public String toString() {
        return "Assessment[values withheld]";
    }

    /**
     * The answer to one item.
     *
     * @param answer the answer
     * @param source where it came from, or null
     * @param details codes that the instrument declares for the item, for example {@code children} for {@code q18}; only
     *     with a yes
     */
    public record ItemAnswer(Answer answer, @Nullable AnswerSource source, List<String> details) {
        /** Keeps a copy of the details. */
        public ItemAnswer {
            details = List.copyOf(details);
        }

        @Override
        public String toString() {
            return "ItemAnswer[values withheld]";
        }
    }

    /**
     * The grade of one row of a profile.
     *
     * @param grade the grade
     * @param frequencyRose whether it became more frequent in the recent window; null where that is not known
     * @param severityRose whether it became more severe in the recent window; null where that is not known
     * @param source where the grade came from, or null
     */
    public record RowGrade(
            Grade grade,
            @Nullable Boolean frequencyRose,
            @Nullable Boolean severityRose,
            @Nullable AnswerSource source) {
        @Override
        public String toString() {
            return "RowGrade[values withheld]";
        }
    }

    /**
     * A practitioner's own judgement. It only ever raises.
     *
     * @param highRisk whether the practitioner judges the risk to be high
     * @param rationale the reasons in words, required where {@code highRisk} is true, at most 4,000 characters. No rule
     *     reads them
     */
    public record Judgement(boolean highRisk, @Nullable String rationale) {
        @Override
        public String toString() {
            return "Judgement[values withheld]";
        }
    }

    /**
     * One earlier abuse incident. Two records of the same day and kind are one incident, unless {@code ref} tells them
     * apart.
     *
     * @param on the day, not after the day of the assessment; null where it is not known, and then the incident is shown
     *     and never counted
     * @param kind what kind of record it is
     * @param crime whether it was criminal-type behaviour, or null where not known
     * @param direction which way round it is recorded
     * @param perpetrator {@code ref} of a listed perpetrator; null for every one of them
     * @param ref the caller's opaque reference for the incident, or null
     */
    public record Incident(
            @Nullable LocalDate on,
            IncidentKind kind,
            @Nullable Boolean crime,
            Direction direction,
            @Nullable String perpetrator,
            @Nullable String ref) {
        /**
         * An incident by every perpetrator listed.
         *
         * @param on the day
         * @param kind what kind of record it is
         * @return the incident, recorded the same way round as the assessment
         */
        public static Incident of(LocalDate on, IncidentKind kind) {
            return new Incident(on, kind, null, Direction.SAME, null, null);
        }

        @Override
        public String toString() {
            return "Incident[values withheld]";
        }
    }

    /**
     * One earlier referral to a MARAC.
     *
     * @param referredOn the day of the referral, not after the day of the assessment
     * @param heardOn the day of the meeting, or null
     * @param area id of the area whose MARAC it was, or null
     * @param perpetrator {@code ref} of a listed perpetrator; null for every one of them
     */
    public record Marac(
            LocalDate referredOn,
            @Nullable LocalDate heardOn,
            @Nullable String area,
            @Nullable String perpetrator) {
        @Override
        public String toString() {
            return "Marac[values withheld]";
        }
    }

    /**
     * An earlier assessment of the same victim.
     *
     * @param assessedOn its day, not after the day of this assessment
     * @param level the level that was recorded, or null
     * @param yes how many answers were yes, or null; the same instrument is meant
     * @param answers its answers by item id, or null; an item left out was not asked
     */
    public record Previous(
            LocalDate assessedOn,
            @Nullable Level level,
            @Nullable Integer yes,
            @Nullable Map<String, ItemAnswer> answers) {
        /** Keeps a copy of the answers. */
        public Previous {
            answers = answers == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public String toString() {
            return "Previous[values withheld]";
        }
    }

    /**
     * What is known of the victim.
     *
     * @param age age in completed years, 0 to 130, or null
     * @param pregnant whether the victim is pregnant, or null
     * @param careAndSupportNeeds whether the victim has care and support needs, or null
     */
    public record Victim(
            @Nullable Integer age,
            @Nullable Boolean pregnant,
            @Nullable Boolean careAndSupportNeeds) {
        @Override
        public String toString() {
            return "Victim[values withheld]";
        }
    }

    /**
     * What is known of one perpetrator.
     *
     * @param ref the caller's opaque reference, which incidents and referrals use; unique in the assessment
     * @param age age in completed years, 0 to 130, or null
     * @param serial whether the perpetrator is known to have abused more than one person, or null
     * @param relationship what the perpetrator is to the victim, or null
     */
    public record Perpetrator(
            @Nullable String ref,
            @Nullable Integer age,
            @Nullable Boolean serial,
            @Nullable String relationship) {
        @Override
        public String toString() {
            return "Perpetrator[values withheld]";
        }
    }

    /**
     * One child.
     *
     * @param age age in completed years, 0 to 130, or null; from 18 on it is no child
     * @param livesWith where the child lives, or null where not known
     */
    public record Child(@Nullable Integer age, @Nullable Home livesWith) {
        @Override
        public String toString() {
            return "Child[values withheld]";
        }
    }

    /**
     * What surrounds the assessment. Null is always "not known".
     *
     * @param worsening the abuse is getting worse
     * @param honourBasedAbuse there is honour-based abuse
     * @param forcedMarriage there is, or may be, a forced marriage
     * @param sexualViolence there has been sexual violence
     * @param lastSexualAssaultOn day of the last sexual assault, not after the day of the assessment
     * @param homicideBelief a practitioner believes that there is a high risk of homicide
     * @param managerSignOff a manager has signed the referral off
     * @param consentToReferral the victim consents to the referral
     * @param victimAware the victim knows of the referral
     * @param perpetratorPresent the perpetrator was present while the questions were answered
     * @param seenAlone the victim was seen alone
     * @param residence where the victim lives, as a code of the area
     * @param needsAccommodation the victim needs safe accommodation
     * @param safeToTalk it is safe to talk now
     * @param perpetratorIs where the perpetrator is now
     * @param childrenAre where the children are now
     */
    public record Circumstances(
            @Nullable Boolean worsening,
            @Nullable Boolean honourBasedAbuse,
            @Nullable Boolean forcedMarriage,
            @Nullable Boolean sexualViolence,
            @Nullable LocalDate lastSexualAssaultOn,
            @Nullable Boolean homicideBelief,
            @Nullable Boolean managerSignOff,
            @Nullable Boolean consentToReferral,
            @Nullable Boolean victimAware,
            @Nullable Boolean perpetratorPresent,
            @Nullable Boolean seenAlone,
            @Nullable String residence,
            @Nullable Boolean needsAccommodation,
            @Nullable Boolean safeToTalk,
            @Nullable PerpetratorPlace perpetratorIs,
            @Nullable ChildrenPlace childrenAre) {
        /** Circumstances of which nothing is known. */
        public static final Circumstances UNKNOWN = new Circumstances(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return "Circumstances[values withheld]";
        }
    }

    /**
     * What decides which service takes somebody, beside the circumstances. Null is always "not known".
     *
     * @param setting where the assessor works, or meets the victim
     * @param consentToExamination the victim consents to a forensic examination
     * @param consentToFollowUp the victim agrees to be contacted afterwards
     * @param wantsBmeRefuge the victim wants a refuge for Black and minority ethnic people
     * @param perpetratorWantsToChange it is known already that the perpetrator wants to change; never ask on account of an
     *     assessment
     * @param perpetratorResidence where the perpetrator lives, as a code of the area
     */
    public record Support(
            @Nullable Setting setting,
            @Nullable Boolean consentToExamination,
            @Nullable Boolean consentToFollowUp,
            @Nullable Boolean wantsBmeRefuge,
            @Nullable Boolean perpetratorWantsToChange,
            @Nullable String perpetratorResidence) {
        /** Support of which nothing is known. */
        public static final Support UNKNOWN = new Support(null, null, null, null, null, null);

        @Override
        public String toString() {
            return "Support[values withheld]";
        }
    }

    /**
     * The caller's own references. Opaque: no rule reads them.
     *
     * @param caseRef the caller's case ({@code case} in JSON), or null
     * @param subject the victim, as a reference that means nothing elsewhere, or null
     * @param agency the agency, or null
     */
    public record References(
            @Nullable String caseRef,
            @Nullable String subject,
            @Nullable String agency) {
        @Override
        public String toString() {
            return "References[values withheld]";
        }
    }

    /** Builds an assessment step by step. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String area;
        private @Nullable String instrument;
        private @Nullable LocalDate assessedOn;
        private final Map<String, ItemAnswer> answers = new LinkedHashMap<>();
        private final Map<String, RowGrade> grades = new LinkedHashMap<>();
        private @Nullable Judgement judgement;
        private @Nullable Level requestedLevel;
        private @Nullable List<Incident> incidents;
        private @Nullable List<Marac> maracs;
        private @Nullable List<Previous> previous;
        private @Nullable Victim victim;
        private final List<Perpetrator> perpetrators = new ArrayList<>();
        private @Nullable List<Child> children;
        private @Nullable Circumstances circumstances;
        private @Nullable References references;
        private @Nullable Instant askedAt;
        private @Nullable Support support;

        private Builder() {}

        /**
         * Sets the area whose rules apply.
         *
         * @param id id of the area
         * @return this builder
         */
        public Builder area(String id) {
            this.area = id;
            return this;
        }

        /**
         * Sets the instrument. Left out, it is the one that the area's rules score.
         *
         * @param id id of the instrument
         * @return this builder
         */
        public Builder instrument(String id) {
            this.instrument = id;
            return this;
        }

        /**
         * Sets the day of the assessment.
         *
         * @param day the day
         * @return this builder
         */
        public Builder assessedOn(LocalDate day) {
            this.assessedOn = day;
            return this;
        }

        /**
         * Sets the answer to one item.
         *
         * @param question id of the item, for example {@code q1}
         * @param answer the answer
         * @param details codes that the instrument declares for the item
         * @return this builder
         */
        public Builder answer(String question, Answer answer, String... details) {
            return answer(question, new ItemAnswer(answer, null, List.of(details)));
        }

        /**
         * Sets the answer to one item, with its source.
         *
         * @param question id of the item
         * @param answer the answer
         * @return this builder
         */
        public Builder answer(String question, ItemAnswer answer) {
            answers.put(question, answer);
            return this;
        }

        /**
         * Sets the grade of one row of a profile.
         *
         * @param row id of the row, for example {@code v1}
         * @param grade the grade
         * @return this builder
         */
        public Builder grade(String row, RowGrade grade) {
            grades.put(row, grade);
            return this;
        }

        /**
         * Records a practitioner's judgement that the risk is high.
         *
         * @param rationale the reasons in words
         * @return this builder
         */
        public Builder judgedHighRisk(String rationale) {
            return judgement(new Judgement(true, rationale));
        }

        /**
         * Sets the practitioner's judgement.
         *
         * @param given the judgement
         * @return this builder
         */
        public Builder judgement(Judgement given) {
            this.judgement = given;
            return this;
        }

        /**
         * Sets the level that the caller asks for.
         *
         * @param level the level
         * @return this builder
         */
        public Builder requestedLevel(Level level) {
            this.requestedLevel = level;
            return this;
        }

        /**
         * Sets the earlier incidents; an empty list says that there are none.
         *
         * @param list the incidents
         * @return this builder
         */
        public Builder incidents(List<Incident> list) {
            this.incidents = list;
            return this;
        }

        /**
         * Sets the earlier MARAC referrals; an empty list says that there are none.
         *
         * @param list the referrals
         * @return this builder
         */
        public Builder maracs(List<Marac> list) {
            this.maracs = list;
            return this;
        }

        /**
         * Sets the earlier assessments.
         *
         * @param list the assessments
         * @return this builder
         */
        public Builder previous(List<Previous> list) {
            this.previous = list;
            return this;
        }

        /**
         * Sets what is known of the victim.
         *
         * @param known what is known
         * @return this builder
         */
        public Builder victim(Victim known) {
            this.victim = known;
            return this;
        }

        /**
         * Adds a perpetrator.
         *
         * @param known what is known
         * @return this builder
         */
        public Builder perpetrator(Perpetrator known) {
            perpetrators.add(known);
            return this;
        }

        /**
         * Sets the children recorded; an empty list says that there are none.
         *
         * @param list the children
         * @return this builder
         */
        public Builder children(List<Child> list) {
            this.children = list;
            return this;
        }

        /**
         * Sets what surrounds the assessment.
         *
         * @param known what is known
         * @return this builder
         */
        public Builder circumstances(Circumstances known) {
            this.circumstances = known;
            return this;
        }

        /**
         * Sets the caller's own references.
         *
         * @param given the references
         * @return this builder
         */
        public Builder references(References given) {
            this.references = given;
            return this;
        }

        /**
         * Sets the moment for which the caller asks who is there. Left out, nothing is said of now.
         *
         * @param moment the moment, within a day of the day of the assessment
         * @return this builder
         */
        public Builder askedAt(Instant moment) {
            this.askedAt = moment;
            return this;
        }

        /**
         * Sets what decides which service takes somebody.
         *
         * @param given what is known
         * @return this builder
         */
        public Builder support(Support given) {
            this.support = given;
            return this;
        }

        /**
         * Makes the assessment. It is checked against the instrument when it is assessed.
         *
         * @return the assessment
         * @throws InvalidAssessmentException if the day of the assessment is missing
         */
        public Assessment build() {
            if (assessedOn == null) {
                throw new InvalidAssessmentException(
                        List.of(new Problem("/assessedOn", "required", "assessedOn is required.")));
            }
            return new Assessment(
                    area,
                    instrument,
                    assessedOn,
                    answers,
                    judgement,
                    requestedLevel,
                    incidents,
                    maracs,
                    previous,
                    victim,
                    perpetrators,
                    children,
                    circumstances,
                    references,
                    askedAt,
                    support,
                    grades);
        }
    }
}
