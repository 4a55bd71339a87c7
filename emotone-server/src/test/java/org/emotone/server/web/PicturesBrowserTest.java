package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the README, of synthetic speech: {@code src/test/scripts/pictures.sh} takes them
 * from {@code target/views} to {@code docs/images}.
 */
@Tag("browser")
final class PicturesBrowserTest {

  private static final Path FOLDER = Path.of("target", "views");
  private static final long MOST_BYTES = 200_000;

  @Test
  void aResultAndALiveSessionAreWorthALook(@TempDir Path folder) throws Exception {
    Path talk = Talk.in(folder);
    try (Site site = Site.start(folder);
        Browser browser = new Browser(talk)) {
      browser.size(1440, 1450).scheme("light").open(site.address("#/"));
      browser.choose(talk);
      browser.await("emo-heatmap canvas");
      browser.await("emo-course canvas");
      browser.driver().executeScript("document.querySelector('emo-player').go(4.2)");
      picture(browser, "web-result.png");
      browser.size(1440, 880).scheme("dark").open(site.address("#/live"));
      browser.await(".live-now .button.primary").click();
      browser.awaitTrue("document.querySelector('emo-live').now > 32");
      browser.awaitTrue("document.querySelector('emo-live').latest !== null");
      picture(browser, "web-live.png");
    }
  }

  private static void picture(Browser browser, String name) throws Exception {
    browser.picture(FOLDER.resolve(name));
    assertThat(Files.size(FOLDER.resolve(name))).isLessThan(MOST_BYTES);
  }
}
