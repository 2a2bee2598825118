package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.risktriage.triage.Decision;
import org.risktriage.triage.RulePack;

/** The reference pages name every key of a pack, every field of the rules in a reply, and every code of a problem. */
class ReferencePagesTest {
    private static final Path DOCS = Path.of("../docs/reference");
    private static final Path PACKS = Path.of("../risk-rules/src/main/resources/rulepacks");
    private static final Path CORE = Path.of("../risk-core/src/main/java/org/risktriage/triage");

    private static final Pattern KEY = Pattern.compile("^([a-zA-Z]+):", Pattern.MULTILINE);
    private static final Pattern FIRST_CELL = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|required)\"");

    @Test
    void the_keys_of_a_manifest_are_those_that_packs_have() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PACKS, 3)) {
            for (Path file : (Iterable<Path>) files.filter(path -> path.endsWith("pack.yaml"))::iterator) {
                KEY.matcher(Files.readString(file)).results().forEach(key -> used.add(key.group(1)));
            }
        }

        assertThat(firstCells("rule-language.md", "| key | holds | required |")).isEqualTo(used);
    }

    @Test
    void the_columns_of_the_parameters_are_those_of_the_base() throws IOException {
        String table = Files.readString(PACKS.resolve("england-wales/1.0.0/parameters.csv"));
        Set<String> columns = Set.of(table.substring(0, table.indexOf('\n')).split(",", -1));

        assertThat(firstCells("rule-language.md", "| column | value |")).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Decision.RulesUsed.class,
                Decision.ValueOverride.class,
                Decision.PassedOver.class,
                Decision.Later.class,
                RulePack.RuleOff.class
            })
    void the_fields_of_the_rules_in_a_reply_are_named(Class<?> type) throws IOException {
        String page = Files.readString(DOCS.resolve("reply.md"));
        String rules = page.substring(page.indexOf("## rules\n"), page.indexOf("## Headers"));

        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(rules).contains("`" + name + "`"));
    }

    /** Codes stand as texts in the code that reads and checks a request; each of them is in the table, and none else. */
    @Test
    void the_codes_of_problems_are_those_that_the_code_has() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String file : List.of(
                "internal/reading/AssessmentChecks.java",
                "internal/reading/AnswersReader.java",
                "internal/reading/AssessmentReader.java",
                "internal/reading/Fields.java",
                "internal/engine/PackShelf.java",
                "RiskTriage.java")) {
            Matcher found = CODE.matcher(Files.readString(CORE.resolve(file)));
            while (found.find()) {
                codes.add(found.group(1));
            }
        }

        // The service looks for names in free text; the library does not.
        codes.add("looks-like-an-identifier");

        assertThat(firstCells("request.md", "| code | meaning |")).isEqualTo(codes);
    }

    /** What the first column of each table with a header names. */
    private static Set<String> firstCells(String page, String header) throws IOException {
        Set<String> names = new TreeSet<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DOCS.resolve(page))) {
            inside = line.equals(header) || (inside && line.startsWith("|"));
            if (inside && !line.startsWith("|-")) {
                FIRST_CELL.matcher(line.split("\\|", -1)[1]).results().forEach(name -> names.add(name.group(1)));
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }
}
