package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view in Chromium, whose microphone hears a clip over and over. */
@Tag("browser")
final class LiveBrowserTest {

  private static final String RESULTS = "document.querySelector('emo-live').results";

  @Test
  void speakingMovesTheGaugeSeveralTimesASecondAndEndsInASummary(@TempDir Path folder)
      throws Exception {
    try (Site site = Site.start(folder);
        Browser browser = new Browser(Talk.in(folder))) {
      browser.scheme("light").open(site.address("#/live"));
      browser.complaints();
      browser.await(".live-now .button.primary").click();
      browser.awaitTrue(RESULTS + " > 5");
      assertThat(browser.text(".badge")).isEqualTo("Listening");
      double from = browser.number(RESULTS);
      double then = browser.number("document.querySelector('emo-live').now");
      browser.awaitTrue("document.querySelector('emo-live').now > " + (then + 8));
      double speech = browser.number(SPOKEN.formatted(then, then + 8));
      assertThat((browser.number(RESULTS) - from) / speech).isGreaterThan(2);
      browser.await(".live-now .button.primary").click();
      assertThat(browser.text(".tiles")).contains("Speech").contains("Utterances");
      assertThat(browser.text("#live-summary")).isEqualTo("Summary of the session");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Seconds between two times in which somebody spoke, at least one. */
  private static final String SPOKEN =
      """
      Math.max(1, document.querySelector('emo-live').segments
        .reduce((sum, s) => sum + Math.max(0, Math.min(s.end, %2$s) - Math.max(s.start, %1$s)), 0))
      """;

  @Test
  void aBrokenConnectionIsTakenUpAgainWithoutLosingWhatWasSaid(@TempDir Path folder)
      throws Exception {
    try (Site site = Site.start(folder);
        Browser browser = new Browser(Talk.in(folder))) {
      browser.scheme("light").open(site.address("#/live"));
      browser.await(".live-now .button.primary").click();
      browser.awaitTrue(RESULTS + " > 3");
      String id = String.valueOf(browser.driver().executeScript("return " + SESSION + ".id"));
      browser.driver().executeScript(SESSION + ".socket.close()");
      browser.awaitTrue(SESSION + ".state === 'live' && " + SESSION + ".tries === 0");
      assertThat(browser.driver().executeScript("return " + SESSION + ".id")).isEqualTo(id);
      double before = browser.number(RESULTS);
      browser.awaitTrue(RESULTS + " > " + (before + 5));
      double spoken = browser.number(SESSION + ".seconds");
      browser.await(".live-now .button.primary").click();
      browser.await(".tiles");
      assertThat(browser.number("document.querySelector('emo-live').summary.seconds"))
          .isGreaterThan(spoken - 1);
    }
  }

  private static final String SESSION = "document.querySelector('emo-live').session";

  @Test
  void aMicrophoneThatMayNotBeUsedIsToldOf(@TempDir Path folder) throws Exception {
    try (Site site = Site.start(folder);
        Browser browser = new Browser(null)) {
      browser.scheme("light").open(site.address("#/live"));
      browser.await(".live-now .button.primary").click();
      assertThat(browser.text("[role=alert]")).contains("The microphone may not be used");
      browser.open(site.address(""));
      browser.await(".record").click();
      assertThat(browser.text("[role=alert]")).contains("The microphone may not be used");
    }
  }
}
