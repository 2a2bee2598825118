package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.risktriage.service.pages.Browser;

/**
 * The rule book in a real browser.
 *
 * <p>After a change of how it looks, {@code -Dexamples.update=true} takes the pictures of the documentation anew; then look at
 * them.
 */
class RuleBookPageTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    private static final Path PICTURES = Path.of("../docs/images");
    private static final int LARGEST = 200 * 1024;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void leave() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String path) {
        browser.go("http://127.0.0.1:" + SERVICE.port() + "/rules/" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "questions.html",
                "criteria.html",
                "plymouth/1.0.0/",
                "kingston/1.0.0/",
                "leicester-leicestershire-rutland/1.0.0/",
                "england-wales/1.0.0/",
                "plymouth/1.0.0/cases.html",
                "england-wales/1.0.0/marac/visible-high-risk.html",
                "england-wales/1.0.0/prompts/cluster-of-three.html"
            })
    void axe_finds_nothing_wrong(String path) {
        open(path);
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "questions.html",
                "criteria.html",
                "kingston/1.0.0/",
                "england-wales/1.0.0/marac/visible-high-risk.html"
            })
    void a_page_fits_the_width_of_a_phone(String path) {
        open(path);
        assertThat(browser.beyond(320)).isZero();
    }

    @Test
    void a_reader_comes_from_an_area_to_a_rule_by_links_alone_and_no_script_runs() {
        open("");
        browser.press(Keys.TAB);
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("govuk-skip-link");
        browser.all("a[href='plymouth/1.0.0/index.html']").get(0).sendKeys(Keys.ENTER);
        browser.until(() -> browser.all("h1").get(0).getText().equals("Plymouth"));
        browser.all("a[href$='marac/visible-high-risk.html']").get(0).sendKeys(Keys.ENTER);
        browser.until(() -> browser.all("h1").get(0).getText().equals("marac/visible-high-risk"));
        assertThat(browser.all("script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rule-book-packs.png, ''",
        "rule-book-area.png, kingston/1.0.0/#parameters",
        "rule-book-rule.png, england-wales/1.0.0/marac/visible-high-risk.html"
    })
    void the_documentation_has_a_picture_of_it(String picture, String path) throws IOException {
        open(path);
        Path file = PICTURES.resolve(picture);
        if (Boolean.getBoolean("examples.update")) {
            Files.createDirectories(PICTURES);
            Files.write(file, browser.picture(1000, 1000));
        }
        assertThat(Files.size(file)).isBetween(10_000L, (long) LARGEST);
        assertThat(Files.readString(Path.of("../docs/how-to/read-the-rule-book.md")))
                .contains("../images/" + picture);
    }
}
