package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.emotone.corpus.reader.Corpora;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in Chromium, as wide as a desktop's and as a phone's. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {

  private Path page = Path.of("");
  private ChromeDriver browser;

  @BeforeAll
  void openPage(@TempDir Path folder) throws Exception {
    Path clips = Voices.ravdess(folder.resolve("clips"), 12);
    Files.writeString(clips.resolve("Actor_01/03-01-02-01-01-01-01.wav"), "no sound");
    Files.createFile(clips.resolve("a-name-that-no-rule-of-this-corpus-understands-at-all.wav"));
    Path voted = folder.resolve("voted");
    Cremad.write(voted, 8);
    Exploration found =
        ExplorerTest.explore(
            folder.resolve("cache"),
            ExploreOptions.STANDARD,
            Corpora.byId("ravdess").read(clips),
            Corpora.byId("cremad").read(voted));
    page = new ExplorePage(found).write(folder.resolve("page"));
    browser = start();
  }

  private static ChromeDriver start() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome").toFile());
    // Inside of containers there is neither a sandbox nor much shared memory.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static Path program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(f -> Path.of(f, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no %s on the PATH; install it (Debian, Ubuntu: apt-get install chromium chromium-driver)"
                        .formatted(String.join(" or ", names))));
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  private void open(int width, int height, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    browser.get(page.toUri().toString());
  }

  private long number(String script) {
    return ((Number) Objects.requireNonNull(browser.executeScript("return " + script))).longValue();
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark", "320,640,light"})
  void everythingFitsAndNothingFails(int width, int height, String scheme) {
    open(width, height, scheme);

    assertThat(number("window.innerWidth")).isEqualTo(width);
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    List<WebElement> figures = browser.findElements(By.cssSelector("figure"));
    assertThat(figures)
        .extracting(figure -> figure.getAttribute("id"))
        .contains("emotions", "rates", "pitch", "tsne-corpus", "pca-speaker", "votes");
    for (WebElement figure : figures) {
      List<WebElement> seen =
          figure.findElements(By.tagName("svg")).stream().filter(WebElement::isDisplayed).toList();
      assertThat(seen).as(figure.getAttribute("id")).hasSize(1);
      assertThat(seen.get(0).getSize().getHeight()).isGreaterThan(20);
      assertThat(seen.get(0).getRect().getX()).isGreaterThanOrEqualTo(0);
      assertThat(seen.get(0).getRect().getX() + seen.get(0).getRect().getWidth())
          .isLessThanOrEqualTo(width);
    }
    List<LogEntry> logs = browser.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(logs).isEmpty();
  }

  @Test
  void nothingIsFetched() {
    open(1440, 900, "light");

    assertThat(
            number(
                "performance.getEntriesByType('resource')"
                    + ".filter(e => !e.name.startsWith('data:')).length"))
        .isZero();
  }

  @Test
  void textCanBeReadInLightAndDark() {
    for (String scheme : List.of("light", "dark")) {
      open(1440, 900, scheme);
      for (String element :
          List.of(".lesson", ".intro", ".meta", "figure text", "summary", "nav a")) {
        assertThat(contrast(element)).as("%s, %s", element, scheme).isGreaterThan(4.5);
      }
    }
  }

  /** Contrast of a text and what is behind it (WCAG 2.2, "contrast ratio"). */
  private double contrast(String selector) {
    String script =
        """
        const light = (css) => {
          const c = css.match(/[0-9.]+/g).slice(0, 3).map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
          return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
        };
        const text = document.querySelector(arguments[0]);
        const style = getComputedStyle(text);
        let behind = text;
        while (/rgba.*, 0\\)/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
        const a = light(text.namespaceURI.endsWith("svg") ? style.fill : style.color);
        const b = light(getComputedStyle(behind).backgroundColor);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        """;
    return ((Number) Objects.requireNonNull(browser.executeScript(script, selector))).doubleValue();
  }

  @Test
  void tablesOpenAndClipsCanBePlayed() {
    open(390, 844, "light");

    WebElement figure = browser.findElement(By.id("emotions"));
    WebElement table = figure.findElement(By.tagName("table"));
    assertThat(table.isDisplayed()).isFalse();
    browser.executeScript("arguments[0].click()", figure.findElement(By.tagName("summary")));
    assertThat(table.isDisplayed()).isTrue();
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

    Object seconds =
        browser.executeAsyncScript(
            """
            const done = arguments[0];
            const audio = document.querySelector("audio");
            const tell = () => done(audio.duration);
            if (audio.readyState > 0) tell(); else audio.addEventListener("loadedmetadata", tell);
            """);
    assertThat(((Number) Objects.requireNonNull(seconds)).doubleValue()).isBetween(0.7, 0.9);
  }

  @Test
  void everyControlHasAName() {
    open(1440, 900, "light");

    assertThat(
            number(
                "[...document.querySelectorAll('svg, img, audio, [role=region]')].filter(e =>"
                    + " !(e.getAttribute('aria-label') || e.getAttribute('alt'))).length"))
        .isZero();
    assertThat(number("document.querySelectorAll('h1').length")).isEqualTo(1);
  }
}
