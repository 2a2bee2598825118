package org.risktriage.service.limits;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Problem;

/**
 * Finds texts of a request that seem to hold a postcode, a phone number, an e-mail address, an NHS number or a National
 * Insurance number. What is never sent cannot be lost.
 */
public final class NamelessTexts {
    private static final int SHORTEST = 5;

    /** Fields with a text of the caller's own, by the field or list that holds them. */
    private static final Map<String, List<String>> FREE = Map.of(
            "judgement", List.of("rationale"),
            "incidents", List.of("perpetrator", "ref"),
            "maracs", List.of("area", "perpetrator"),
            "perpetrators", List.of("ref", "relationship"),
            "circumstances", List.of("residence"),
            "references", List.of("case", "subject", "agency"));

    private NamelessTexts() {}

    /**
     * Looks through a request.
     *
     * @param request the request, as it was read
     * @return a problem for each text that seems to hold such a thing, in no other order than that of the fields
     */
    public static List<Problem> check(@Nullable Object request) {
        List<Problem> problems = new ArrayList<>();
        if (request instanceof Map<?, ?> fields) {
            for (String holder :
                    List.of("judgement", "incidents", "maracs", "perpetrators", "circumstances", "references")) {
                Object held = fields.get(holder);
                if (held instanceof Map<?, ?> one) {
                    look(one, holder, "/" + holder, problems);
                } else if (held instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i) instanceof Map<?, ?> one) {
                            look(one, holder, "/" + holder + "/" + i, problems);
                        }
                    }
                }
            }
        }
        return problems;
    }

    /**
     * Looks through one text.
     *
     * @param pointer where it stands
     * @param text the text
     * @return a problem if it seems to hold such a thing
     */
    public static Optional<Problem> check(String pointer, String text) {
        Identifier found = text.length() < SHORTEST ? null : Identifier.in(plain(text));
        return found == null
                ? Optional.empty()
                : Optional.of(new Problem(
                        pointer,
                        "looks-like-an-identifier",
                        "This looks like " + found.words()
                                + ". No text may say who or where somebody is: leave it out."));
    }

    private static void look(Map<?, ?> fields, String holder, String pointer, List<Problem> problems) {
        for (String field : FREE.getOrDefault(holder, List.of())) {
            if (fields.get(field) instanceof String text) {
                check(pointer + "/" + field, text).ifPresent(problems::add);
            }
        }
    }

    /** Digits and letters as a reader sees them, whatever they are encoded as. */
    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\p{Zs}]", " ")
                        .replaceAll("[\\p{Pd}]", "-")
                        .replaceAll("\\p{Cf}", "");
            }
        }
        return text;
    }
}
