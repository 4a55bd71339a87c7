package org.emotone.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.audio.AudioProperties;
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
import org.openqa.selenium.interactions.Actions;

/** The page of a timeline in Chromium. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TimelineBrowserTest {

  private Path page = Path.of("");
  private @Nullable Browser browser;

  @BeforeAll
  void makePage(@TempDir Path folder) throws Exception {
    Path file = Talks.file(folder, "a.wav");
    page = folder.resolve("a.html");
    AudioProperties properties = new AudioProperties("WAV", "PCM", Talks.RATE, 1, 16, 80_000);
    PageSound sound = PageSound.of(file, properties, 10, page);
    Files.writeString(
        page, new TimelinePage("a.wav", Talks.timeline(), Talks.envelope(file), sound).html());
    browser = new Browser();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Browser open(int width, int height, String scheme) {
    Browser own = Objects.requireNonNull(browser);
    own.open(page, width, height, scheme);
    own.driver()
        .executeAsyncScript(
            "const done = arguments[0], a = document.getElementById('player');"
                + "a.readyState > 0 ? done() : a.addEventListener('loadedmetadata', () => done());");
    return own;
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "320,640,dark"})
  void everythingFitsAndNothingFails(int width, int height, String scheme) {
    Browser own = open(width, height, scheme);
    assertThat(own.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    assertThat(own.number("document.querySelectorAll('.segments button').length")).isEqualTo(2);
    assertThat(own.complaints()).isEmpty();
    assertThat(
            own.number(
                "performance.getEntriesByType('resource')"
                    + ".filter(e => !e.name.startsWith('data:')).length"))
        .isZero();
  }

  @Test
  void aClickOnTheLevelGoesThere() {
    Browser own = open(1440, 900, "light");
    WebElement wave = own.driver().findElement(By.id("wave"));
    int width = wave.getSize().getWidth();
    new Actions(own.driver()).moveToElement(wave, width / 5, 0).click().perform();
    assertThat(playerMillis(own)).isCloseTo(7000, within(50L));
    assertThat(own.number("parseFloat(document.querySelector('.cursor').style.left)"))
        .isBetween(69L, 71L);
    assertThat(current(own)).contains("sad");
    assertThat(own.complaints()).isEmpty();
  }

  @Test
  void aClickOnASegmentGoesToItsStart() {
    Browser own = open(390, 844, "light");
    own.driver().findElements(By.cssSelector(".segments button")).get(1).click();
    assertThat(playerMillis(own)).isBetween(5000L, 6500L);
    assertThat(current(own)).contains("sad");
  }

  @Test
  void theKeyboardReachesAndMovesThePosition() {
    Browser own = open(1440, 900, "light");
    WebElement wave = own.driver().findElement(By.id("wave"));
    wave.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(playerMillis(own)).isEqualTo(2000);
    assertThat(current(own)).contains("angry");
    wave.sendKeys(Keys.ARROW_LEFT, Keys.END);
    assertThat(playerMillis(own)).isEqualTo(10_000);
    wave.sendKeys(Keys.HOME);
    assertThat(playerMillis(own)).isZero();
    assertThat(wave.getAttribute("aria-valuetext")).isEqualTo("0:00.0");
  }

  @Test
  void everyControlHasANameAndTextCanBeRead() {
    for (String scheme : List.of("light", "dark")) {
      Browser own = open(1440, 900, scheme);
      assertThat(
              own.number(
                  "[...document.querySelectorAll('svg, audio, [role=slider], [role=region]')]"
                      + ".filter(e => !e.getAttribute('aria-label')).length"))
          .isZero();
      for (String element : List.of(".segments button", ".legend li", ".intro")) {
        assertThat(own.contrast(element)).as("%s, %s", element, scheme).isGreaterThan(4.5);
      }
    }
  }

  private static long playerMillis(Browser own) {
    return own.number("Math.round(1000 * document.getElementById('player').currentTime)");
  }

  private static String current(Browser own) {
    return own.driver().findElement(By.cssSelector("[aria-current]")).getText();
  }
}
