package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * Every view in both themes on a desktop and on a phone: nothing that axe-core finds, nothing that
 * does not fit, nothing that Chromium complains of. Pictures of all lie in {@code target/views}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessBrowserTest {

  private @Nullable Site site;
  private @Nullable Browser browser;
  private String result = "";

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    site = Site.start(folder);
    browser = new Browser(Talk.in(folder));
    for (String name : new String[] {"sad-woman.wav", "fearful-woman.wav", "german-man.wav"}) {
      own().scheme("light").open(site.address("#/"));
      own().choose(Site.sample(name));
      own().await(".result");
    }
    result = Objects.requireNonNull(own().driver().getCurrentUrl()).replaceAll(".*#", "#");
  }

  @AfterAll
  void stop() {
    Objects.requireNonNull(browser).close();
    Objects.requireNonNull(site).close();
  }

  private Browser own() {
    return Objects.requireNonNull(browser);
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark", "320,640,light"})
  void everyViewCanBeUsedByEveryone(int width, int height, String scheme) throws IOException {
    own().complaints();
    own().size(width, height).scheme(scheme);
    for (String view : new String[] {"analyse", "history", "compare", "about", "result"}) {
      String address = Objects.requireNonNull(site).address("");
      if (view.equals("result")) {
        // Within the page, which still has the sound and the pictures of what it uploaded.
        own().open(address + "#/");
        own().choose(Site.sample("german-man.wav"));
        own().await("emo-heatmap canvas");
        own().await("emo-course canvas");
      } else {
        own().open(address + "#/" + view);
        own().awaitTrue("!document.querySelector('main .loading')");
      }
      check(view, width, height, scheme);
    }
  }

  private void check(String view, int width, int height, String scheme) throws IOException {
    String name = view + "-" + width + "-" + scheme;
    assertThat(own().number("document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(width);
    assertThat(Axe.findings(own())).as(name).isEmpty();
    assertThat(own().complaints()).as(name).isEmpty();
    int whole = (int) own().number("document.documentElement.scrollHeight");
    own().size(width, Math.max(height, whole));
    own().picture(Path.of("target", "views", name + ".png"));
    own().size(width, height);
  }

  @ParameterizedTest
  @CsvSource({"1440,900,dark", "390,844,light"})
  void theLiveViewCanBeUsedByEveryone(int width, int height, String scheme) throws IOException {
    own().complaints();
    own().size(width, height).scheme(scheme);
    own().open(Objects.requireNonNull(site).address("#/live"));
    own().await(".live-now .button.primary").click();
    own().awaitTrue("document.querySelector('emo-live').segments.length > 3");
    own().awaitTrue("document.querySelector('emo-live').latest !== null");
    check("live", width, height, scheme);
    own().await(".live-now .button.primary").click();
    own().await(".tiles");
    check("live-ended", width, height, scheme);
  }

  @Test
  void theKeyboardAloneGetsFromTheTopToAResult() {
    own().size(1440, 900).scheme("light").open(Objects.requireNonNull(site).address("#/"));
    // The page has the keyboard a moment after it is there, so the first key may be lost.
    own().awaitTrue("document.hasFocus()");
    new Actions(own().driver()).sendKeys(Keys.TAB).perform();
    own().awaitTrue("document.activeElement.matches('.skip')");
    assertThat(focused()).isEqualTo("Skip to the content");
    for (int i = 0; i < 30 && !focused().equals("Flat voice"); i++) {
      new Actions(own().driver()).sendKeys(Keys.TAB).perform();
    }
    new Actions(own().driver()).sendKeys(Keys.ENTER).perform();
    assertThat(own().text(".result h1")).isEqualTo("flat-man.wav");
    own().awaitTrue("document.activeElement === document.querySelector('.result h1')");
  }

  private String focused() {
    return own().driver().switchTo().activeElement().getText();
  }

  @Test
  void aResultIsReachedByItsAddress() {
    own().size(1440, 900).open(Objects.requireNonNull(site).address(result));
    assertThat(own().text(".result h1")).isEqualTo("german-man.wav");
  }

  @Test
  void theChosenThemeStays() {
    own().size(1440, 900).scheme("light").open(Objects.requireNonNull(site).address("#/"));
    own().await(".settings button").click();
    own().open(Objects.requireNonNull(site).address("#/"));
    assertThat(own().driver().executeScript("return document.documentElement.dataset.theme"))
        .isEqualTo("dark");
    own().driver().executeScript("localStorage.clear()");
  }
}
