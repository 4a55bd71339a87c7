package org.emotone.report.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium, as wide as a desktop's or a phone's. */
public final class Browser implements AutoCloseable {

  private final ChromeDriver driver;

  /** Starts it. */
  public Browser() {
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
    driver = new ChromeDriver(service, options);
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

  /** What drives it. */
  public ChromeDriver driver() {
    return driver;
  }

  /**
   * Opens a page.
   *
   * @param scheme {@code light} or {@code dark}
   */
  public void open(Path page, int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.get(page.toUri().toString());
  }

  /** The number that a script gives. */
  public long number(String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript("return " + script))).longValue();
  }

  /** What the page has complained of since this was asked last. */
  public List<LogEntry> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll();
  }

  /** Contrast of a text and what is behind it (WCAG 2.2, "contrast ratio"). */
  public double contrast(String selector) {
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
    return ((Number) Objects.requireNonNull(driver.executeScript(script, selector))).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
