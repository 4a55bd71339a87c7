package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** From a recording to its result, in Chromium. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnalyseBrowserTest {

  private @Nullable Site site;
  private @Nullable Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    site = Site.start(folder);
    browser = new Browser(Site.sample("loud-man.wav"));
  }

  @AfterAll
  void stop() {
    Objects.requireNonNull(browser).close();
    Objects.requireNonNull(site).close();
  }

  @BeforeEach
  void openPage() {
    own().size(1440, 900).scheme("light").open(Objects.requireNonNull(site).address(""));
  }

  @AfterEach
  void forget() {
    own().driver().executeScript("localStorage.clear()");
  }

  private void language(String id) {
    new Select(own().await(".settings select")).selectByValue(id);
  }

  private Browser own() {
    return Objects.requireNonNull(browser);
  }

  @Test
  void anUploadGivesAResultWithEverythingThatIsKnown() {
    own().complaints();
    own().requests();
    own().choose(Site.sample("german-man.wav"));
    assertThat(own().text(".result h1")).isEqualTo("german-man.wav");
    Heard heard = Heard.of("german-man.wav");
    assertThat(own().text(".gauge-words strong")).isEqualTo(heard.words());
    assertThat(own().text(".gauge-share")).isEqualTo(heard.share());
    assertThat(own().driver().findElements(By.cssSelector(".answer .bars li"))).hasSize(7);
    assertThat(own().text(".segments")).contains("%");
    own().await("emo-course canvas");
    own().await("emo-polar canvas");
    own().await("emo-heatmap canvas");
    assertThat(own().text(".cues")).contains("Pitch").contains("lowered");
    assertThat(own().driver().findElements(By.cssSelector(".downloads a"))).hasSizeGreaterThan(10);
    assertThat(own().complaints()).isEmpty();
  }

  @Test
  void noRequestLeavesTheHost() {
    own().requests();
    own().open(Objects.requireNonNull(site).address(""));
    own().choose(Site.sample("flat-man.wav"));
    own().await("emo-course canvas");
    List<String> requests = own().requests();
    assertThat(requests).hasSizeGreaterThan(20);
    String host = Objects.requireNonNull(site).address("");
    assertThat(requests)
        .allMatch(
            url ->
                url.startsWith(host)
                    || url.startsWith("data:")
                    || url.startsWith("about:")
                    || url.startsWith("blob:" + host));
  }

  @Test
  void aSampleIsOneClickFromItsResult() {
    own().await(".chip").click();
    assertThat(own().text(".result h1")).isEqualTo("flat-man.wav");
    assertThat(own().text(".gauge-words strong")).isEqualTo(Heard.of("flat-man.wav").words());
  }

  @Test
  void aRecordingFromTheMicrophoneGivesAResult() {
    own().await(".record").click();
    own().await(".recorder-wave");
    own().awaitTrue("document.querySelector('emo-recorder').seconds > 3");
    assertThat(own().number("Math.max(...document.querySelector('emo-recorder').levels)"))
        .isGreaterThan(0.3);
    own().await(".finish").click();
    assertThat(own().text(".result h1")).startsWith("Recording").endsWith(".wav");
    assertThat(own().number("document.querySelector('emo-result').result.seconds"))
        .isBetween(2.5, 30.0);
    assertThat(own().text(".segments")).contains("0:");
  }

  @Test
  void anUncertainAnswerIsCalledSo() {
    String sample = Heard.uncertain();
    own().choose(Site.sample(sample));
    assertThat(own().text(".gauge-words strong")).isEqualTo("Uncertain");
    assertThat(own().text(".gauge-note")).contains("Closest is " + Heard.of(sample).emotion());
    assertThat(own().await("[role=meter]").getAttribute("aria-valuetext")).startsWith("Uncertain");
  }

  @Test
  void classesCanBeSeenTogether() {
    own().choose(Site.sample(Heard.sure()));
    own().await(".answer .segmented");
    List<WebElement> views =
        own().driver().findElements(By.cssSelector(".answer .segmented button"));
    assertThat(views.stream().map(WebElement::getText))
        .containsExactly("7 classes", "6 emotions", "Positive or negative");
    views.get(2).click();
    own().awaitTrue("document.querySelectorAll('.answer .bars li').length === 3");
    String first = own().text(".answer .bars li");
    assertThat(first).matches("(?s)(Negative|Neutral|Positive).*");
    assertThat(first).startsWith(own().text(".gauge-words strong"));
  }

  @Test
  void theLevelIsAPlaceToClickToHoverAndToType() {
    own().choose(Site.sample("german-man.wav"));
    WebElement wave = own().await(".wave");
    int width = wave.getSize().getWidth();
    new Actions(own().driver()).moveToElement(wave, width / 4, 0).perform();
    assertThat(own().text(".tip")).contains("%");
    new Actions(own().driver()).click().perform();
    assertThat(own().number("document.querySelector('audio').currentTime"))
        .isCloseTo(0.75 * 2.389, within(0.05));
    wave.sendKeys(Keys.HOME, Keys.ARROW_RIGHT);
    assertThat(own().number("document.querySelector('audio').currentTime"))
        .isCloseTo(0.5, within(0.05));
    assertThat(wave.getAttribute("aria-valuetext")).startsWith("0:00.5, Angry");
  }

  @Test
  void whatTheAnswerRestsOnIsLaidOverTheSpectrogram() {
    own().choose(Site.sample("german-man.wav"));
    own().await("emo-heatmap canvas");
    String before = picture();
    own().await("emo-spectrum input[type=checkbox]").click();
    assertThat(own().text("emo-spectrum .legend")).contains("speaks for it");
    assertThat(picture()).isNotEqualTo(before);
    own().driver().findElements(By.cssSelector("emo-spectrum .segmented button")).get(1).click();
    own().awaitTrue("document.querySelector('emo-spectrum').textContent.includes('Cepstral')");
  }

  private String picture() {
    return String.valueOf(
        own()
            .driver()
            .executeScript("return document.querySelector('emo-heatmap canvas').toDataURL()"));
  }

  @Test
  void aFileThatIsNoRecordingIsRefusedInPlainWords(@TempDir Path folder) throws Exception {
    Path letter = folder.resolve("letter.wav");
    Files.writeString(letter, "Dear reader, this is not a recording.");
    own().choose(letter);
    assertThat(own().text("[role=alert]")).contains("That is not a recording.");
    assertThat(own().await(".intake").isDisplayed()).isTrue();
  }

  @Test
  void thePageSpeaksThreeLanguages() {
    language("de");
    own().awaitTrue("document.querySelector('h1').textContent.includes('Nach welcher Emotion')");
    assertThat(own().driver().findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("de");
    language("es");
    own().awaitTrue("document.querySelector('h1').textContent.includes('qué emoción')");
    language("en");
    own().awaitTrue("document.querySelector('h1').textContent.includes('Which emotion')");
  }
}
