package org.risktriage.triage.internal.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Instrument;
import org.risktriage.triage.Problem;
import org.risktriage.triage.internal.hours.OpeningHours;

/**
 * Checks an assessment against itself and against the instrument that the rules score. The same checks serve requests and
 * assessments built in Java.
 */
public final class AssessmentChecks {
    private final Assessment assessment;
    private final Instrument instrument;
    private final List<Problem> problems;

    private AssessmentChecks(Assessment assessment, Instrument instrument, List<Problem> problems) {
        this.assessment = assessment;
        this.instrument = instrument;
        this.problems = problems;
    }

    /**
     * Checks an assessment.
     *
     * @param assessment the assessment
     * @param instrument the instrument that the area's rules score
     * @param refusal why no checklist is scored there, or null
     * @param problems where problems go
     */
    public static void check(
            Assessment assessment, Instrument instrument, @Nullable String refusal, List<Problem> problems) {
        AssessmentChecks checks = new AssessmentChecks(assessment, instrument, problems);
        checks.day();
        checks.moment();
        checks.ages();
        if (refusal != null) {
            checks.problem("/instrument", "instrument-not-scored", refusal);
        } else if (checks.scoresThisInstrument()) {
            checks.answers(assessment.answers(), "/answers");
            checks.grades();
            checks.earlierAnswers();
        }
        checks.judgement();
        checks.perpetrators();
        checks.history();
        checks.circumstances();
    }

    private void day() {
        // A request whose day could not be read has been told so.
        boolean told = assessment.assessedOn().equals(AssessmentReader.NO_DAY) && !problems.isEmpty();
        if (!told) {
            Fields.checkYear(assessment.assessedOn(), "/assessedOn", problems);
        }
    }

    /** The moment lies on the day of the assessment, or on the day before or after it. */
    private void moment() {
        Instant askedAt = assessment.askedAt();
        if (askedAt == null || already("/assessedOn")) {
            return;
        }
        try {
            LocalDate day = askedAt.atZone(OpeningHours.LONDON).toLocalDate();
            if (Math.abs(ChronoUnit.DAYS.between(assessment.assessedOn(), day)) > 1) {
                problem("/askedAt", "contradicts-assessed-on", "This may be at most a day from assessedOn.");
            }
        } catch (DateTimeException e) {
            problem("/askedAt", "bad-instant", "A moment from 1900 to 2199 is needed here.");
        }
    }

    private void ages() {
        if (assessment.victim() != null) {
            age(assessment.victim().age(), "/victim/age");
        }
        for (int i = 0; i < assessment.perpetrators().size(); i++) {
            age(assessment.perpetrators().get(i).age(), "/perpetrators/" + i + "/age");
        }
        List<Assessment.Child> children = orNone(assessment.children());
        for (int i = 0; i < children.size(); i++) {
            age(children.get(i).age(), "/children/" + i + "/age");
        }
    }

    private void age(@Nullable Integer age, String pointer) {
        if (age != null && (age < 0 || age > AssessmentReader.OLDEST)) {
            problem(
                    pointer,
                    "out-of-range",
                    "A whole number from 0 to " + AssessmentReader.OLDEST + " is needed here.");
        }
    }

    private boolean already(String pointer) {
        return problems.stream().anyMatch(problem -> problem.pointer().equals(pointer));
    }

    private boolean scoresThisInstrument() {
        String given = assessment.instrument();
        if (given == null || given.equals(instrument.id())) {
            return true;
        }
        problem(
                "/instrument",
                "instrument-not-scored",
                "The rules of this area score " + instrument.id()
                        + ". A count from another instrument cannot be compared with their line."
                        + " Leave area out to have another instrument scored by its own rules.");
        return false;
    }

    private void earlierAnswers() {
        List<Assessment.Previous> previous = orNone(assessment.previous());
        for (int i = 0; i < previous.size(); i++) {
            Map<String, Assessment.ItemAnswer> given = previous.get(i).answers();
            if (given != null) {
                answers(given, "/previous/" + i + "/answers");
            }
        }
    }

    private void answers(Map<String, Assessment.ItemAnswer> answers, String pointer) {
        answers.forEach((question, given) -> {
            Instrument.Item item = instrument.item(question);
            if (item == null) {
                unknownQuestion(Fields.pointer(pointer, question));
            } else if (instrument.scale() == Instrument.Scale.GRADES
                    && !given.answer().isUnknown()) {
                problem(Fields.pointer(pointer, question), "unknown-answer", AnswersReader.gradesAllowed());
            } else if (!given.details().isEmpty()) {
                details(item, given, Fields.pointer(pointer, question));
            }
        });
    }

    private void grades() {
        assessment.grades().keySet().forEach(row -> {
            String pointer = Fields.pointer("/answers", row);
            if (instrument.item(row) == null) {
                unknownQuestion(pointer);
            } else if (instrument.scale() != Instrument.Scale.GRADES) {
                problem(pointer, "unknown-answer", Fields.oneOf(Answer.values()));
            } else if (assessment.answers().containsKey(row)) {
                problem(pointer, "unknown-answer", "This row has a grade and an answer without one. Give one of them.");
            }
        });
    }

    private void unknownQuestion(String pointer) {
        problem(pointer, "unknown-question", "There is no such question in " + instrument.id() + ". " + questions());
    }

    private String questions() {
        List<Instrument.Item> items = instrument.items();
        return items.isEmpty()
                ? "It has no questions."
                : "Its questions are " + items.get(0).id() + " to "
                        + items.get(items.size() - 1).id() + ".";
    }

    private void details(Instrument.Item item, Assessment.ItemAnswer given, String pointer) {
        if (given.answer() != Answer.YES) {
            problem(pointer + "/details", "details-without-yes", "Details go with the answer yes only.");
        }
        for (int i = 0; i < given.details().size(); i++) {
            if (!item.details().contains(given.details().get(i))) {
                problem(
                        pointer + "/details/" + i,
                        "unknown-detail",
                        item.details().isEmpty()
                                ? "This question has no details."
                                : Fields.oneOf(item.details().toArray()));
            }
        }
    }

    private void judgement() {
        Assessment.Judgement judgement = assessment.judgement();
        if (judgement != null
                && judgement.highRisk()
                && (judgement.rationale() == null || judgement.rationale().isBlank())) {
            problem(
                    "/judgement/rationale",
                    "rationale-required",
                    "A judgement of high risk needs its reasons in words.");
        }
    }

    private void perpetrators() {
        List<Assessment.Perpetrator> listed = assessment.perpetrators();
        Set<String> refs = new HashSet<>();
        for (int i = 0; i < listed.size(); i++) {
            String ref = listed.get(i).ref();
            if (ref == null && listed.size() > 1) {
                problem(
                        "/perpetrators/" + i + "/ref",
                        "required",
                        "Where there are several perpetrators, each needs a ref.");
            } else if (ref != null && !refs.add(ref)) {
                problem("/perpetrators/" + i + "/ref", "duplicate-ref", "Each perpetrator needs a ref of its own.");
            }
        }
    }

    private void history() {
        Set<String> refs = new HashSet<>();
        assessment.perpetrators().forEach(listed -> {
            if (listed.ref() != null) {
                refs.add(listed.ref());
            }
        });
        List<Assessment.Incident> incidents = orNone(assessment.incidents());
        for (int i = 0; i < incidents.size(); i++) {
            notInFuture(incidents.get(i).on(), "/incidents/" + i + "/on");
            listed(incidents.get(i).perpetrator(), refs, "/incidents/" + i + "/perpetrator");
        }
        List<Assessment.Marac> maracs = orNone(assessment.maracs());
        for (int i = 0; i < maracs.size(); i++) {
            Assessment.Marac marac = maracs.get(i);
            notInFuture(marac.referredOn(), "/maracs/" + i + "/referredOn");
            notInFuture(marac.heardOn(), "/maracs/" + i + "/heardOn");
            if (marac.heardOn() != null && marac.heardOn().isBefore(marac.referredOn())) {
                problem(
                        "/maracs/" + i + "/heardOn",
                        "bad-order",
                        "A case is heard on or after the day of its referral.");
            }
            listed(marac.perpetrator(), refs, "/maracs/" + i + "/perpetrator");
        }
        List<Assessment.Previous> previous = orNone(assessment.previous());
        for (int i = 0; i < previous.size(); i++) {
            notInFuture(previous.get(i).assessedOn(), "/previous/" + i + "/assessedOn");
        }
    }

    private void circumstances() {
        if (assessment.circumstances() != null) {
            notInFuture(assessment.circumstances().lastSexualAssaultOn(), "/circumstances/lastSexualAssaultOn");
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private void listed(@Nullable String ref, Set<String> refs, String pointer) {
        if (ref != null && !refs.contains(ref) && !already("/perpetrators")) {
            problem(pointer, "unknown-perpetrator", "This must be the ref of an entry in perpetrators.");
        }
    }

    private void notInFuture(@Nullable LocalDate date, String pointer) {
        if (date != null && date.isAfter(assessment.assessedOn())) {
            problem(pointer, "future-date", "This day may not be after assessedOn.");
        }
    }

    private void problem(String pointer, String code, String message) {
        if (!already(pointer)) {
            problems.add(new Problem(pointer, code, message));
        }
    }
}
