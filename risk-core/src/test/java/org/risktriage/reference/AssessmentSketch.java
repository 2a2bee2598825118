package org.risktriage.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request written out by hand in a test, as short as the case allows. */
final class AssessmentSketch {

    private final Map<String, @Nullable Object> request = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    private final List<Object> incidents = new ArrayList<>();
    private final List<Object> maracs = new ArrayList<>();
    private int item;

    private AssessmentSketch() {}

    static AssessmentSketch on(String assessedOn) {
        AssessmentSketch sketch = new AssessmentSketch();
        sketch.request.put("assessedOn", assessedOn);
        sketch.request.put("answers", sketch.answers);
        return sketch;
    }

    /** Gives the next items this answer. */
    AssessmentSketch next(int count, Object answer) {
        for (int i = 0; i < count; i++) {
            item++;
            answers.put("q" + item, answer);
        }
        return this;
    }

    /** Incidents on these days, each of a kind and on a side that counts. */
    AssessmentSketch incidentsOn(String... days) {
        for (String day : days) {
            incident("on", day, "kind", "other");
        }
        return this;
    }

    /** An incident with these fields: name, value, name, value. */
    AssessmentSketch incident(@Nullable Object... fields) {
        incidents.add(object(fields));
        return with("incidents", incidents);
    }

    /** A referral with these fields: name, value, name, value. */
    AssessmentSketch marac(@Nullable Object... fields) {
        maracs.add(object(fields));
        return with("maracs", maracs);
    }

    AssessmentSketch perpetrators(String... refs) {
        List<Object> listed = new ArrayList<>();
        for (String ref : refs) {
            listed.add(object("ref", ref));
        }
        return with("perpetrators", listed);
    }

    AssessmentSketch judgedHigh() {
        return with("judgement", object("highRisk", true, "rationale", "Made-up reasons."));
    }

    AssessmentSketch victimAged(int age) {
        return with("victim", object("age", age));
    }

    AssessmentSketch with(String name, @Nullable Object value) {
        request.put(name, value);
        return this;
    }

    ReferenceDecision decide() {
        return Reference.decide(request);
    }

    ReferenceCriterion criterion(String id) {
        return decide().criterion(id);
    }

    static Map<String, @Nullable Object> object(@Nullable Object... fields) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return object;
    }
}
