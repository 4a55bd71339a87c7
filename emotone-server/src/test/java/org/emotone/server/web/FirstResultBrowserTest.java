package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a newcomer does first: opens the page, clicks a sample, sees a result. How long that takes
 * is left in {@code target/first-result.txt}; {@code src/test/scripts/first-result.sh} measures it
 * on a fresh clone, whose server it gives by {@code -Demotone.address=http://127.0.0.1:PORT/}.
 */
@Tag("browser")
final class FirstResultBrowserTest {

  @Test
  void aNewcomerIsOneClickFromTheFirstResult(@TempDir Path folder) throws Exception {
    String address = System.getProperty("emotone.address", "");
    if (!address.isEmpty()) {
      visit(address);
      return;
    }
    try (Site site = Site.start(folder)) {
      visit(site.address(""));
    }
  }

  private static void visit(String address) throws Exception {
    try (Browser browser = new Browser(Site.sample("loud-man.wav"))) {
      long start = System.nanoTime();
      browser.open(address);
      browser.await(".chip");
      long seen = System.nanoTime();
      browser.await(".chip").click();
      browser.await(".result .gauge-words strong");
      long heard = System.nanoTime();
      browser.await("emo-heatmap canvas");
      String words =
          String.format(
              Locale.ROOT,
              "page %.1f s after it was asked for, result %.1f s after the click%n",
              (seen - start) / 1e9,
              (heard - seen) / 1e9);
      Files.writeString(Path.of("target", "first-result.txt"), words);
      assertThat(browser.text(".result .gauge-words strong"))
          .isEqualTo(Heard.of("flat-man.wav").words());
    }
  }
}
