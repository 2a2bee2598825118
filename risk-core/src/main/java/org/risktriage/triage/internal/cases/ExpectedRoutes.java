package org.risktriage.triage.internal.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Decision;

/** What a decision says of services, gaps and the next meeting, as worked cases name it. */
final class ExpectedRoutes {
    private final Map<String, String> calledForBy = new LinkedHashMap<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> exactly = new LinkedHashMap<>();

    ExpectedRoutes(Decision decision) {
        List.of("ask", "openNow", "opensNext", "openUntil", "status", "meeting")
                .forEach(name -> byId.put(name, new LinkedHashMap<>()));
        decision.services().forEach(this::service);
        decision.gaps().forEach(this::gap);
        exactly.put(
                "services",
                decision.services().stream().map(Decision.Service::id).toList());
        exactly.put("gaps", decision.gaps().stream().map(Decision.Gap::id).toList());
        exactly.put(
                "first",
                decision.services().stream()
                        .filter(Decision.Service::first)
                        .map(Decision.Service::id)
                        .toList());
        Decision.Meeting meeting = decision.marac().meeting();
        if (meeting != null) {
            found("meeting", "cadence", meeting.cadence());
            found("meeting", "waitAtMost", meeting.waitAtMost());
            found("meeting", "latest", meeting.latest());
            found("meeting", "urgency", meeting.urgency());
            found("meeting", "because", meeting.because());
        }
    }

    private void service(Decision.Service service) {
        calledForBy.put(service.id(), service.because().toString());
        sentences.put(service.id(), service.says());
        found("ask", service.id(), service.ask());
        found("openNow", service.id(), service.openNow());
        found("opensNext", service.id(), service.opensNext());
        found("openUntil", service.id(), service.openUntil());
    }

    private void gap(Decision.Gap gap) {
        calledForBy.put(gap.id(), gap.because().toString());
        sentences.put(gap.id(), gap.says());
        found("ask", gap.id(), gap.ask());
        found("status", gap.id(), gap.status());
    }

    private void found(String name, String id, @Nullable Object value) {
        byId.getOrDefault(name, Map.of()).put(id, value == null ? "none" : value.toString());
    }

    /** What calls for each service and gap. */
    Map<String, String> calledForBy() {
        return calledForBy;
    }

    /** The sentence of each service and gap. */
    Map<String, String> sentences() {
        return sentences;
    }

    /** Values by the key of a case and then by id. */
    Map<String, Map<String, String>> byId() {
        return byId;
    }

    /** Lists that a case names whole. */
    Map<String, List<String>> exactly() {
        return exactly;
    }
}
