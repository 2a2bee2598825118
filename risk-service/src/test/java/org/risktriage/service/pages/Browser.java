package org.risktriage.service.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A real Chromium, without a window. Where there is none the test is skipped and says so, unless
 * {@code RISK_TRIAGE_BROWSER=required}.
 */
public final class Browser implements AutoCloseable {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<Path> DRIVER =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one with a profile of its own. */
    public static Browser start() {
        Path chromium = first(CHROMIUM);
        Path chromedriver = first(DRIVER);
        boolean there = chromium != null && chromedriver != null;
        if ("required".equals(System.getenv("RISK_TRIAGE_BROWSER"))) {
            assertThat(there)
                    .as("Chromium and its driver, which RISK_TRIAGE_BROWSER=required asks for")
                    .isTrue();
        }
        assumeTrue(there, "Pages are not looked at: there is no Chromium with chromedriver on this machine.");
        try {
            ChromeOptions options = new ChromeOptions();
            options.setBinary(Objects.requireNonNull(chromium).toFile());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-GB",
                    "--user-data-dir=" + Files.createTempDirectory("browser"));
            ChromeDriver driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(
                                    Objects.requireNonNull(chromedriver).toFile())
                            .build(),
                    options);
            driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
            driver.manage().window().setSize(new Dimension(1200, 900));
            return new Browser(driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    /** Goes to an address. */
    public void go(String address) {
        driver.get(address);
    }

    /** The element with an id. */
    public WebElement at(String id) {
        return driver.findElement(By.id(id));
    }

    /** Every element that a selector finds. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Presses keys, one after the other, wherever the focus is. */
    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** The id of what has the focus. */
    public String focus() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    /** Waits until something holds. */
    public void until(BooleanSupplier holds) {
        for (int i = 0; i < PATIENCE.toMillis() / 50 && !holds.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    /** What a script of the page's own host gives. */
    public Object script(String script) {
        return Objects.requireNonNullElse(driver.executeScript(script), "");
    }

    /** What axe finds wrong with the page by WCAG 2.2 AA, and by good practice. */
    public List<String> violations() {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                        + ".then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' '))))");
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("axe did not answer");
    }

    /** How many pixels of the page a window of some width does not show, as on a phone. */
    public long beyond(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        return Long.parseLong(String.valueOf(
                script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")));
    }

    /** The page as a window of some size shows it, as PNG. */
    public byte[] picture(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** The address that is shown. */
    public String address() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    private static String axe() {
        Properties version = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            version.load(in);
            try (InputStream script =
                    open("/META-INF/resources/webjars/axe-core/" + version.getProperty("version") + "/axe.min.js")) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Browser.class.getResourceAsStream(name), name);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
