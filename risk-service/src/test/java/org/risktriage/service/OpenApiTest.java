package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.openapi.OpenApiDocument;
import org.risktriage.service.openapi.OpenApiReplies;

/**
 * The description of the interface is made from the code, and is the one that is kept and served.
 *
 * <p>After a change that is meant, {@code -Dopenapi.update=true} writes it anew; then read it.
 */
class OpenApiTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    /** Offers everything that there is. */
    @RegisterExtension
    static final GuardedService RECORDING = new GuardedService(LedgerSettingsText.on(TestDatabases.SQLITE.fresh()));

    private static final Path KEPT =
            Path.of(System.getProperty("basedir", "."), "src", "main", "resources", "openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller caller = SERVICE.caller();

    private static String made() throws IOException {
        ObjectNode document = OpenApiDocument.of(RolesTest.usesOf(RECORDING).stream()
                .map(use -> new OpenApiDocument.Use(use.method(), use.path(), List.copyOf(use.roles()), use.open()))
                .toList());
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                        .writeValueAsString(document)
                + "\n";
    }

    @Test
    void the_description_that_is_kept_is_the_one_that_the_code_makes() throws IOException {
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(KEPT, made());
        }
        assertThat(Files.readString(KEPT)).isEqualTo(made());
    }

    @Test
    void the_description_is_served_to_everybody() throws IOException {
        Reply reply = caller.get("/openapi.json");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.body()).isEqualTo(Files.readString(KEPT));
    }

    static List<String> examples() throws IOException {
        List<String> names = new ArrayList<>();
        requests().fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode requests() throws IOException {
        return JSON.readTree(Files.readString(KEPT))
                .at("/paths/~1v1~1assessments/post/requestBody/content/application~1json/examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_of_a_request_is_answered_by_the_example_of_its_reply(String name) throws IOException {
        JsonNode expected = JSON.readTree(Files.readString(KEPT))
                .at("/paths/~1v1~1assessments/post/responses/200/content/application~1json/examples/" + name
                        + "/value");
        Reply reply = caller.postWith(
                requests().path(name).path("value").toString(),
                "Content-Type",
                "application/json",
                "X-API-Key",
                SERVICE.credentials().keyOf(Role.SCORER));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        ObjectNode actual = (ObjectNode) reply.json();
        actual.put("id", expected.path("id").asText());
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void there_are_examples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(5);
    }

    @Test
    void a_reply_that_is_not_as_described_is_noticed() throws IOException {
        ObjectNode areas = (ObjectNode)
                caller.get("/v1/areas", "X-API-Key", SERVICE.credentials().keyOf(Role.POLICY))
                        .json();
        assertThat(faults(areas)).isEmpty();
        areas.put("more", 1);
        assertThat(faults(areas)).isNotEmpty();
        areas.remove(List.of("more", "areas"));
        assertThat(faults(areas)).isNotEmpty();
    }

    private static List<String> faults(JsonNode areas) {
        return OpenApiReplies.faults("GET", "/v1/areas", 200, "application/json", areas.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/page.js"})
    void the_page_for_people_is_served_from_the_jar(String path) {
        Reply reply = caller.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isNotEmpty();
        assertThat(reply.header("content-security-policy")).startsWith("default-src 'self'");
    }

    @Test
    void the_page_for_people_asks_no_other_host() {
        assertThat(caller.get("/docs/").body()).doesNotContain("://").contains("swagger-ui-bundle.js");
        assertThat(caller.get("/docs/page.js").body()).doesNotContain("://").contains("/openapi.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/../openapi.yml", "/docs/package.json", "/docs/%2e%2e/demo.yml", "/docs/index.map"})
    void nothing_else_of_the_jar_is_served(String path) {
        Map<String, List<String>> headers = caller.get(path).headers();
        assertThat(headers).isNotEmpty();
        assertThat(caller.get(path).status()).isIn(400, 401, 404);
    }
}
