package org.risktriage.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds replies to the description that the service serves. */
public final class OpenApiReplies {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, Schema> BY_POINTER = new ConcurrentHashMap<>();

    private OpenApiReplies() {}

    private static JsonNode document() {
        try (InputStream in = OpenApiReplies.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with a reply by the description.
     *
     * @param method the method of the request
     * @param path its address, without the query
     * @param status the status of the reply
     * @param type its media type
     * @param body its body
     * @return what is wrong; empty if nothing is, or if the description does not speak of it
     */
    public static List<String> faults(String method, String path, int status, String type, String body) {
        if (body.isEmpty()) {
            return List.of();
        }
        if (status >= 400 && type.equals("application/problem+json")) {
            return check("/components/responses/Problem/content/application~1problem+json/schema", body);
        }
        String template = template(path);
        JsonNode operation =
                DOCUMENT.path("paths").path(template == null ? "" : template).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()
                || (status != 200 && status != 201)
                || !operation.path("responses").has(String.valueOf(status))) {
            return List.of();
        }
        if (type.startsWith(Described.CSV) && operation.toString().contains("\"" + Described.CSV + "\"")) {
            // Rows, and no tree that a schema could describe.
            return List.of();
        }
        if (!operation
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .has(type)) {
            return List.of("The description does not speak of " + type + " for " + method + " " + template);
        }
        String pointer = "/paths/" + escaped(String.valueOf(template)) + "/" + method.toLowerCase(Locale.ROOT)
                + "/responses/" + status + "/content/" + escaped(type) + "/schema";
        List<String> faults = new ArrayList<>();
        for (String document : type.equals(Described.NDJSON) ? body.lines().toList() : List.of(body)) {
            faults.addAll(check(pointer, document));
        }
        return faults;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String template(String path) {
        if (DOCUMENT.path("paths").has(path)) {
            return path;
        }
        for (var it = DOCUMENT.path("paths").fieldNames(); it.hasNext(); ) {
            String template = it.next();
            if (path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"))) {
                return template;
            }
        }
        return null;
    }

    private static List<String> check(String pointer, String body) {
        Schema schema = BY_POINTER.computeIfAbsent(pointer, at -> {
            ObjectNode whole = new ObjectMapper().createObjectNode();
            whole.set("components", DOCUMENT.path("components"));
            JsonNode named = DOCUMENT.at(at);
            named.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
            return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON);
        });
        return schema.validate(body, InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }
}
