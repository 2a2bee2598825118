package org.risktriage.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.risktriage.service.pages.PageFile;
import org.risktriage.triage.RiskTriage;

/** The rule book of the bundled packs, page by page. */
class RuleBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final RiskTriage TRIAGE = RiskTriage.bundled();
    private static final RuleBook BOOK = RuleBook.of(TRIAGE, DAY);
    private static final BookPages PAGES = BookPages.served(BOOK);
    private static final String LINE_RULE = "england-wales/1.0.0/marac/visible-high-risk.html";
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    /** What a page says, without its marks. */
    private static String text(String path) {
        return text(Objects.requireNonNull(PAGES.page(path), path));
    }

    private static String text(PageFile page) {
        return page.content()
                .replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#61;", "=")
                .replaceAll("\\s+", " ");
    }

    private static String html(String path) {
        return Objects.requireNonNull(PAGES.page(path), path).content();
    }

    @Test
    void there_is_a_page_for_every_pack_and_for_every_rule_that_a_pack_brings() {
        assertThat(BOOK.packs()).hasSameSizeAs(TRIAGE.rulePacks());
        assertThat(BOOK.packs()).allSatisfy(pack -> {
            assertThat(PAGES.paths())
                    .contains(Link.to(pack).href(), Link.toCases(pack).href());
            assertThat(pack.rules())
                    .allSatisfy(rule -> assertThat(PAGES.paths())
                            .contains(Link.to(BOOK.owner(pack, rule), rule).href()));
        });
    }

    @Test
    void every_page_can_be_written_and_holds_no_script() {
        assertThat(PAGES.paths()).allSatisfy(path -> {
            String page = html(path);
            assertThat(page).contains("<h1", "lang=\"en-GB\"").endsWith("</html>\n");
            assertThat(page).doesNotContain("<script", "style=", "{{", "onclick", "java.util", "Optional[");
        });
    }

    @Test
    void every_link_of_a_book_in_a_folder_leads_somewhere_in_it(@TempDir Path folder) throws IOException {
        int written = BookPages.write(BOOK, folder);
        List<String> broken = new ArrayList<>();
        int links = 0;
        List<Path> pages;
        try (Stream<Path> files = Files.walk(folder)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        for (Path page : pages) {
            Matcher hrefs = HREF.matcher(Files.readString(page));
            while (hrefs.find()) {
                String href = hrefs.group(1);
                if (!href.startsWith("https://") && !href.startsWith("http://")) {
                    links++;
                    Path file = href.startsWith("#") ? page : page.resolveSibling(href.replaceAll("#.*", ""));
                    boolean there = Files.isRegularFile(file);
                    if (there && href.contains("#")) {
                        there = Files.readString(file).contains("id=\"" + href.replaceAll(".*#", "") + "\"");
                    }
                    if (!there) {
                        broken.add(folder.relativize(page) + " -> " + href);
                    }
                }
            }
        }
        assertThat(pages).hasSize(written).hasSize(PAGES.paths().size());
        assertThat(links).isGreaterThan(pages.size());
        assertThat(broken).isEmpty();
    }

    @Test
    void the_same_packs_on_the_same_day_give_the_same_bytes() {
        BookPages again = BookPages.served(RuleBook.of(RiskTriage.bundled(), DAY));
        assertThat(PAGES.paths())
                .allSatisfy(path -> assertThat(again.page(path)).isEqualTo(PAGES.page(path)));
    }

    @Test
    void the_first_page_lists_every_pack_with_its_days_and_its_owner() {
        assertThat(text("index.html"))
                .contains("As on 21 November 2026", "Base rules", "Areas", "Rules of other instruments")
                .contains("Plymouth 1.0.0 1.0.0 1 January 2024 to no end set in force 22 May 2027"
                        + " Risk Triage project, rules editor; no local owner has confirmed it")
                .contains("England and Wales, base rules before 2024 0.9.0 0.9.0")
                .contains("no longer in force");
    }

    @Test
    void the_page_of_an_area_tells_its_own_values_from_those_that_it_inherits() {
        String page = text("plymouth/1.0.0/index.html");
        assertThat(page)
                .contains("Rests on England and Wales, base rules, 1.0.0")
                .contains("level.bands-from 1 instead of 0 1 January 2024 to no end set yes plymouth 1.0.0")
                .contains("repeat.months 12 1 January 2014 to no end set yes england-wales 1.0.0")
                .contains("It brings no rule of its own.", "1.0.0, the first version, from what the area publishes.");
        assertThat(page.indexOf("level.bands-from"))
                .isBetween(page.indexOf("Parameters Its own"), page.indexOf("Inherited Parameter"));
        assertThat(html("plymouth/1.0.0/index.html")).contains("../../" + LINE_RULE);
    }

    @Test
    void the_page_of_an_area_says_which_rules_it_switches_off_and_why() {
        assertThat(text("kingston/1.0.0/index.html"))
                .contains("marac/potential-escalation The area counts otherwise, and asks that the abuse gets worse."
                        + " kingston-marac");
        assertThat(text("england-wales/1.0.0/marac/potential-escalation.html"))
                .contains("Kingston upon Thames, 1.0.0 switched off: The area counts otherwise");
    }

    @Test
    void the_page_of_a_version_says_what_the_one_before_said_otherwise() {
        assertThat(text("england-wales/1.0.0/index.html"))
                .contains("Against England and Wales, base rules before 2024, 0.9.0")
                .contains("Parameter repeat.scope is any-abuse; it was criminal-type.");
        assertThat(text("england-wales/0.9.0/index.html")).contains("There is no version before this one here.");
    }

    @Test
    void the_page_of_a_rule_says_when_and_what_with_the_values_of_the_day() {
        assertThat(text(LINE_RULE))
                .contains("{yes} of {of} answers are yes; the line here is {line}.")
                .contains("Source SafeLives, referral criteria for MARAC", "B, a secondary copy")
                .contains("The parameter visible-high-risk.comparator is at-least")
                .contains("Yes answers at least 14 [visible-high-risk.line]")
                .contains("Criterion visible-high-risk is met")
                .contains("Plymouth, 1.0.0 inherited the same values")
                .contains("visible-high-risk.line is ");
    }

    @Test
    void the_page_of_a_rule_shows_the_cases_that_name_it_also_those_of_areas() {
        String page = text("england-wales/1.0.0/caution/low-score-below-the-bands.html");
        int silent = page.indexOf("Worked cases in which it stays silent");
        assertThat(page.indexOf("No yes answer is below the bands and says nothing of safety"))
                .isBetween(page.indexOf("Worked cases in which it fires"), silent);
        assertThat(page.indexOf("One yes answer is in the lowest band")).isGreaterThan(silent);
        assertThat(page)
                .contains("Kept by Plymouth, 1.0.0, bands")
                .contains("Answers: q1 to q19 no; q20 yes; q21 to q24 no")
                .contains("Incidents: none", "Level: standard");
    }

    @Test
    void a_run_of_answers_stops_where_an_item_is_left_out() {
        TreeMap<String, Object> answers = new TreeMap<>();
        answers.put("q1", "yes");
        answers.put("q2", "yes");
        answers.put("q4", "yes");
        assertThat(CaseText.answers(answers)).isEqualTo("q1 to q2 yes; q4 yes");
    }

    @Test
    void rules_are_found_by_the_question_that_they_name() {
        assertThat(html("questions.html")).contains("id=\"q15\"", "england-wales/1.0.0/prompts/strangulation.html");
        String page = text("questions.html");
        int item = page.indexOf(" q15 ");
        assertThat(page.indexOf("prompts/strangulation", item)).isBetween(item, page.indexOf(" q16 ", item));
    }

    @Test
    void rules_are_found_by_the_criterion_that_they_state() {
        String page = text("criteria.html");
        int repeat = page.indexOf(" repeat England");
        assertThat(repeat).isPositive();
        assertThat(page.indexOf("marac/repeat-none-since")).isGreaterThan(repeat);
        assertThat(page.indexOf("marac/visible-high-risk ")).isGreaterThan(page.indexOf(" visible-high-risk England"));
    }

    @Test
    void what_a_pack_says_never_becomes_a_part_of_the_page(@TempDir Path folder) throws IOException {
        String hostile = "<script>alert(1)</script> <img src=x onerror=alert(2)> \\\"&amp;";
        Path pack = Files.createDirectories(folder.resolve("brackwater/1.0.0"));
        Files.writeString(pack.resolve("pack.yaml"), """
                        id: brackwater
                        version: 1.0.0
                        kind: area
                        extends: {id: england-wales}
                        title: "%1$s"
                        owner: "%1$s"
                        inForce: {from: 2025-04-01}
                        usable: {from: 2025-04-01}
                        reviewBy: 2030-04-01
                        rules: 0
                        off:
                          - {rule: prompts/weapon, because: "%1$s", source: protocol}
                        sources:
                          - {id: protocol, title: "%1$s", confidence: A, url: "javascript:alert(3)", note: "%1$s"}
                        changes: ["%1$s"]
                        """.formatted(hostile));
        Files.writeString(pack.resolve("parameters.csv"), """
                        key,value,from,to,source,confidence,note,allowed
                        visible-high-risk.line,12,2025-04-01,,protocol,A,<script>alert(4)</script>,
                        """);
        Files.writeString(Files.createDirectories(pack.resolve("cases")).resolve("line.yaml"), """
                        given: {area: brackwater, assessedOn: 2026-11-21, incidents: [], maracs: []}
                        cases:
                          - name: "%1$s"
                            given: {answers: {q1..q12: yes, rest: no}}
                            expect: {refer: true, fires: [marac/visible-high-risk]}
                        """.formatted(hostile));

        BookPages pages = BookPages.served(RuleBook.of(RiskTriage.from(folder), DAY));

        for (String path : List.of(
                "index.html",
                "brackwater/1.0.0/index.html",
                "brackwater/1.0.0/cases.html",
                LINE_RULE,
                "england-wales/1.0.0/prompts/weapon.html",
                "questions.html")) {
            PageFile page = Objects.requireNonNull(pages.page(path));
            assertThat(page.content()).as(path).doesNotContain("<script", "<img", "href=\"javascript:", "\"&amp;\"");
        }
        assertThat(text(Objects.requireNonNull(pages.page("brackwater/1.0.0/index.html"))))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(4)&lt;/script&gt;");
    }
}
