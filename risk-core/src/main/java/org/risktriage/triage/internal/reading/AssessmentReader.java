package org.risktriage.triage.internal.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.ChildrenPlace;
import org.risktriage.triage.Direction;
import org.risktriage.triage.Home;
import org.risktriage.triage.IncidentKind;
import org.risktriage.triage.Level;
import org.risktriage.triage.PerpetratorPlace;
import org.risktriage.triage.Problem;
import org.risktriage.triage.Setting;

/**
 * Reads an assessment from the tree of a request. What cannot be read is a problem and is left out; the rest is still
 * read, so that it can be checked too.
 */
public final class AssessmentReader {
    /** Most characters of a free text. */
    public static final int LONGEST_TEXT = 4_000;

    /** Most characters of a reference or a code. */
    public static final int LONGEST_REFERENCE = 100;

    /** Most incidents in one assessment. */
    public static final int MOST_INCIDENTS = 200;

    /** Most MARAC referrals, and most earlier assessments, in one assessment. */
    public static final int MOST_REFERRALS = 50;

    /** Most perpetrators, and most children, in one assessment. */
    public static final int MOST_PEOPLE = 20;

    /** Most answers in one assessment: more than any instrument has items. */
    public static final int MOST_ANSWERS = 100;

    /** Stands for a day that is missing, so that the rest can still be checked. Such an assessment is never decided. */
    public static final LocalDate NO_DAY = LocalDate.MAX;

    /** Greatest age in years. */
    static final int OLDEST = 130;

    private final Set<String> profiles;
    private final List<Problem> problems;

    private AssessmentReader(Set<String> profiles, List<Problem> problems) {
        this.profiles = profiles;
        this.problems = problems;
    }

    /**
     * Reads a request.
     *
     * @param tree what a parser made of it
     * @param problems where problems go
     * @return the assessment, as far as it could be read
     */
    public static Assessment read(@Nullable Object tree, List<Problem> problems) {
        return read(tree, Set.of(), problems);
    }

    /**
     * Reads a request, and names the grades where a row of a profile has a wrong one.
     *
     * @param tree what a parser made of it
     * @param profiles ids of the instruments whose items take grades
     * @param problems where problems go
     * @return the assessment, as far as it could be read
     */
    public static Assessment read(@Nullable Object tree, Set<String> profiles, List<Problem> problems) {
        return new AssessmentReader(profiles, problems).assessment(Fields.of(tree, "", problems));
    }

    private Assessment assessment(Fields request) {
        request.required("assessedOn", "answers");
        String area = request.text("area", LONGEST_REFERENCE);
        String instrument = request.text("instrument", LONGEST_REFERENCE);
        LocalDate assessedOn = request.date("assessedOn");
        Assessment.Builder builder = Assessment.builder();
        builder.assessedOn(assessedOn == null ? NO_DAY : assessedOn);
        AnswersReader.Answers given = instrument != null && profiles.contains(instrument)
                ? AnswersReader.readProfile(request, problems)
                : AnswersReader.read(request, problems);
        if (given != null) {
            given.states().forEach(builder::answer);
            given.grades().forEach(builder::grade);
        }
        Fields judgement = request.object("judgement");
        if (judgement != null) {
            builder.judgement(judgement(judgement));
        }
        Level requested = request.code("requestedLevel", "unknown-code", Level::of, Level.values());
        List<Fields> incidents = request.objects("incidents", MOST_INCIDENTS);
        if (incidents != null) {
            builder.incidents(readEach(incidents, this::incident));
        }
        List<Fields> maracs = request.objects("maracs", MOST_REFERRALS);
        if (maracs != null) {
            builder.maracs(readEach(maracs, this::marac));
        }
        List<Fields> previous = request.objects("previous", MOST_REFERRALS);
        if (previous != null) {
            builder.previous(readEach(previous, this::previous));
        }
        Fields victim = request.object("victim");
        if (victim != null) {
            builder.victim(victim(victim));
        }
        List<Fields> perpetrators = request.objects("perpetrators", MOST_PEOPLE);
        if (perpetrators != null) {
            readEach(perpetrators, this::perpetrator).forEach(builder::perpetrator);
        }
        List<Fields> children = request.objects("children", MOST_PEOPLE);
        if (children != null) {
            builder.children(readEach(children, this::child));
        }
        Fields circumstances = request.object("circumstances");
        if (circumstances != null) {
            builder.circumstances(circumstances(circumstances));
        }
        Fields references = request.object("references");
        if (references != null) {
            builder.references(references(references));
        }
        Fields support = request.object("support");
        if (support != null) {
            builder.support(support(support));
        }
        Instant askedAt = request.instant("askedAt");
        request.refuseOthers();
        if (askedAt != null) {
            builder.askedAt(askedAt);
        }
        if (area != null) {
            builder.area(area);
        }
        if (instrument != null) {
            builder.instrument(instrument);
        }
        if (requested != null) {
            builder.requestedLevel(requested);
        }
        return builder.build();
    }

    /** Reads every entry, a broken one too: a stand-in keeps its place, so that pointers to later ones stay right. */
    private static <T> List<T> readEach(List<Fields> entries, Function<Fields, T> reading) {
        List<T> read = new ArrayList<>(entries.size());
        for (Fields entry : entries) {
            read.add(reading.apply(entry));
            entry.refuseOthers();
        }
        return read;
    }

    private Assessment.Judgement judgement(Fields fields) {
        fields.required("highRisk");
        Boolean highRisk = fields.flag("highRisk");
        String rationale = fields.text("rationale", LONGEST_TEXT);
        fields.refuseOthers();
        return new Assessment.Judgement(Boolean.TRUE.equals(highRisk), rationale);
    }

    private Assessment.Incident incident(Fields fields) {
        fields.required("kind");
        LocalDate on = fields.date("on");
        IncidentKind kind = fields.code("kind", "unknown-code", IncidentKind::of, IncidentKind.values());
        Boolean crime = fields.flag("crime");
        Direction direction = fields.code("direction", "unknown-code", Direction::of, Direction.values());
        String perpetrator = fields.text("perpetrator", LONGEST_REFERENCE);
        String ref = fields.text("ref", LONGEST_REFERENCE);
        return new Assessment.Incident(
                on,
                kind == null ? IncidentKind.OTHER : kind,
                crime,
                direction == null ? Direction.SAME : direction,
                perpetrator,
                ref);
    }

    private Assessment.Marac marac(Fields fields) {
        fields.required("referredOn");
        LocalDate referredOn = fields.date("referredOn");
        LocalDate heardOn = fields.date("heardOn");
        String area = fields.text("area", LONGEST_REFERENCE);
        String perpetrator = fields.text("perpetrator", LONGEST_REFERENCE);
        return new Assessment.Marac(referredOn == null ? LocalDate.MIN : referredOn, heardOn, area, perpetrator);
    }

    private Assessment.Previous previous(Fields fields) {
        fields.required("assessedOn");
        LocalDate on = fields.date("assessedOn");
        Level level = fields.code("level", "unknown-code", Level::of, Level.values());
        Integer yes = fields.whole("yes", 0, MOST_ANSWERS);
        AnswersReader.Answers answers = AnswersReader.read(fields, problems);
        if (answers != null) {
            // Grades of then are compared with nothing; taking them in silence would look as if they were.
            answers.grades()
                    .keySet()
                    .forEach(row -> problems.add(new Problem(
                            Fields.pointer(fields.pointerTo("answers"), row),
                            "unknown-answer",
                            Fields.oneOf(Answer.values()))));
        }
        return new Assessment.Previous(
                on == null ? LocalDate.MIN : on, level, yes, answers == null ? null : answers.states());
    }

    private Assessment.Victim victim(Fields fields) {
        Integer age = fields.whole("age", 0, OLDEST);
        Boolean pregnant = fields.flag("pregnant");
        Boolean needs = fields.flag("careAndSupportNeeds");
        fields.refuseOthers();
        return new Assessment.Victim(age, pregnant, needs);
    }

    private Assessment.Perpetrator perpetrator(Fields fields) {
        return new Assessment.Perpetrator(
                fields.text("ref", LONGEST_REFERENCE),
                fields.whole("age", 0, OLDEST),
                fields.flag("serial"),
                fields.text("relationship", LONGEST_REFERENCE));
    }

    private Assessment.Child child(Fields fields) {
        return new Assessment.Child(
                fields.whole("age", 0, OLDEST), fields.code("livesWith", "unknown-code", Home::of, Home.values()));
    }

    private Assessment.Circumstances circumstances(Fields fields) {
        Assessment.Circumstances read = new Assessment.Circumstances(
                fields.flag("worsening"),
                fields.flag("honourBasedAbuse"),
                fields.flag("forcedMarriage"),
                fields.flag("sexualViolence"),
                fields.date("lastSexualAssaultOn"),
                fields.flag("homicideBelief"),
                fields.flag("managerSignOff"),
                fields.flag("consentToReferral"),
                fields.flag("victimAware"),
                fields.flag("perpetratorPresent"),
                fields.flag("seenAlone"),
                fields.text("residence", LONGEST_REFERENCE),
                fields.flag("needsAccommodation"),
                fields.flag("safeToTalk"),
                fields.code("perpetratorIs", "unknown-code", PerpetratorPlace::of, PerpetratorPlace.values()),
                fields.code("childrenAre", "unknown-code", ChildrenPlace::of, ChildrenPlace.values()));
        fields.refuseOthers();
        return read;
    }

    private Assessment.Support support(Fields fields) {
        Assessment.Support read = new Assessment.Support(
                fields.code("setting", "unknown-code", Setting::of, Setting.values()),
                fields.flag("consentToExamination"),
                fields.flag("consentToFollowUp"),
                fields.flag("wantsBmeRefuge"),
                fields.flag("perpetratorWantsToChange"),
                fields.text("perpetratorResidence", LONGEST_REFERENCE));
        fields.refuseOthers();
        return read;
    }

    private Assessment.References references(Fields fields) {
        Assessment.References read = new Assessment.References(
                fields.text("case", LONGEST_REFERENCE),
                fields.text("subject", LONGEST_REFERENCE),
                fields.text("agency", LONGEST_REFERENCE));
        fields.refuseOthers();
        return read;
    }
}
