package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each hazard of the log has a control, and tests that are there; and the log leaves out nothing that may never happen. */
class HazardLogTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LOG = ROOT.resolve("docs/explanation/hazard-log.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|Proof))`");

    /** A row: number, what may never happen, hazard, effect, control, tests, what remains. */
    private record Hazard(List<String> cells) {
        String id() {
            return cells.get(0);
        }

        Set<String> never() {
            return Stream.of(cells.get(1).split(", ", -1)).collect(Collectors.toSet());
        }

        List<String> tests() {
            return TEST.matcher(cells.get(5))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    private static List<Hazard> hazards() throws IOException {
        return Files.readAllLines(LOG).stream()
                .filter(line -> line.matches("\\| H\\d+ \\|.*"))
                .map(line -> new Hazard(
                        Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String module : List.of("risk-rules", "risk-core", "risk-service")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return classes;
    }

    @Test
    void each_hazard_has_every_cell_and_a_number_of_its_own() throws IOException {
        List<Hazard> hazards = hazards();
        assertThat(hazards)
                .hasSizeGreaterThan(20)
                .allSatisfy(hazard ->
                        assertThat(hazard.cells()).as(hazard.id()).hasSize(7).doesNotContain(""));
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= hazards.size(); i++) {
            numbers.add("H" + i);
        }
        assertThat(hazards).extracting(Hazard::id).containsExactlyElementsOf(numbers);
    }

    @Test
    void each_hazard_names_tests_that_are_there() throws IOException {
        Set<String> classes = testClasses();
        assertThat(hazards())
                .allSatisfy(hazard -> assertThat(hazard.tests()).as(hazard.id()).isNotEmpty());
        assertThat(hazards())
                .allSatisfy(hazard -> assertThat(classes).as(hazard.id()).containsAll(hazard.tests()));
    }

    @Test
    void each_of_the_seven_things_that_may_never_happen_is_a_hazard() throws IOException {
        List<String> seven = new ArrayList<>();
        Matcher headings = Pattern.compile("^## (\\d)\\. ", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("docs/explanation/safety.md")));
        headings.results().forEach(heading -> seven.add(heading.group(1)));
        assertThat(seven).hasSize(7);
        Set<String> covered =
                hazards().stream().flatMap(hazard -> hazard.never().stream()).collect(Collectors.toSet());
        assertThat(covered).containsAll(seven);
    }
}
