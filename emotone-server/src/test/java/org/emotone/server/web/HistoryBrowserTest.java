package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What was recognised before, in Chromium. */
@Tag("browser")
final class HistoryBrowserTest {

  private @Nullable Site site;
  private @Nullable Browser browser;

  @BeforeEach
  void hearTwo(@TempDir Path folder) throws Exception {
    site = Site.start(folder);
    browser = new Browser(Site.sample("loud-man.wav"));
    for (String name : new String[] {"german-man.wav", "flat-man.wav"}) {
      own().scheme("light").open(site.address("#/"));
      own().choose(Site.sample(name));
      own().await(".result");
    }
  }

  @AfterEach
  void stop() {
    Objects.requireNonNull(browser).close();
    Objects.requireNonNull(site).close();
  }

  private Browser own() {
    return Objects.requireNonNull(browser);
  }

  private Browser open(String view) {
    return own().open(Objects.requireNonNull(site).address(view));
  }

  private void awaitRows(int count) {
    own().awaitTrue("document.querySelectorAll('.history > li').length === " + count);
  }

  @Test
  void resultsAreFoundOpenedAndDeleted() {
    open("#/history");
    awaitRows(2);
    assertThat(own().text(".history > li"))
        .contains("flat-man.wav", Heard.of("flat-man.wav").emotion());
    own().await("input[type=search]").sendKeys("GERMAN");
    awaitRows(1);
    own().await(".history-name").click();
    assertThat(own().text(".result h1")).isEqualTo("german-man.wav");
    assertThat(own().text("emo-player")).contains("not kept");
    open("#/history");
    awaitRows(2);
    own().await("[aria-label='Delete german-man.wav']").click();
    own().await("dialog .button.bad").click();
    awaitRows(1);
    assertThat(own().text(".history")).doesNotContain("german-man.wav");
    open("#/history");
    awaitRows(1);
  }

  @Test
  void theWholeHistoryIsDeletedOnlyAfterAQuestion() {
    open("#/history");
    awaitRows(2);
    own().await(".history-bar .button.bad").click();
    own().await("dialog .button:not(.bad)").click();
    awaitRows(2);
    own().await(".history-bar .button.bad").click();
    own().await("dialog .button.bad").click();
    own().awaitTrue("document.querySelector('main').textContent.includes('Nothing was analysed')");
  }

  @Test
  void whatItReallyWasIsRemembered() {
    own().await(".choices");
    own()
        .driver()
        .findElement(By.xpath("//div[@class='choices']/button[normalize-space()='Sad']"))
        .click();
    own().awaitTrue("document.querySelector('emo-feedback').textContent.includes('Noted: Sad')");
    open("#/history");
    awaitRows(2);
    assertThat(own().text(".history > li")).contains("you said: Sad");
  }

  @Test
  void twoRecordingsAreSetSideBySide() {
    open("#/compare");
    for (String name : new String[] {"german-man.wav", "flat-man.wav"}) {
      Select past = new Select(own().await(".sides select:not(.bare)"));
      past.getOptions().stream()
          .filter(option -> option.getText().startsWith(name))
          .findFirst()
          .orElseThrow()
          .click();
      own()
          .awaitTrue(
              "[...document.querySelectorAll('.file')].some(f => f.textContent === '"
                  + name
                  + "')");
    }
    Heard first = Heard.of("german-man.wav");
    Heard second = Heard.of("flat-man.wav");
    assertThat(own().text(".versus")).contains(first.emotion(), first.share(), second.share());
    assertThat(own().text("#side-difference + p"))
        .contains("First: " + first.words())
        .contains("Second: " + second.words());
  }

  @Test
  void aServerThatWentAwayIsToldOfAndFoundAgain() throws Exception {
    open("#/history");
    awaitRows(2);
    int port = Objects.requireNonNull(site).stop();
    own().await("input[type=search]").sendKeys("x");
    assertThat(own().text("[role=alert]")).contains("The server does not answer");
    Objects.requireNonNull(site).startAgain(port);
    own().await("[role=alert] button").click();
    own().awaitTrue("document.querySelector('main').textContent.includes('Nothing is called')");
  }
}
