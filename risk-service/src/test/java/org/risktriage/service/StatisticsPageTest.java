package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.risktriage.service.callers.Role;
import org.risktriage.service.ledger.LedgerSettingsText;
import org.risktriage.service.ledger.TestDatabases;
import org.risktriage.service.pages.Browser;

/** The page of statistics, in a real browser, over a real service and a real ledger. */
class StatisticsPageTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService(LedgerSettingsText.on(TestDatabases.SQLITE.fresh()));

    private static Browser browser;

    @BeforeAll
    static void record() {
        browser = Browser.start();
        for (int i = 0; i < 12; i++) {
            send(
                    "2026-02-1" + i % 10,
                    "\"q1\": \"yes\"",
                    ", \"judgement\": {\"highRisk\": true, \"rationale\": \"made up\"}");
            send("2026-05-1" + i % 10, "\"q1\": \"yes\"", "");
        }
        send("2026-05-02", "\"q1\": \"yes\"", ", \"judgement\": {\"highRisk\": true, \"rationale\": \"made up\"}");
    }

    private static void send(String day, String answers, String more) {
        Reply reply = SERVICE.caller()
                .postTo(
                        Caller.ASSESSMENTS,
                        "{\"area\": \"plymouth\", \"assessedOn\": \"" + day + "\", \"answers\": {" + answers + "}"
                                + more + "}",
                        "Content-Type",
                        "application/json",
                        "X-API-Key",
                        SERVICE.credentials().keyOf(Role.SCORER));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    @AfterAll
    static void leave() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.go("http://127.0.0.1:" + SERVICE.port() + "/statistics");
    }

    /** Fills the form by the keyboard alone. */
    private static void ask(String area, String from, String to) {
        browser.script("document.getElementById('area').focus()");
        browser.press(area, Keys.TAB, from, Keys.TAB, to, Keys.TAB, Keys.TAB);
        assertThat(browser.focus()).isEqualTo("key");
        browser.press(SERVICE.credentials().keyOf(Role.STATISTICS), Keys.ENTER);
    }

    private static void askWell() {
        ask("plymouth", "2026-01-01", "2026-12-31");
        browser.until(() -> browser.at("result").isDisplayed());
    }

    private static List<String> row(String head) {
        return browser.all("#figures tbody tr").stream()
                .filter(row -> row.findElement(By.tagName("th")).getText().equals(head))
                .flatMap(row -> row.findElements(By.tagName("td")).stream())
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void by_the_keyboard_alone_figures_are_asked_for_and_the_focus_goes_to_them() {
        browser.press(Keys.TAB);
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("govuk-skip-link");
        askWell();
        browser.until(() -> browser.focus().equals("result-title"));
        assertThat(row("Assessments")).containsExactly("12", "13", "0", "0", "25");
    }

    @Test
    void a_suppressed_figure_says_so_in_words() {
        askWell();
        assertThat(row("Level high")).containsExactly("suppressed", "suppressed", "0", "0", "13");
        assertThat(row("Level standard")).containsExactly("suppressed", "suppressed", "0", "0", "12");
        assertThat(row("Referrals from the police")).containsOnly("not known");
        assertThat(browser.at("levels-words").getText()).contains("4 of the values are suppressed");
    }

    @Test
    void charts_are_drawn_of_the_same_figures() {
        askWell();
        assertThat(browser.script("return Chart.getChart('levels').data.datasets[0].data.join()"))
                .isEqualTo(",,0,0");
        assertThat(browser.script("return Chart.getChart('levels').data.labels.join()"))
                .isEqualTo("2026 Q1,2026 Q2,2026 Q3,2026 Q4");
        assertThat(browser.at("levels").getDomAttribute("aria-label")).contains("High", "The table below");
    }

    @Test
    void axe_finds_nothing_before_and_after_and_with_errors() {
        assertThat(browser.violations()).isEmpty();
        ask("", "x", "2026-12-31");
        browser.until(() -> browser.at("errors").isDisplayed());
        assertThat(browser.violations()).isEmpty();
        browser.go(browser.address());
        askWell();
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_in_a_list_that_leads_there() {
        ask("plymouth", "2026-01-05", "2026-12-31");
        browser.until(() -> browser.at("errors").isDisplayed());
        assertThat(browser.focus()).isEqualTo("errors");
        assertThat(browser.at("error-from").getText()).contains("This is the first day of a quarter of the calendar.");
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.focus()).isEqualTo("from");
    }

    @Test
    void a_key_without_the_role_is_told_so() {
        browser.script("document.getElementById('area').focus()");
        browser.press("plymouth", Keys.TAB, "2026-01-01", Keys.TAB, "2026-12-31", Keys.TAB, Keys.TAB);
        browser.press(SERVICE.credentials().keyOf(Role.SCORER), Keys.ENTER);
        browser.until(() -> browser.at("errors").isDisplayed());
        assertThat(browser.at("error-key").getText()).contains("statistics");
    }

    @Test
    void the_key_is_kept_nowhere_and_no_other_host_is_asked() {
        askWell();
        String key = SERVICE.credentials().keyOf(Role.STATISTICS);
        assertThat(browser.address()).endsWith("/statistics").doesNotContain(key);
        assertThat(browser.script("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        assertThat(String.valueOf(
                        browser.script("return performance.getEntriesByType('resource').map(e => e.name).join(' ')")))
                .contains("/v1/statistics", "/assets/chart.js")
                .doesNotContain(key)
                .doesNotContainPattern("https?://(?!127\\.0\\.0\\.1)");
    }

    @Test
    void on_a_narrow_window_only_the_table_is_wider_than_it() {
        askWell();
        assertThat(browser.beyond(320)).isLessThanOrEqualTo(0);
    }
}
