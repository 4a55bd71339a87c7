package org.emotone.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.report.page.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages of a run in Chromium, as wide as a desktop's and as a phone's. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportBrowserTest {

  private Path run = Path.of("");
  private @Nullable Browser browser;

  @BeforeAll
  void makePages(@TempDir Path folder) throws Exception {
    run = folder.resolve("one");
    RunReport.write(Runs.finished(run, 1));
    browser = new Browser();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Browser open(String page, int width, int height, String scheme) {
    Browser own = Objects.requireNonNull(browser);
    own.open(run.resolve(page), width, height, scheme);
    return own;
  }

  @ParameterizedTest
  @CsvSource({
    "report.html,1440,900,light",
    "report.html,1440,900,dark",
    "report.html,390,844,light",
    "report.html,390,844,dark",
    "report.html,320,640,light",
    "listen.html,1440,900,light",
    "listen.html,390,844,dark",
    "listen.html,320,640,light"
  })
  void everythingFitsAndNothingFails(String page, int width, int height, String scheme) {
    Browser own = open(page, width, height, scheme);

    assertThat(own.number("window.innerWidth")).isEqualTo(width);
    assertThat(own.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    for (WebElement figure : own.driver().findElements(By.cssSelector("figure"))) {
      List<WebElement> seen =
          figure.findElements(By.tagName("svg")).stream().filter(WebElement::isDisplayed).toList();
      assertThat(seen).as(figure.getAttribute("id")).hasSize(1);
      assertThat(seen.get(0).getSize().getHeight()).isGreaterThan(20);
      assertThat(seen.get(0).getRect().getX()).isGreaterThanOrEqualTo(0);
      assertThat(seen.get(0).getRect().getX() + seen.get(0).getRect().getWidth())
          .isLessThanOrEqualTo(width);
    }
    assertThat(own.complaints()).isEmpty();
  }

  @Test
  void theReportFetchesNothing() {
    assertThat(
            open("report.html", 1440, 900, "light")
                .number(
                    "performance.getEntriesByType('resource')"
                        + ".filter(e => !e.name.startsWith('data:')).length"))
        .isZero();
  }

  @Test
  void textCanBeReadInLightAndDark() {
    for (String scheme : List.of("light", "dark")) {
      Browser own = open("report.html", 1440, 900, scheme);
      for (String element :
          List.of(".lesson", ".intro", "figure text", "summary", "nav a", ".record dt", "pre")) {
        assertThat(own.contrast(element)).as("%s, %s", element, scheme).isGreaterThan(4.5);
      }
      own = open("listen.html", 1440, 900, scheme);
      for (String element : List.of(".errors h3", ".errors .meta", "select")) {
        assertThat(own.contrast(element)).as("%s, %s", element, scheme).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void errorsCanBePlayedAndChosen() {
    Browser own = open("listen.html", 1440, 900, "light");
    long all = own.number("document.querySelectorAll('.errors li:not([hidden])').length");

    Object seconds =
        own.driver()
            .executeAsyncScript(
                """
                const done = arguments[0];
                const audio = document.querySelectorAll("audio")[1];
                audio.addEventListener("loadedmetadata", () => done(audio.duration));
                audio.addEventListener("error", () => done(-1));
                audio.load();
                """);
    assertThat(((Number) Objects.requireNonNull(seconds)).doubleValue()).isBetween(0.4, 0.6);

    own.driver().findElement(By.id("kind")).sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(own.number("document.querySelectorAll('.errors li:not([hidden])').length"))
        .isPositive()
        .isLessThan(all);
  }

  @Test
  void everyControlHasAName() {
    for (String page : List.of("report.html", "listen.html")) {
      Browser own = open(page, 1440, 900, "light");
      assertThat(
              own.number(
                  "[...document.querySelectorAll('svg, img, audio, [role=region]')].filter(e =>"
                      + " !(e.getAttribute('aria-label') || e.getAttribute('alt'))).length"))
          .isZero();
      assertThat(own.number("document.querySelectorAll('h1').length")).isEqualTo(1);
    }
  }
}
