package org.risktriage.service.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must come back. Only what is named here is compared.
 *
 * @param status the HTTP status
 * @param reply parts of the reply, in the reply's own shape
 * @param absent by list of the reply, the ids that must not be in it
 * @param exactly by list of the reply, its ids, all of them and in this order
 * @param begins by list of the reply, the ids that it begins with
 * @param errors every error of a refusal, in any order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Expected(
        @JsonInclude(JsonInclude.Include.ALWAYS) int status,
        JsonNode reply,
        Map<String, List<String>> absent,
        Map<String, List<String>> exactly,
        Map<String, List<String>> begins,
        List<FieldError> errors) {

    private static final int INVALID = 422;
    private static final FieldError AFTER_TODAY = new FieldError("/assessedOn", "future-date");

    /**
     * One error of a refusal.
     *
     * @param pointer JSON pointer to the field
     * @param code stable code
     */
    public record FieldError(String pointer, String code) {}

    /**
     * What must come back where an assessment is not valid.
     *
     * @param errors every error
     * @return the expectation
     */
    static Expected invalid(List<FieldError> errors) {
        JsonNode reply =
                JsonNodeFactory.instance.objectNode().put("status", INVALID).put("code", "invalid-assessment");
        return new Expected(INVALID, reply, Map.of(), Map.of(), Map.of(), errors);
    }

    /**
     * What comes back instead where the case is dated after the server's today, and the server does not rehearse.
     *
     * @return the expectation
     */
    Expected refusedForItsDay() {
        List<FieldError> all = new ArrayList<>(errors);
        all.add(AFTER_TODAY);
        return invalid(all);
    }
}
