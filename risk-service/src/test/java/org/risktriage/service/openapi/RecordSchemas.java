package org.risktriage.service.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.risktriage.triage.Assessment;
import org.risktriage.triage.Call;
import org.risktriage.triage.PartialAssessment;

/** Schemas of the records that stand in replies and requests. Every component is there, and nothing else. */
final class RecordSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What has to stand in what is sent. */
    private static final Set<String> NEEDED = Set.of("assessedOn", "answers", "answer", "outcome", "role", "reason");

    private final Map<String, ObjectNode> made = new TreeMap<>();

    /** Every schema that was needed, by name. */
    Map<String, ObjectNode> all() {
        return made;
    }

    /** A reference to the schema of a record of a reply. */
    ObjectNode reply(Class<?> type) {
        return record(type, false);
    }

    /** A reference to the schema of a record of a request, of which most may be left out. */
    ObjectNode request(Class<?> type) {
        return record(type, true);
    }

    private static String nameOf(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return around == null ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }

    private ObjectNode record(Class<?> type, boolean sent) {
        String name = nameOf(type);
        if (!made.containsKey(name)) {
            ObjectNode schema = JSON.createObjectNode();
            made.put(name, schema);
            schema.put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.putArray("required");
            components(type, sent, properties, required);
            schema.put("additionalProperties", false);
        }
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void components(Class<?> type, boolean sent, ObjectNode properties, ArrayNode required) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean together = sent && type == PartialAssessment.class;
            if (together || component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components(component.getType(), sent, properties, required);
                continue;
            }
            if (sent
                    && component.getDeclaringRecord() == Assessment.class
                    && component.getName().equals("grades")) {
                answersMayBeGrades(component, properties);
                continue;
            }
            properties.set(nameOf(component, sent), schema(component.getAnnotatedType(), sent));
            boolean mayBeLeftOut = sent
                    ? !NEEDED.contains(nameOf(component, sent))
                    : component.getAccessor().isAnnotationPresent(JsonInclude.class)
                            || type.isAnnotationPresent(JsonInclude.class);
            if (!mayBeLeftOut) {
                required.add(nameOf(component, sent));
            }
        }
    }

    /** A grade is sent where an answer is, and of a contact it is said whether the call ended. */
    private static String nameOf(RecordComponent component, boolean sent) {
        String name = component.getName();
        if (sent && component.getDeclaringRecord() == Assessment.RowGrade.class && name.equals("grade")) {
            return "answer";
        }
        return sent && component.getDeclaringRecord() == Call.class && name.equals("ended") ? "callEnded" : name;
    }

    /** Answers and grades are two maps in Java, and one object in a request. */
    private void answersMayBeGrades(RecordComponent grades, ObjectNode properties) {
        AnnotatedType[] of = ((AnnotatedParameterizedType) grades.getAnnotatedType()).getAnnotatedActualTypeArguments();
        ArrayNode allowed = (ArrayNode) properties.at("/answers/additionalProperties/anyOf");
        value(of[1], true).get("anyOf").forEach(allowed::add);
    }

    private ObjectNode schema(AnnotatedType annotated, boolean sent) {
        ObjectNode schema = plain(annotated, sent);
        if (!annotated.isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(schema).add(JSON.createObjectNode().put("type", "null"));
        return either;
    }

    private ObjectNode plain(AnnotatedType annotated, boolean sent) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && annotated instanceof AnnotatedParameterizedType arguments) {
            AnnotatedType[] of = arguments.getAnnotatedActualTypeArguments();
            ObjectNode schema = JSON.createObjectNode();
            if (Collection.class.isAssignableFrom(raw)) {
                schema.put("type", "array").set("items", schema(of[0], sent));
                return schema;
            }
            if (Map.class.isAssignableFrom(raw)) {
                schema.put("type", "object").set("additionalProperties", value(of[1], sent));
                return schema;
            }
            throw new IllegalArgumentException("No schema for " + type);
        }
        if (!(type instanceof Class<?> known)) {
            throw new IllegalArgumentException("No schema for " + type);
        }
        if (known.isRecord()) {
            return record(known, sent);
        }
        ObjectNode schema = JSON.createObjectNode();
        if (known.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            for (Object constant : known.getEnumConstants()) {
                values.add(constant.toString());
            }
            return schema;
        }
        if (known == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (known == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (known == Object.class) {
            return schema;
        }
        return schema.put("type", typeOf(known));
    }

    /** An answer may be sent as its state alone. */
    private ObjectNode value(AnnotatedType annotated, boolean sent) {
        ObjectNode whole = schema(annotated, sent);
        if (!sent || !(annotated.getType() instanceof Class<?> type) || !type.isRecord()) {
            return whole;
        }
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf")
                .add(plain(type.getRecordComponents()[0].getAnnotatedType(), sent))
                .add(whole);
        return either;
    }

    private static String typeOf(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "number";
        }
        throw new IllegalArgumentException("No schema for " + type);
    }
}
