package org.risktriage.service.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.conformance.Expected.FieldError;

/** Compares a reply with what was expected, as {@code docs/reference/conformance-kit.md} says. */
final class Comparison {
    private static final int LONGEST = 300;
    private static final String ID = "id";
    private static final String ERRORS = "errors";
    private static final String MISSING = "nothing";

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /**
     * Compares.
     *
     * @param expected what was expected
     * @param answer what came back
     * @return every difference; none if it is as expected
     */
    static List<Difference> of(Expected expected, Answer answer) {
        Comparison comparison = new Comparison();
        comparison.compare(expected, answer);
        return List.copyOf(comparison.differences);
    }

    private void compare(Expected expected, Answer answer) {
        if (expected.status() != answer.status()) {
            differ("status", String.valueOf(expected.status()), status(answer));
            // A refusal in place of a decision, or the other way round: its parts say nothing more.
            return;
        }
        JsonNode reply = answer.body();
        if (reply == null) {
            differ("body", "JSON", "something else");
            return;
        }
        contains("", expected.reply(), reply);
        expected.absent().forEach((list, ids) -> absent(list, ids, reply));
        expected.exactly().forEach((list, ids) -> exactly(list, ids, reply));
        expected.begins().forEach((list, ids) -> begins(list, ids, reply));
        if (!expected.errors().isEmpty()) {
            List<String> wanted = pairs(expected.errors());
            List<String> found = pairs(errors(reply));
            if (!wanted.equals(found)) {
                differ(ERRORS, String.join(", ", wanted), found.isEmpty() ? MISSING : String.join(", ", found));
            }
        }
    }

    private static String status(Answer answer) {
        JsonNode code = answer.body() == null ? null : answer.body().get("code");
        List<String> errors = answer.body() == null ? List.of() : pairs(errors(answer.body()));
        return answer.status()
                + (code == null ? "" : " " + json(code))
                + (errors.isEmpty() ? "" : ": " + String.join(", ", errors));
    }

    private void contains(String at, JsonNode expected, @Nullable JsonNode actual) {
        if (actual == null) {
            differ(at, json(expected), MISSING);
        } else if (expected.isObject()) {
            if (actual.isObject()) {
                for (Map.Entry<String, JsonNode> field : expected.properties()) {
                    contains(below(at, field.getKey()), field.getValue(), actual.get(field.getKey()));
                }
            } else {
                differ(at, "an object", json(actual));
            }
        } else if (expected.isArray() && expected.path(0).isObject()) {
            if (!actual.isArray()) {
                differ(at, "a list", json(actual));
                return;
            }
            for (JsonNode entry : expected) {
                String id = entry.path(ID).asText();
                contains(below(at, id), entry, withId(actual, id));
            }
        } else if (!equal(expected, actual)) {
            differ(at, json(expected), json(actual));
        }
    }

    private static boolean equal(JsonNode expected, JsonNode actual) {
        boolean numbers = expected.isNumber() && actual.isNumber();
        return numbers ? expected.decimalValue().compareTo(actual.decimalValue()) == 0 : expected.equals(actual);
    }

    private static @Nullable JsonNode withId(JsonNode list, String id) {
        for (JsonNode entry : list) {
            if (entry.path(ID).asText().equals(id)) {
                return entry;
            }
        }
        return null;
    }

    private void absent(String list, List<String> ids, JsonNode reply) {
        List<String> found = ids(list, reply);
        if (found != null) {
            ids.stream().filter(found::contains).forEach(id -> differ(below(list, id), MISSING, "it is there"));
        }
    }

    private void exactly(String list, List<String> ids, JsonNode reply) {
        List<String> found = ids(list, reply);
        if (found != null && !found.equals(ids)) {
            differ(list, "exactly " + ids, found.toString());
        }
    }

    private void begins(String list, List<String> ids, JsonNode reply) {
        List<String> found = ids(list, reply);
        if (found != null
                && (found.size() < ids.size() || !found.subList(0, ids.size()).equals(ids))) {
            differ(list, "to begin " + ids, found.toString());
        }
    }

    /** The ids of a list: what is text is its own id; anything else has an id or names a question. */
    private @Nullable List<String> ids(String list, JsonNode reply) {
        JsonNode entries = reply.path(list);
        if (!entries.isArray()) {
            differ(list, "a list", entries.isMissingNode() ? MISSING : json(entries));
            return null;
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : entries) {
            ids.add(
                    entry.isTextual()
                            ? entry.asText()
                            : entry.path(ID).asText(entry.path("question").asText()));
        }
        return ids;
    }

    private static List<FieldError> errors(JsonNode reply) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : reply.path(ERRORS)) {
            errors.add(new FieldError(
                    error.path("pointer").asText(), error.path("code").asText()));
        }
        return errors;
    }

    private static List<String> pairs(List<FieldError> errors) {
        TreeSet<String> pairs = new TreeSet<>();
        errors.forEach(error -> pairs.add(error.pointer() + " " + error.code()));
        return List.copyOf(pairs);
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private void differ(String at, String expected, String actual) {
        differences.add(new Difference(Printable.of(at, LONGEST), expected, Printable.of(actual, LONGEST)));
    }

    private static String json(JsonNode node) {
        try {
            return KitJson.PLAIN.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
