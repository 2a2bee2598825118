package org.risktriage.service.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.risktriage.service.api.ProblemDocument;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.triage.PartialAssessment;

/** The description of the interface in OpenAPI 3.1, made from the resources, the records and the examples. */
public final class OpenApiDocument {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, false);
    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "..", "examples");

    private static final String AN_ID = "01a20000-0000-7000-8000-000000000000";

    private OpenApiDocument() {}

    /**
     * One way to use a resource.
     *
     * @param method the method
     * @param path the template of its address
     * @param roles the roles that may
     * @param open whether everybody may
     */
    public record Use(String method, String path, List<String> roles, boolean open) {}

    /**
     * Makes the description.
     *
     * @param uses every way to use a resource
     * @return the document
     * @throws IOException if an example cannot be read
     */
    public static ObjectNode of(List<Use> uses) throws IOException {
        RecordSchemas schemas = new RecordSchemas();
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Risk Triage")
                .put(
                        "description",
                        "Applies the published rules around the SafeLives Dash checklist. If somebody is in danger now,"
                                + " call 999. A decision is a recommendation to a person and never lowers a"
                                + " practitioner's own judgement; a 503 means that there is none.")
                .put("version", "v1")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("apiKey");
        security.addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        TreeMap<String, ObjectNode> byPath = new TreeMap<>();
        for (Use use : uses) {
            byPath.computeIfAbsent(use.path(), path -> JSON.createObjectNode())
                    .set(use.method().toLowerCase(java.util.Locale.ROOT), operation(use, schemas));
        }
        byPath.forEach(paths::set);
        ObjectNode components = document.putObject("components");
        components(components);
        schemas.reply(ProblemDocument.class);
        ObjectNode all = components.putObject("schemas");
        schemas.all().forEach(all::set);
        return document;
    }

    private static void components(ObjectNode components) {
        ObjectNode ways = components.putObject("securitySchemes");
        ways.putObject("apiKey").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
        ways.putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "Signed with RS, PS or ES, good for one request. See docs/how-to/let-callers-in.md");
        ObjectNode headers = components.putObject("headers");
        header(headers, "Rule-Pack", "the rules, as id@version");
        header(headers, "X-Request-ID", "the id of the request");
        header(headers, "Location", "where the decision can be fetched");
        ObjectNode problem = components.putObject("responses").putObject("Problem");
        problem.put(
                "description",
                "A refusal, as in RFC 9457. Its code is one of: "
                        + String.join(
                                ", ",
                                Stream.of(ProblemKind.values())
                                        .map(ProblemKind::code)
                                        .toList())
                        + ".");
        headers(problem);
        problem.putObject("content")
                .putObject(ProblemDocument.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/ProblemDocument");
    }

    private static void header(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
    }

    private static void headers(ObjectNode response) {
        ObjectNode headers = response.putObject("headers");
        for (String name : List.of("Rule-Pack", "X-Request-ID")) {
            headers.putObject(name).put("$ref", "#/components/headers/" + name);
        }
    }

    private static ObjectNode operation(Use use, RecordSchemas schemas) throws IOException {
        Described described = Described.ALL.get(use.method() + " " + use.path());
        if (described == null) {
            throw new IllegalStateException("Described needs a row for " + use.method() + " " + use.path());
        }
        ObjectNode operation = JSON.createObjectNode().put("summary", described.summary());
        if (use.open()) {
            operation.putArray("security");
        } else {
            operation.put("description", "For these roles: " + String.join(", ", use.roles()) + ".");
        }
        ArrayNode parameters = JSON.createArrayNode();
        java.util.regex.Matcher names =
                java.util.regex.Pattern.compile("\\{([a-z]+)}").matcher(use.path());
        while (names.find()) {
            parameter(parameters, "path", names.group(1), "").put("required", true);
        }
        new TreeMap<>(described.parameters()).forEach((name, means) -> parameter(parameters, "query", name, means));
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        boolean examples = use.path().equals("/v1/assessments");
        if (examples) {
            parameter(
                    parameters,
                    "header",
                    "Idempotency-Key",
                    "Where decisions are recorded: the same key with the same body gives the same reply, once recorded");
            operation.set("parameters", parameters);
        }
        if (described.sends() != null) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content = body.putObject("content").putObject(Objects.requireNonNull(described.sends()));
            content.set("schema", schemas.request(sent(use, described)));
            if (examples) {
                examples(content, EXAMPLES);
            }
        }
        ObjectNode responses = operation.putObject("responses");
        if (described.created() != null) {
            ObjectNode made = responses.putObject("201").put("description", "Recorded");
            headers(made);
            made.withObject("headers").putObject("Location").put("$ref", "#/components/headers/Location");
            made.putObject("content").putObject(described.answers()).set("schema", schemas.reply(described.created()));
        }
        if (described.created() != null && described.replies().isEmpty()) {
            responses.putObject("default").put("$ref", "#/components/responses/Problem");
            return operation;
        }
        ObjectNode good = responses.putObject("200").put("description", described.summary());
        headers(good);
        ObjectNode content = good.putObject("content").putObject(described.answers());
        if (described.replies().size() == 1) {
            content.set("schema", schemas.reply(described.replies().get(0)));
        } else if (!described.replies().isEmpty()) {
            ArrayNode any = content.putObject("schema").putArray("anyOf");
            described.replies().forEach(type -> any.add(schemas.reply(type)));
        } else {
            content.putObject("schema").put("type", "object");
        }
        if (examples) {
            examples(content, EXAMPLES.resolve("replies"));
        }
        if (described.parameters().containsKey("format")) {
            good.withObject("content")
                    .putObject(Described.CSV)
                    .putObject("schema")
                    .put("type", "string");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static Class<?> sent(Use use, Described described) {
        return use.path().equals("/v1/next-question") ? PartialAssessment.class : described.body();
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name, String means) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        if (!means.isEmpty()) {
            parameter.put("description", means);
        }
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    /** The files of a folder, but for the one that is broken on purpose. */
    private static void examples(ObjectNode content, Path folder) throws IOException {
        ObjectNode examples = content.putObject("examples");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                if (!name.equals("broken")) {
                    ObjectNode value = JSON.createObjectNode();
                    if (folder.endsWith("replies")) {
                        // The kept replies leave the id out, which is another each time.
                        value.put("id", AN_ID);
                    }
                    value.setAll((ObjectNode) JSON.readTree(Files.readString(file)));
                    examples.putObject(name).set("value", value);
                }
            }
        }
    }
}
