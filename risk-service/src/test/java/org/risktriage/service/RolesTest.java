package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;

/** Walks every resource that the running service has: without credentials, in every wrong role, in every right one. */
class RolesTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService(LedgerSettingsText.on(TestDatabases.SQLITE.fresh()));

    /** A way to use a resource, and who may. */
    record Use(String method, String path, Set<String> roles, boolean open) {
        String address() {
            return path.replace("{id}", "england-wales")
                    .replace("{version}", "1.0.0")
                    .replaceAll("\\{[^}]*}", "none");
        }

        String row() {
            return "| `" + method + " " + path + "` | "
                    + (open
                            ? "everybody"
                            : roles.stream().map(role -> "`" + role + "`").collect(Collectors.joining(", ")))
                    + " |";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Use> uses() {
        return usesOf(SERVICE);
    }

    static List<Use> usesOf(GuardedService service) {
        ResourceConfig config = service.environment().jersey().getResourceConfig();
        List<Use> uses = new ArrayList<>();
        Stream.concat(config.getInstances().stream().map(Object::getClass), config.getClasses().stream())
                .distinct()
                .filter(type -> type.getName().startsWith("org.risktriage."))
                .map(Resource::from)
                .filter(resource -> resource != null)
                .forEach(resource -> collect("", resource, uses));
        uses.sort((a, b) -> (a.path() + " " + a.method()).compareTo(b.path() + " " + b.method()));
        return uses;
    }

    private static void collect(String above, Resource resource, List<Use> uses) {
        String path = above + resource.getPath();
        for (ResourceMethod method : resource.getResourceMethods()) {
            Method java = method.getInvocable().getDefinitionMethod();
            RolesAllowed onMethod = java.getAnnotation(RolesAllowed.class);
            RolesAllowed roles =
                    onMethod == null ? java.getDeclaringClass().getAnnotation(RolesAllowed.class) : onMethod;
            uses.add(new Use(
                    method.getHttpMethod(),
                    path,
                    roles == null ? Set.of() : new TreeSet<>(List.of(roles.value())),
                    java.isAnnotationPresent(PermitAll.class)));
        }
        resource.getChildResources().forEach(child -> collect(path, child, uses));
    }

    private static Reply send(Use use, String... headers) {
        Caller caller = SERVICE.caller();
        return caller.callWith(use.method(), use.address(), headers);
    }

    @Test
    void there_are_resources_to_walk() {
        assertThat(uses()).extracting(Use::toString).contains("POST /v1/assessments", "GET /v1/areas");
    }

    @ParameterizedTest
    @MethodSource("uses")
    void every_resource_names_roles_that_there_are(Use use) {
        Set<String> known = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet());
        assertThat(known).containsAll(use.roles());
        assertThat(use.open() || !use.roles().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void without_credentials_a_resource_is_closed(Use use) {
        assertThat(send(use).status()).isEqualTo(use.open() ? 200 : 401);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void in_a_role_that_it_does_not_name_a_resource_is_closed_and_says_which_it_needs(Use use) {
        for (Role role : Role.values()) {
            if (!use.open() && !use.roles().contains(role.code())) {
                Reply reply = send(use, "X-API-Key", SERVICE.credentials().keyOf(role));
                assertThat(reply.status()).as(role.code()).isEqualTo(403);
                assertThat(reply.json().path("detail").asText()).startsWith("This needs one of these roles: ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void in_each_role_that_it_names_a_resource_is_open(Use use) {
        for (String role : use.roles()) {
            assertThat(send(use, "X-API-Key", SERVICE.credentials().keyOf(Role.of(role)))
                            .status())
                    .as(role)
                    .isNotIn(401, 403, 405, 500, 503);
        }
    }

    @Test
    void the_documentation_names_every_resource_with_its_roles_and_no_other() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "reference", "roles.md")).stream()
                .filter(line -> line.startsWith("| `GET ") || line.startsWith("| `POST "))
                .toList();
        assertThat(rows).containsExactlyElementsOf(uses().stream().map(Use::row).toList());
    }
}
