package org.risktriage.triage.internal.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Answer;
import org.risktriage.triage.AnswerSource;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Grade;
import org.risktriage.triage.Problem;

/**
 * Reads {@code answers}: states of items, and grades of the rows of a profile. Which of the two an instrument takes is
 * checked once the instrument is known.
 */
final class AnswersReader {
    private static final String ANSWER = "answer";
    private static final String UNKNOWN = "unknown-answer";

    private final List<Problem> problems;
    private final String allowed;

    /**
     * What was read.
     *
     * @param states answers by item
     * @param grades grades by row
     */
    record Answers(Map<String, Assessment.ItemAnswer> states, Map<String, Assessment.RowGrade> grades) {}

    private AnswersReader(List<Problem> problems, String allowed) {
        this.problems = problems;
        this.allowed = allowed;
    }

    /** Reads the answers to a checklist, or of an earlier assessment. */
    static @Nullable Answers read(Fields request, List<Problem> problems) {
        return new AnswersReader(problems, Fields.oneOf(Answer.values())).answers(request);
    }

    /** Reads the rows of a profile. */
    static @Nullable Answers readProfile(Fields request, List<Problem> problems) {
        return new AnswersReader(problems, gradesAllowed()).answers(request);
    }

    private @Nullable Answers answers(Fields request) {
        Fields fields = request.object("answers");
        if (fields == null) {
            return null;
        }
        Answers read = new Answers(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (fields.names().size() > AssessmentReader.MOST_ANSWERS) {
            request.problem(
                    "answers", "too-many", "At most " + AssessmentReader.MOST_ANSWERS + " entries are allowed here.");
            return read;
        }
        for (String question : fields.names()) {
            if (fields.raw(question) instanceof Map<?, ?>) {
                detailed(Fields.of(fields.raw(question), fields.pointerTo(question), problems), question, read);
            } else {
                put(read, question, word(fields, question), new Beside(null, null, null, List.of()));
            }
        }
        return read;
    }

    /** What may stand beside an answer. */
    private record Beside(
            @Nullable AnswerSource source,
            @Nullable Boolean frequencyRose,
            @Nullable Boolean severityRose,
            List<String> details) {}

    private void detailed(Fields fields, String question, Answers read) {
        fields.required(ANSWER);
        String word = fields.has(ANSWER) ? word(fields, ANSWER) : null;
        AnswerSource source = fields.code("source", "unknown-code", AnswerSource::of, AnswerSource.values());
        List<String> details =
                fields.texts("details", AssessmentReader.MOST_PEOPLE, AssessmentReader.LONGEST_REFERENCE);
        Boolean frequencyRose = fields.flag("frequencyRose");
        Boolean severityRose = fields.flag("severityRose");
        fields.refuseOthers();
        boolean graded = word != null && Grade.of(word) != null;
        if (!graded) {
            refuse(fields, "frequencyRose", frequencyRose);
            refuse(fields, "severityRose", severityRose);
        } else if (details != null) {
            fields.problem("details", "unknown-detail", "A row of a profile has no details.");
        }
        put(
                read,
                question,
                word,
                new Beside(source, frequencyRose, severityRose, details == null ? List.of() : details));
    }

    private static void refuse(Fields fields, String name, @Nullable Boolean given) {
        if (given != null) {
            fields.problem(name, "rose-without-grade", "This goes with a grade only.");
        }
    }

    /** The word of an answer, if it is one that any instrument knows. */
    private @Nullable String word(Fields fields, String name) {
        if (fields.raw(name) instanceof String text && (Answer.of(text) != null || Grade.of(text) != null)) {
            return text;
        }
        fields.problem(name, UNKNOWN, allowed);
        return null;
    }

    private static void put(Answers read, String question, @Nullable String word, Beside beside) {
        Answer state = word == null ? null : Answer.of(word);
        Grade grade = word == null ? null : Grade.of(word);
        if (state != null) {
            read.states().put(question, new Assessment.ItemAnswer(state, beside.source(), beside.details()));
        } else if (grade != null) {
            read.grades()
                    .put(
                            question,
                            new Assessment.RowGrade(
                                    grade, beside.frequencyRose(), beside.severityRose(), beside.source()));
        }
    }

    /** The words that the rows of a profile take. */
    static String gradesAllowed() {
        return Fields.oneOf(Stream.concat(
                        Arrays.stream(Grade.values()),
                        Arrays.stream(Answer.values()).filter(Answer::isUnknown))
                .toArray());
    }
}
