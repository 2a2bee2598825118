package org.risktriage.triage.internal.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Call;
import org.risktriage.triage.Problem;

/** Reads what a request for the next questions says of the contact, beside the assessment. */
public final class CallReader {
    /** The field that says whether the contact is over. */
    public static final String ENDED = "callEnded";

    /** The fields that say something of the contact. */
    public static final Set<String> OWN = Set.of(ENDED, "asked");

    private static final int MOST = 20;

    private CallReader() {}

    /**
     * Reads the contact.
     *
     * @param tree the whole request
     * @param problems where problems go
     * @return the contact, as far as it could be read
     */
    public static Call read(@Nullable Object tree, List<Problem> problems) {
        Fields fields = Fields.of(only(tree, true), "", problems);
        Boolean ended = fields.flag(ENDED);
        List<String> asked = fields.texts("asked", MOST, AssessmentReader.LONGEST_REFERENCE);
        return new Call(Boolean.TRUE.equals(ended), asked == null ? List.of() : asked);
    }

    /**
     * Reads the contact of a case that is one of a contact, because it says whether that is over.
     *
     * @param given what the case gives
     * @param problems where problems go
     * @return the contact; null where the case is of an assessment alone
     */
    public static @Nullable Call ofCase(Map<String, ?> given, List<Problem> problems) {
        return given.containsKey(ENDED) ? read(given, problems) : null;
    }

    /**
     * The request without what it says of the contact.
     *
     * @param tree the whole request
     * @return the assessment in it
     */
    public static @Nullable Object without(@Nullable Object tree) {
        return tree instanceof Map<?, ?> ? only(tree, false) : tree;
    }

    private static Map<Object, @Nullable Object> only(@Nullable Object tree, boolean own) {
        Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> all) {
            all.forEach((name, value) -> {
                if (OWN.contains(String.valueOf(name)) == own) {
                    fields.put(name, value);
                }
            });
        }
        return fields;
    }

    /**
     * Checks that the questions said to have been asked are questions.
     *
     * @param call the contact
     * @param known ids of the questions about safety
     * @param problems where problems go
     */
    public static void check(Call call, List<String> known, List<Problem> problems) {
        for (int i = 0; i < call.asked().size(); i++) {
            if (!known.contains(call.asked().get(i))) {
                problems.add(new Problem(
                        "/asked/" + i, "unknown-question", "Allowed here: " + String.join(", ", known) + "."));
            }
        }
    }
}
