package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration that would leave a door open is refused, with everything that is wrong with it. */
class SafeToRunTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("basedir", "."), "..", "examples", "callers");
    private static final String ISSUER =
            "callers: {issuers: [{issuer: 'https://a.example', audience: b, agencies: [c], roles: [scorer], ";

    @TempDir
    Path folder;

    private String good = "";

    @BeforeEach
    void a_configuration_that_is_safe() throws IOException {
        good = Files.readString(new Credentials(folder).configuration());
    }

    private List<String> faults(String yaml) throws IOException, ConfigurationException {
        Path file = folder.resolve("tried.yml");
        Files.writeString(file, yaml, StandardCharsets.UTF_8);
        try {
            new YamlConfigurationFactory<>(
                            RiskTriageConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                    .build(path -> Files.newInputStream(Path.of(path)), file.toString());
            return List.of();
        } catch (ConfigurationValidationException e) {
            return e.getConstraintViolations().stream()
                    .map(violation -> violation.getMessage())
                    .sorted()
                    .toList();
        }
    }

    private String withoutCallers() {
        return good.substring(0, good.indexOf("callers:")) + good.substring(good.indexOf("server:"));
    }

    @Test
    void a_production_configuration_with_credentials_on_this_machine_is_safe() throws Exception {
        assertThat(faults(good)).isEmpty();
    }

    @Test
    void a_production_without_credentials_is_refused() throws Exception {
        assertThat(faults(withoutCallers()))
                .containsExactly("callers: nobody could be let in. Set apiKeys, issuers or certificates.");
    }

    @Test
    void a_production_that_is_open_is_refused() throws Exception {
        assertThat(faults(good.replace("callers:", "callers:\n  open: true")))
                .containsExactly("callers.open: only a demo lets everybody in.");
    }

    @Test
    void what_is_not_said_to_be_a_demo_is_a_production() throws Exception {
        assertThat(faults(withoutCallers().replace("purpose: production", "callers: {open: true}")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{type: http, bindHost: 0.0.0.0, port: 0}", "{type: http, port: 0}", "{type: h2c, port: 0}"})
    void a_public_address_without_tls_is_refused(String connector) throws Exception {
        String yaml = good.replaceFirst("\\{type: http, bindHost: 127.0.0.1, port: 0}", connector);
        assertThat(yaml).isNotEqualTo(good);
        if (connector.contains("h2c")) {
            // Not among the libraries: refused before it is looked at.
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> faults(yaml)))
                    .isInstanceOf(ConfigurationException.class);
        } else {
            assertThat(faults(yaml))
                    .containsExactly("server.applicationConnectors[0]: is open to other machines without TLS. Use type:"
                            + " https, bind it to 127.0.0.1, or set behindProxy where a reverse proxy ends TLS.");
        }
    }

    @Test
    void a_public_address_behind_a_declared_proxy_is_safe() throws Exception {
        assertThat(faults("behindProxy: true\n" + good.replaceFirst("bindHost: 127.0.0.1", "bindHost: 0.0.0.0")))
                .isEmpty();
    }

    @Test
    void an_admin_port_that_is_open_to_other_machines_is_refused_unless_declared() throws Exception {
        int admin = good.indexOf("adminConnectors");
        String open = good.substring(0, admin) + good.substring(admin).replaceFirst("bindHost: 127.0.0.1, ", "");
        assertThat(faults(open))
                .containsExactly("server.adminConnectors: are open to other machines. Bind them to 127.0.0.1, or set"
                        + " adminOnNetwork where only the operators can reach them.");
        assertThat(faults("adminOnNetwork: true\n" + open)).isEmpty();
    }

    @Test
    void an_admin_port_that_is_the_callers_port_is_refused() throws Exception {
        assertThat(faults(good.substring(0, good.indexOf("server:")) + "server: {type: simple}\n"))
                .containsExactly("server.type: has to be default, so that the admin port is one of its own.");
    }

    @Test
    void a_request_log_that_writes_addresses_down_is_refused() throws Exception {
        assertThat(faults(good.replace("requestLog: {type: quiet}", "requestLog: {type: classic}")))
                .containsExactly("server.requestLog.type: has to be quiet. Others write addresses and URLs down.");
    }

    @Test
    void a_demo_on_a_public_address_is_refused() throws Exception {
        assertThat(faults(
                        good.replace("purpose: production", "purpose: demo").replaceFirst("bindHost: 127.0.0.1, ", "")))
                .containsExactly(
                        "purpose: a demo listens on 127.0.0.1 only. Set every bindHost, or purpose: production.");
    }

    @ParameterizedTest
    @CsvSource({"keys.json, demo-keys.json", "issuer.json, demo-issuer.jwks.json"})
    void keys_of_the_documentation_are_refused(String own, String demo) throws Exception {
        String yaml = good.replace(
                folder.resolve(own).toString(), EXAMPLES.resolve(demo).toString());
        assertThat(yaml).isNotEqualTo(good);
        assertThat(faults(yaml))
                .containsExactly("callers: one of the keys stands in the documentation, where everybody can read it.");
    }

    @Test
    void keys_of_the_documentation_are_fit_for_a_demo() throws Exception {
        assertThat(faults(good.replace("purpose: production", "purpose: demo")
                        .replace(
                                folder.resolve("keys.json").toString(),
                                EXAMPLES.resolve("demo-keys.json").toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keysFile: /none/ZEBRA-7781}|callers.issuers[0]: there is no such file.",
                "keys: []}|callers.issuers[0]: There is no key.",
                "keys: [{kty: oct, k: c2VjcmV0}]}|callers.issuers[0]: Only RSA and EC keys are allowed.",
                "keys: [{kty: ZEBRA-7781}]}|callers.issuers[0]: There is no key.",
                "keys: [], keysFile: a}|callers.issuers[0]: give either keysFile or keys.",
            })
    void keys_of_an_issuer_that_are_none_are_refused(String keys, String fault) throws Exception {
        assertThat(faults(ISSUER + keys + "]}\n" + withoutCallers())).contains(fault);
    }

    @Test
    void a_private_key_among_the_keys_of_an_issuer_is_refused() throws Exception {
        String key = Files.readString(EXAMPLES.resolve("demo-issuer-private.jwk.json"));
        assertThat(faults(ISSUER + "keys: [" + key + "]}]}\n" + withoutCallers()))
                .contains("callers.issuers[0]: A private key has no place here: keep it with the issuer.");
    }

    @Test
    void a_file_of_keys_that_is_none_is_refused() throws Exception {
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":[{\"id\":\"ZEBRA-7781\"}]}");
        assertThat(faults(good)).containsExactly("callers.apiKeys: A key in it is not complete.");
        Files.writeString(folder.resolve("keys.json"), "ZEBRA-7781");
        assertThat(faults(good)).containsExactly("callers.apiKeys: It is no key file.");
    }

    @Test
    void a_production_that_uses_packs_that_are_not_sealed_is_refused() throws Exception {
        assertThat(faults(good + "\nrulePacks: {folders: [a], sealed: not-required}"))
                .containsExactly(
                        "rulePacks.sealed: a production uses sealed packs only. Leave it out, or say required.",
                        "rulePacks.trustedKeys: name the file with the keys by which sealed packs are believed.");
        assertThat(faults(good + "\nrulePacks: {folders: [a]}")).hasSize(1);
        assertThat(faults(good + "\nrulePacks: {shadow: a}")).hasSize(1);
        assertThat(faults(good + "\nrulePacks: {folders: [a], trustedKeys: /none/ZEBRA-7781}"))
                .containsExactly("rulePacks: The file that trustedKeys names cannot be read.");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() throws Exception {
        assertThat(faults("bodyLimit: 2MiB\n"
                        + withoutCallers()
                                .replace("requestLog: {type: quiet}", "requestLog: {type: classic}")
                                .replace("bindHost: 127.0.0.1, ", "")))
                .hasSize(5);
    }
}
