package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.corpus.reader.Corpora;
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
import org.openqa.selenium.WebElement;

/** The page in Chromium, as wide as a desktop's and as a phone's. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {

  private Path page = Path.of("");
  private @Nullable Browser browser;

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
    browser = new Browser();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Browser browser() {
    return Objects.requireNonNull(browser);
  }

  private void open(int width, int height, String scheme) {
    browser().open(page, width, height, scheme);
  }

  private long number(String script) {
    return browser().number(script);
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark", "320,640,light"})
  void everythingFitsAndNothingFails(int width, int height, String scheme) {
    open(width, height, scheme);

    assertThat(number("window.innerWidth")).isEqualTo(width);
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    List<WebElement> figures = browser().driver().findElements(By.cssSelector("figure"));
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
    assertThat(browser().complaints()).isEmpty();
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
        assertThat(browser().contrast(element)).as("%s, %s", element, scheme).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void tablesOpenAndClipsCanBePlayed() {
    open(390, 844, "light");

    WebElement figure = browser().driver().findElement(By.id("emotions"));
    WebElement table = figure.findElement(By.tagName("table"));
    assertThat(table.isDisplayed()).isFalse();
    browser()
        .driver()
        .executeScript("arguments[0].click()", figure.findElement(By.tagName("summary")));
    assertThat(table.isDisplayed()).isTrue();
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

    Object seconds =
        browser()
            .driver()
            .executeAsyncScript(
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
