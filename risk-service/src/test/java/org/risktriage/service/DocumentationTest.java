package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.risktriage.rules.BaseCriterion;
import org.risktriage.rules.Call;
import org.risktriage.rules.Checklist;
import org.risktriage.rules.Children;
import org.risktriage.rules.Circumstances;
import org.risktriage.rules.Earlier;
import org.risktriage.rules.Findings;
import org.risktriage.rules.FurtherIncident;
import org.risktriage.rules.History;
import org.risktriage.rules.Incident;
import org.risktriage.rules.Judgement;
import org.risktriage.rules.Outcome;
import org.risktriage.rules.Perpetrator;
import org.risktriage.rules.Referral;
import org.risktriage.rules.Victim;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.triage.RiskTriage;
import org.risktriage.triage.RulePack;

/** The documentation says what the project holds: stale pages fail here. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final RulePack PACK = RiskTriage.bundled().rulePack("england-wales", "1.0.0");

    @Test
    void every_link_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(page + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void the_rule_language_names_every_field_and_every_verb() throws IOException {
        String text = page("docs/reference/rule-language.md");
        Set<String> missing = new TreeSet<>();
        Stream.of(
                        BaseCriterion.class,
                        Call.class,
                        Checklist.class,
                        Children.class,
                        Circumstances.class,
                        Earlier.class,
                        FurtherIncident.class,
                        History.class,
                        Incident.class,
                        Judgement.class,
                        Outcome.class,
                        Perpetrator.class,
                        Referral.class,
                        Victim.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("get") && !name.matches("getQ\\d+"))
                .map(name -> "`" + Character.toLowerCase(name.charAt(3)) + name.substring(4) + "`")
                .filter(name -> !text.contains(name))
                .forEach(missing::add);
        Arrays.stream(Findings.class.getMethods())
                .map(Method::getName)
                .filter(name -> !text.contains("`" + name))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void the_list_of_errors_names_every_kind_of_problem() throws IOException {
        String text = page("docs/reference/errors.md");
        assertThat(ProblemKind.values()).allSatisfy(kind -> assertThat(text).contains("`" + kind.code() + "`"));
    }

    @Test
    void every_rule_that_a_page_shows_stands_in_the_pack_word_for_word() throws IOException {
        StringBuilder rules = new StringBuilder();
        try (Stream<Path> files =
                Files.list(ROOT.resolve("risk-rules/src/main/resources/rulepacks/england-wales/1.0.0/rules"))) {
            files.sorted().forEach(file -> rules.append(read(file)));
        }
        for (Path page : List.of(ROOT.resolve("README.md"), ROOT.resolve("docs/how-to/read-a-rule.md"))) {
            Matcher shown =
                    Pattern.compile("```drl\n(rule .*?)```", Pattern.DOTALL).matcher(Files.readString(page));
            assertThat(shown.results().count()).as(page.toString()).isPositive();
            shown.reset();
            while (shown.find()) {
                assertThat(rules.toString()).contains(shown.group(1));
            }
        }
    }

    @Test
    void the_counts_of_the_changelog_are_right() throws IOException {
        assertThat(page("CHANGELOG.md"))
                .contains(PACK.rules().size() + " rules, " + PACK.parameters().size() + " parameters, "
                        + PACK.cases().size() + " worked cases");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
