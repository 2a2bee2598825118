package org.risktriage.triage.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Confidence;

/**
 * The questions about safety in this moment that come before those of the checklist and count for nothing: a pack's {@code
 * safety-questions.csv}, after those of the pack that it extends.
 */
public final class SafetyQuestions {
    /** The fields of the circumstances that take their answers. */
    public static final Set<String> FIELDS =
            Set.of("safeToTalk", "perpetratorPresent", "seenAlone", "perpetratorIs", "childrenAre");

    /** The name of the file. */
    public static final String FILE = "safety-questions.csv";

    /** Its columns. */
    public static final List<String> COLUMNS = List.of("id", "field", "label", "prompt", "why", "source", "confidence");

    private SafetyQuestions() {}

    /**
     * One question.
     *
     * @param id its id
     * @param field the field of the circumstances that takes the answer
     * @param label what it is about
     * @param prompt a neutral way to ask it
     * @param why why it matters
     * @param source id of the source
     * @param confidence how well the source is known
     */
    public record Question(
            String id, String field, String label, String prompt, String why, String source, Confidence confidence) {}

    /**
     * Reads the questions of a pack.
     *
     * @param pack the pack
     * @param below those of the pack that it extends
     * @param faults where faults go
     * @return the questions, in the order in which to put them
     */
    public static List<Question> read(WrittenPack pack, List<Question> below, PackFaults faults) {
        List<Question> questions = new ArrayList<>(below);
        String file = pack.folder() + FILE;
        if (!pack.content().below(file).contains(file)) {
            return questions;
        }
        for (Table.Row row : Table.read(file, pack.content().text(file), COLUMNS, faults)) {
            String place = "row " + row.number() + ", column ";
            String id = row.get("id");
            @Nullable Confidence confidence = Confidence.of(row.get("confidence"));
            if (!id.matches("[a-z]+(-[a-z]+)+")
                    || questions.stream().anyMatch(other -> other.id().equals(id))) {
                faults.add(file, place + "id", "Lower-case words joined by hyphens are needed here, each id once.");
            }
            if (!FIELDS.contains(row.get("field"))) {
                faults.add(
                        file,
                        place + "field",
                        "One of these is needed here: "
                                + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
            }
            for (String words : List.of("label", "prompt", "why")) {
                if (row.get(words).isEmpty()) {
                    faults.add(file, place + words, "Words are needed here.");
                }
            }
            if (!pack.sourceIds().contains(row.get("source"))) {
                faults.add(file, place + "source", "The id of a source in pack.yaml is needed here.");
            }
            if (confidence == null) {
                faults.add(file, place + "confidence", "One of A, B, K and I is needed here.");
            } else {
                questions.add(new Question(
                        id,
                        row.get("field"),
                        row.get("label"),
                        row.get("prompt"),
                        row.get("why"),
                        row.get("source"),
                        confidence));
            }
        }
        return List.copyOf(questions);
    }
}
