package org.risktriage.service.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.conformance.Expected.FieldError;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RulePack.WorkedCase;

/**
 * Turns what a worked case expects into parts of a reply. Which rules fire inside is left out: a reply does not show it. A
 * word of a worked case that has no form here is refused, so that none is dropped in silence.
 */
final class ExpectedParts {
    private static final int DECIDED = 200;
    private static final String NONE = "none";
    private static final String CRITERIA = "/marac/criteria";
    private static final String PROMPTS = "/prompts";
    private static final String ACTIONS = "/actions";
    private static final String SERVICES = "/services";
    private static final String GAPS = "/gaps";
    private static final String NEXT = "nextQuestions";
    /** Lists whose entries have their sentence under {@code says}. */
    private static final Set<String> SAYING = Set.of(ACTIONS, SERVICES, GAPS);

    private static final Set<String> INSIDE = Set.of("fires", "silent");

    private static final Map<String, String> VALUES = new LinkedHashMap<>();
    private static final Map<String, String> ABSENT = Map.of(
            "noPrompts", "prompts",
            "noActions", "actions",
            "noWarnings", "warnings");

    static {
        VALUES.put("level", "/level/value");
        VALUES.put("atLeast", "/level/atLeast");
        VALUES.put("atMost", "/level/atMost");
        VALUES.put("settled", "/level/settled");
        VALUES.put("levelBecause", "/level/because");
        VALUES.put("yes", "/score/yes");
        VALUES.put("complete", "/complete");
        VALUES.put("refer", "/marac/refer");
        VALUES.put("marac", "/marac/status");
    }

    private final WorkedCase worked;
    private final @Nullable Decision decision;
    private final Set<String> unread;
    private final ObjectNode reply = KitJson.MAPPER.createObjectNode();

    private ExpectedParts(WorkedCase worked, @Nullable Decision decision) {
        this.worked = worked;
        this.decision = decision;
        this.unread = new HashSet<>(worked.expect().keySet());
        unread.removeAll(INSIDE);
    }

    /**
     * Turns one case.
     *
     * @param worked the case
     * @param decision what the library decides; null where it refuses
     * @return what a reply must hold
     * @throws IllegalStateException if a word of the case has no form here
     */
    static Expected of(WorkedCase worked, @Nullable Decision decision) {
        return new ExpectedParts(worked, decision).expected();
    }

    private Expected expected() {
        if (worked.expect().get("refused") instanceof Map<?, ?> refused && !refused.isEmpty()) {
            List<FieldError> errors = new ArrayList<>();
            refused.forEach((pointer, code) -> errors.add(new FieldError(text(pointer), text(code))));
            unread.remove("refused");
            refuseUnread();
            return Expected.invalid(errors);
        }
        VALUES.forEach(this::value);
        each("criteria", (id, status) -> entry(CRITERIA, id).set("status", tree(status)));
        each("distance", (id, distance) -> entry(CRITERIA, id).set("distance", whole(distance)));
        ids("prompts").forEach(id -> entry(PROMPTS, id));
        each("severity", (id, severity) -> entry(PROMPTS, id).set("severity", tree(severity)));
        each("actions", (id, due) -> entry(ACTIONS, id).set("due", orNull(due)));
        each("calledForBy", (id, callers) -> entry(calledFor(id), id).set("because", list(callers)));
        each("ask", (id, asked) -> entry(calledFor(id), id).set("ask", list(asked)));
        each("status", (id, status) -> entry(GAPS, id).set("status", tree(status)));
        List.of("openNow", "opensNext", "openUntil")
                .forEach(name -> each(name, (id, value) -> entry(SERVICES, id).set(name, orNull(value))));
        each("meeting", (field, value) -> reply.withObject("/marac/meeting").set(field, orNull(value)));
        ids("warnings").forEach(id -> entry("/warnings", id));
        each("because", this::sentence);
        rules();

        Map<String, List<String>> absent = new TreeMap<>();
        ABSENT.forEach((name, list) -> absent.put(list, ids(name)));
        absent.values().removeIf(List::isEmpty);
        Map<String, List<String>> exactly = new LinkedHashMap<>();
        if (unread.contains("unknowns")) {
            exactly.put("unknowns", ids("unknowns"));
        }
        for (String list : List.of("services", "gaps")) {
            if (unread.contains(list)) {
                exactly.put(list, ids(list));
            }
        }
        first();
        Map<String, List<String>> begins = new LinkedHashMap<>();
        if (unread.contains(NEXT)) {
            List<String> next = ids(NEXT);
            // To begin with nothing is to be empty, as worked cases have it.
            (next.isEmpty() ? exactly : begins).put(NEXT, next);
        }
        refuseUnread();
        return new Expected(DECIDED, reply, absent, exactly, begins, List.of());
    }

    private void value(String name, String pointer) {
        if (unread.remove(name)) {
            JsonPointer to = JsonPointer.compile(pointer);
            JsonNode value = orNull(worked.expect().get(name));
            reply.withObject(to.head()).set(to.last().getMatchingProperty(), value);
        }
    }

    /** Ids are looked up in what is decided: a worked case names a sentence by its id alone. */
    private void sentence(String id, @Nullable Object words) {
        Decision decided = decided();
        String list;
        if (decided.warnings().stream().anyMatch(warning -> warning.id().equals(id))) {
            list = "/warnings";
        } else if (decided.prompts().stream().anyMatch(prompt -> prompt.id().equals(id))) {
            list = PROMPTS;
        } else if (decided.actions().stream().anyMatch(action -> action.id().equals(id))) {
            list = ACTIONS;
        } else if (isRoute(id)) {
            list = calledFor(id);
        } else if (decided.marac().criteria().stream()
                .anyMatch(criterion -> criterion.id().equals(id))) {
            list = CRITERIA;
        } else {
            throw fault("nothing that is decided has the id " + id);
        }
        entry(list, id).set(SAYING.contains(list) ? "says" : "because", tree(words));
    }

    private boolean isService(String id) {
        return decided().services().stream().anyMatch(service -> service.id().equals(id));
    }

    private boolean isRoute(String id) {
        return isService(id)
                || decided().gaps().stream().anyMatch(gap -> gap.id().equals(id));
    }

    /** The list in which that stands which is called for: a service, a gap or an action. */
    private String calledFor(String id) {
        return isService(id) ? SERVICES : isRoute(id) ? GAPS : ACTIONS;
    }

    /** Which services go first is said of each that is offered. */
    private void first() {
        if (unread.contains("first")) {
            List<String> first = ids("first");
            decided()
                    .services()
                    .forEach(service -> entry(SERVICES, service.id()).put("first", first.contains(service.id())));
        }
    }

    private void rules() {
        Decision.RulesUsed rules = decided().rules();
        reply.withObject(rules.area() == null ? "/rules/base" : "/rules/area")
                .put("id", rules.pack().id())
                .put("version", rules.pack().version());
    }

    private Decision decided() {
        if (decision == null) {
            throw fault("it has to be decided and is refused");
        }
        return decision;
    }

    /** The entry of a list that has an id, made where there is none yet. */
    private ObjectNode entry(String list, String id) {
        ArrayNode entries = reply.withArray(list);
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode found && found.path("id").asText().equals(id)) {
                return found;
            }
        }
        return entries.addObject().put("id", id);
    }

    private interface Each {
        void take(String id, @Nullable Object value);
    }

    private void each(String name, Each taker) {
        if (unread.remove(name)) {
            if (!(worked.expect().get(name) instanceof Map<?, ?> map)) {
                throw fault(name + " needs values by id");
            }
            map.forEach((id, value) -> taker.take(text(id), value));
        }
    }

    private List<String> ids(String name) {
        if (!unread.remove(name)) {
            return List.of();
        }
        if (!(worked.expect().get(name) instanceof List<?> list)) {
            throw fault(name + " needs a list");
        }
        return list.stream().map(this::text).toList();
    }

    private String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw fault("a text is needed where there is something else");
    }

    private JsonNode whole(@Nullable Object value) {
        if (value instanceof Integer number) {
            return tree(number);
        }
        throw fault("a distance is a whole number");
    }

    private JsonNode list(@Nullable Object value) {
        if (value instanceof List<?>) {
            return tree(value);
        }
        throw fault("what calls for an action is a list");
    }

    private static JsonNode orNull(@Nullable Object value) {
        return NONE.equals(value) ? KitJson.MAPPER.nullNode() : tree(value);
    }

    private static JsonNode tree(@Nullable Object value) {
        return KitJson.MAPPER.valueToTree(value);
    }

    private void refuseUnread() {
        if (!unread.isEmpty()) {
            throw fault("the kit has no form for "
                    + String.join(", ", unread.stream().sorted().toList()));
        }
    }

    private IllegalStateException fault(String what) {
        return new IllegalStateException("The worked case \"" + worked.name() + "\" of " + worked.file() + ": " + what);
    }
}
