package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile files, each put into a pack with which nothing else is wrong: each is refused with the code that {@code
 * verdicts.txt} has for it, and nothing of it runs, neither under {@code check} nor under {@code test}. {@code
 * -Dexamples.update=true} writes the verdicts anew; read them before they are kept.
 */
class AttackCorpusTest {
    static final Path HERE = Path.of("src/test/resources/org/risktriage/triage/desk/attacks");
    private static final Path VERDICTS = HERE.resolve("verdicts.txt");
    private static final String MARKER = "risk.triage.marker";
    private static final int LEAST = 60;
    /** No test of speed: a file that hangs a reader must not hang the build. */
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @AfterEach
    void nothing_has_run() {
        assertThat(System.getProperty(MARKER)).isNull();
    }

    static List<String> attacks() throws IOException {
        try (Stream<Path> files = Files.walk(HERE)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> HERE.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.contains("/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void each_file_is_refused_for_what_it_is_and_never_runs(String attack) throws IOException {
        if (Boolean.getBoolean("examples.update")) {
            return;
        }
        assertThat(verdict(attack)).isEqualTo(verdicts().get(attack));
        Path pack = packWith(attack);

        TrialReport tried = PackTrial.folder(pack, PackTrial.Also.MUTATE);

        assertThat(tried.packs()).isEmpty();
        assertThat(tried.findings()).isNotEmpty();
    }

    @Test
    void every_file_has_a_verdict_and_each_verdict_refuses() throws IOException {
        if (Boolean.getBoolean("examples.update")) {
            StringBuilder written = new StringBuilder();
            for (String attack : attacks()) {
                written.append(attack).append(' ').append(verdict(attack)).append('\n');
            }
            Files.writeString(VERDICTS, written);
        }

        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(verdicts().keySet()).containsExactlyElementsOf(attacks());
        assertThat(verdicts().values()).allMatch(verdict -> verdict.matches("R\\d{3}( R\\d{3})*"));
        assertThat(verdicts().values()).noneMatch(verdict -> verdict.contains("R999"));
    }

    @Test
    void every_file_is_of_a_kind_and_no_kind_is_without_a_file() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(HERE.resolve("kinds.txt"))) {
            String kind = line.substring(0, line.indexOf(": "));
            List<String> files = List.of(line.substring(kind.length() + 2).split(" ", -1));
            assertThat(attacks()).as(kind).containsAll(files);
            listed.addAll(files);
        }

        assertThat(listed).containsExactlyElementsOf(attacks());
    }

    @Test
    void a_link_out_of_the_pack_is_refused_and_not_followed() throws IOException {
        Path pack = GoodPack.write(folder);
        Path secret = Files.writeString(folder.resolve("secret"), "rule \"secret\"");
        Files.createSymbolicLink(pack.resolve("rules/secret.drl"), secret);

        assertThat(PackCheck.folder(pack).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(MessageCode.R003);
            assertThat(finding.toString()).doesNotContain("rule \"secret\"");
        });
    }

    @Test
    void a_link_to_a_folder_is_refused_and_not_walked() throws IOException {
        Path pack = GoodPack.write(folder);
        Files.createSymbolicLink(pack.resolve("cases/up"), folder);

        assertThat(PackCheck.folder(pack).findings()).extracting(Finding::code).containsExactly(MessageCode.R003);
    }

    @Test
    void a_file_of_many_megabytes_is_named_and_not_read() throws IOException {
        Path pack = GoodPack.write(folder);
        Files.write(pack.resolve("rules/huge.drl"), new byte[8 * 1024 * 1024]);

        assertThat(PackCheck.folder(pack).findings()).extracting(Finding::code).containsExactly(MessageCode.R004);
    }

    @Test
    void a_zip_in_a_pack_is_no_file_of_a_pack_and_never_opened() throws IOException {
        Path pack = GoodPack.write(folder);
        Files.write(pack.resolve("rules.zip"), new byte[] {'P', 'K', 3, 4});

        assertThat(PackCheck.folder(pack).findings()).extracting(Finding::code).containsExactly(MessageCode.R002);
    }

    private String verdict(String attack) throws IOException {
        Path pack = packWith(attack);
        CheckReport report = assertTimeoutPreemptively(HANG, () -> PackCheck.folder(pack));
        return String.join(
                " ",
                report.findings().stream()
                        .map(finding -> finding.code().name())
                        .distinct()
                        .toList());
    }

    private Path packWith(String attack) throws IOException {
        Path pack = GoodPack.write(Files.createTempDirectory(folder, "packs"));
        Path target = switch (attack.substring(0, attack.indexOf('/'))) {
            case "rules" -> pack.resolve("rules/contact.drl");
            case "pack" -> pack.resolve("pack.yaml");
            case "table" -> pack.resolve("parameters.csv");
            case "services" -> pack.resolve("services.csv");
            case "safety" -> pack.resolve("safety-questions.csv");
            case "cases" -> pack.resolve("cases/line.yaml");
            default -> throw new AssertionError("There is no place for " + attack);
        };
        Files.write(target, Files.readAllBytes(HERE.resolve(attack)));
        return pack;
    }

    private static Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        for (String line : Files.readAllLines(VERDICTS)) {
            int space = line.indexOf(' ');
            verdicts.put(line.substring(0, space), line.substring(space + 1));
        }
        return verdicts;
    }
}
