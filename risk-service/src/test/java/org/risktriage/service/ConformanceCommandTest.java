package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.Program.Run;
import org.risktriage.service.conformance.Kit;
import org.risktriage.service.conformance.KitException;

/** The command as an agency runs it: from a shell, against a service over a real port. */
@ExtendWith(DropwizardExtensionsSupport.class)
class ConformanceCommandTest {
    private static final DropwizardAppExtension<RiskTriageConfiguration> REHEARSING = Services.rehearsing();
    private static final DropwizardAppExtension<RiskTriageConfiguration> IN_DAILY_USE = Services.inDailyUse();
    private static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target")
            .toAbsolutePath()
            .normalize();
    private static final Path KIT = TARGET.resolve("risk-triage-conformance-0.1.0.zip");
    private static final Path PAGE = Path.of("../docs/how-to/check-an-installation.md");
    private static final int CASES = cases();
    private static final String SECRET = "Bearer " + Caller.SENTINEL;

    @TempDir
    private Path folder = Path.of("");

    private static int cases() {
        try {
            return Kit.bundled().index().cases();
        } catch (KitException e) {
            throw new AssertionError(e);
        }
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return new Program(folder).run(arguments);
    }

    private static String url(DropwizardAppExtension<?> service) {
        return "http://127.0.0.1:" + service.getLocalPort();
    }

    /** The published kit with something in one of its files replaced. */
    private Path edited(String file, String from, String to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean changed = false;
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(KIT));
                ZipInputStream zip = new ZipInputStream(in);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith(file)) {
                    changed |= text.contains(from);
                    text = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(changed).isTrue();
        return Files.write(folder.resolve("edited.zip"), bytes.toByteArray());
    }

    @Test
    void a_service_that_does_as_expected_passes() throws Exception {
        Run run = run("conformance", url(REHEARSING));
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.lines()).first().isEqualTo("Kit 0.1.0, " + CASES + " cases.");
        assertThat(run.lines().get(1)).matches("Rules bolton 1\\.0\\.0 \\([0-9a-f]{12}\\): the same on both sides\\.");
        assertThat(run.lines())
                .last()
                .isEqualTo("Passed: " + CASES + " of " + CASES + " cases hold, 0 differ, 0 set aside.");
    }

    @Test
    void a_service_in_daily_use_passes_with_cases_after_today_set_aside() throws Exception {
        Run run = run("conformance", url(IN_DAILY_USE), "--json");
        assertThat(run.status() + run.err()).isEqualTo("0");
        JsonNode report = run.documents().get(0);
        assertThat(report.path("held").asInt() + report.path("setAside").size()).isEqualTo(CASES);
        assertThat(report.path("setAside"))
                .allSatisfy(one -> assertThat(one.path("topic").asText()).isIn("due-dates", "services", "meeting"));
        assertThat(report.path("passed").asBoolean()).isTrue();
    }

    @Test
    void an_expectation_that_does_not_hold_is_named_with_what_came() throws Exception {
        String kit = edited("england-wales/1.0.0/repeat.json", "\"distance\": 2", "\"distance\": 5")
                .toString();
        Run run = run("conformance", url(REHEARSING), "--kit", kit);
        assertThat(run.status() + run.err()).isEqualTo("1");
        assertThat(run.lines())
                .containsSequence(
                        "england-wales 1.0.0, repeat: no earlier referral is recorded",
                        "  marac.criteria.repeat.distance: expected 5, came 2",
                        "Not passed: " + (CASES - 1) + " of " + CASES + " cases hold, 1 differ, 0 set aside.");
    }

    @Test
    void other_rules_than_those_of_the_kit_are_said_once() throws Exception {
        String kit = edited("kit.json", "\"sha256\": \"", "\"sha256\": \"0000").toString();
        Run run = run("conformance", url(REHEARSING), "--kit", kit);
        assertThat(run.status() + run.err()).isEqualTo("1");
        assertThat(run.lines().get(1))
                .startsWith("Rules bolton 1.0.0 (0000")
                .contains("): other rules answered, bolton 1.0.0 (");
        assertThat(run.lines())
                .last()
                .isEqualTo("Not passed: " + CASES + " of " + CASES + " cases hold, 0 differ, 0 set aside.");
    }

    @Test
    void a_service_that_always_says_standard_fails_in_words_and_in_json() throws Exception {
        try (OtherSide side = new OtherSide(OtherSide.saying(200, OtherSide.standard()))) {
            Run words = run("conformance", side.url());
            assertThat(words.status() + words.err()).isEqualTo("1");
            assertThat(words.out()).contains("more cases; --json lists them all.");
            assertThat(words.lines())
                    .anySatisfy(line ->
                            assertThat(line).matches("  level\\.value: expected \"(medium|high)\", came \"standard\""));
            Run json = run("conformance", "--json", side.url());
            assertThat(json.status()).isEqualTo(1);
            JsonNode report = json.documents().get(0);
            assertThat(report.path("passed").asBoolean(true)).isFalse();
            assertThat(report.path("differing").size()).isGreaterThan(200);
            assertThat(report.at("/differing/0/of/name").asText()).isNotEmpty();
            assertThat(report.at("/differing/0/differences/0/expected").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void headers_are_sent_and_their_values_are_never_shown() throws Exception {
        ConcurrentLinkedQueue<List<String>> seen = new ConcurrentLinkedQueue<>();
        Path file = Files.writeString(folder.resolve("headers"), "\nAuthorization: " + SECRET + "\n");
        try (OtherSide side = new OtherSide(exchange -> {
            seen.add(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            OtherSide.say(exchange, 401, "{\"code\": \"unauthorised\"}");
        })) {
            for (List<String> option : List.of(
                    List.of("--header", "Authorization: " + SECRET), List.of("--header-file", file.toString()))) {
                Run run = run("conformance", side.url(), option.get(0), option.get(1));
                assertThat(run.status() + run.out()).isEqualTo("2");
                assertThat(run.err())
                        .isEqualTo("The other side asks for credentials, or for others (401). See --header-file."
                                + System.lineSeparator());
            }
        }
        assertThat(seen).containsExactly(List.of(SECRET), List.of(SECRET));
    }

    @Test
    void a_service_that_is_not_there_is_status_2() throws Exception {
        OtherSide gone = new OtherSide(OtherSide.saying(200, ""));
        gone.close();
        Run run = run("conformance", gone.url());
        assertThat(run.status() + run.out()).isEqualTo("2");
        assertThat(run.err().lines()).containsExactly("Nothing can be reached at this address.");
    }

    @Test
    void a_wrong_use_is_status_2_and_says_what_is_wrong() throws Exception {
        String service = url(REHEARSING);
        assertThat(run("conformance").status()).isEqualTo(2);
        assertThat(run("conformance", service, "--timeout", "0").status()).isEqualTo(2);
        Run url = run("conformance", "127.0.0.1");
        assertThat(url.status() + url.err()).startsWith("2The URL has to be the address of a service");
        Run kit = run("conformance", service, "--kit", folder.resolve("missing").toString());
        assertThat(kit.status() + kit.err()).isEqualTo("2The kit cannot be read." + System.lineSeparator());
        Run headers = run(
                "conformance",
                service,
                "--header-file",
                folder.resolve("missing").toString());
        assertThat(headers.status() + headers.err())
                .isEqualTo("2The file with headers cannot be read." + System.lineSeparator());
        Run noKit = run("conformance", service, "--kit", PAGE.toString());
        assertThat(noKit.status() + noKit.err()).startsWith("2This is no conformance kit");
    }

    @Test
    void the_command_explains_itself() throws Exception {
        Run run = run("conformance", "--help");
        assertThat(run.status() + run.err()).isEqualTo("0");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "URL/v1/assessments",
                        "--kit ZIP",
                        "--header-file FILE",
                        "--json",
                        "rehearsal",
                        "Exit status: 0");
    }

    @Test
    void every_command_of_the_how_to_page_runs_as_it_says() throws Exception {
        assertThat(Files.readString(PAGE))
                .contains("Kit 0.1.0, " + CASES + " cases.", CASES + " of " + CASES + " cases");
        Matcher blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        String program = String.join(" ", Program.command());
        int commands = 0;
        while (blocks.find()) {
            String block = blocks.group(1)
                    .replace("java -jar risk-service/target/risk-service.jar", "PROGRAM")
                    .replace("risk-service/target", TARGET.toString())
                    .replace("PROGRAM", program)
                    .replace("http://127.0.0.1:8080", url(REHEARSING));
            Run run = new Program(folder).shell("set -e\nTOKEN=made-up\n" + block);
            assertThat(run.status() + run.err()).as(blocks.group(1)).isEqualTo("0");
            commands++;
        }
        assertThat(commands).isEqualTo(4);
    }
}
