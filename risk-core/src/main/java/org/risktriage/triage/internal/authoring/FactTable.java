package org.risktriage.triage.internal.authoring;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.risktriage.rules.Fact;
import org.risktriage.rules.Outcome;
import org.risktriage.triage.internal.rules.Decided;
import org.risktriage.triage.internal.rules.Given;

/** The facts of one decision, by the types that rules name. */
final class FactTable {
    private static final Map<String, Method> GETTERS = getters();

    private final Map<String, List<Object>> facts = new LinkedHashMap<>();

    FactTable(List<Fact> shown) {
        for (Fact fact : shown) {
            if (fact instanceof Given given) {
                add(given.getChecklist());
                add(given.getJudgement());
                add(given.getVictim());
                add(given.getChildren());
                add(given.getCircumstances());
                add(given.getHistory());
                add(given.getSupport());
            } else if (fact instanceof Decided decided) {
                Outcome outcome = decided.getOutcome();
                add(outcome);
            } else {
                add(fact);
            }
        }
    }

    private static Map<String, Method> getters() {
        Map<String, Method> getters = new HashMap<>();
        for (Class<?> type : Vocabulary.types()) {
            for (Method method : type.getMethods()) {
                if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                    String field = method.getName().substring("get".length());
                    getters.put(
                            type.getSimpleName() + "." + field.substring(0, 1).toLowerCase(Locale.ROOT)
                                    + field.substring(1),
                            method);
                }
            }
        }
        return Map.copyOf(getters);
    }

    private void add(Object fact) {
        facts.computeIfAbsent(fact.getClass().getSimpleName(), type -> new ArrayList<>())
                .add(fact);
    }

    /** The facts of a type. */
    List<Object> of(String type) {
        return facts.getOrDefault(type, List.of());
    }

    /** The value of a field of a fact. */
    static Object value(Object fact, String field) {
        @Nullable Method getter = GETTERS.get(fact.getClass().getSimpleName() + "." + field);
        try {
            if (getter == null) {
                throw new IllegalStateException("A fact has every field that the profile let through.");
            }
            return getter.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The fields of facts can be read.", e);
        }
    }
}
