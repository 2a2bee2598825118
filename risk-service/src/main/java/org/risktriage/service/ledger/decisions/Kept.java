package org.risktriage.service.ledger.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.http.ReplyJson;
import org.risktriage.service.ledger.history.JoinedHistory;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.CriterionStatus;
import org.risktriage.triage.Decision;

/** How a decision is written down: a summary that is kept for ever, and content that can be erased. */
final class Kept {
    /** Letters beyond ASCII are escaped, so that halves of pairs, which JSON allows, survive. */
    static final JsonMapper JSON = (JsonMapper) ReplyJson.configure(JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .build());

    private static final String REFERENCES = "references";
    private static final String SUBJECT = "subject";

    private Kept() {}

    /** Without the reference of the person, which stands nowhere. */
    static Map<?, ?> withoutSubject(Map<?, ?> request) {
        if (request.get(REFERENCES) instanceof Map<?, ?> references && references.containsKey(SUBJECT)) {
            Map<Object, Object> others = new LinkedHashMap<>(references);
            others.remove(SUBJECT);
            Map<Object, Object> copy = new LinkedHashMap<>(request);
            copy.put(REFERENCES, others);
            return copy;
        }
        return request;
    }

    static String content(Map<?, ?> request, JoinedHistory history, String reply) {
        return "{\"request\":" + written(withoutSubject(request)) + ",\"history\":" + written(history)
                + ",\"decision\":" + reply + "}";
    }

    static ObjectNode summary(Assessment assessment, Decision decision, RepeatedRequests.@Nullable Digests key) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("area", decision.rules().pack().id());
        summary.put("assessedOn", assessment.assessedOn().toString());
        summary.put(
                "level",
                decision.level().value() == null ? "" : decision.level().value().code());
        summary.put("refer", decision.marac().refer());
        ArrayNode met = summary.putArray("criteria");
        decision.marac().criteria().stream()
                .filter(criterion -> criterion.status() == CriterionStatus.MET)
                .forEach(criterion -> met.add(criterion.id()));
        summary.put("yes", decision.score().yes());
        summary.put(
                "unknown",
                decision.score().dontKnow()
                        + decision.score().declined()
                        + decision.score().notAsked());
        summary.put(
                "children",
                assessment.children() == null ? 0 : assessment.children().size());
        ArrayNode packs = summary.putArray("packs");
        if (decision.rules().area() != null) {
            pack(packs, decision.rules().area());
        }
        pack(packs, decision.rules().base());
        summary.put("engine", decision.rules().engine());
        if (key != null) {
            summary.put("key", key.id());
            summary.put("keyBody", key.body());
        }
        return summary;
    }

    private static void pack(ArrayNode packs, Decision.PackId pack) {
        packs.addObject().put("id", pack.id()).put("version", pack.version()).put("sha256", pack.sha256());
    }

    static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("It cannot be written down.", e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written down cannot be read.", e);
        }
    }
}
