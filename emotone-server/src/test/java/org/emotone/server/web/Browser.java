package org.emotone.server.web;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium, as wide as a desktop's or a phone's, whose microphone hears a WAV file over and over.
 */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ChromeDriver driver;

  /**
   * Starts it.
   *
   * @param microphone what the microphone hears; null for one whose use the user refuses
   */
  Browser(@Nullable Path microphone) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome").toFile());
    // Inside of containers there is neither a sandbox nor much shared memory.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments(
        "--lang=en", "--hide-scrollbars", "--autoplay-policy=no-user-gesture-required");
    if (microphone == null) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.media_stream_mic", 2));
      options.addArguments("--use-fake-device-for-media-stream", "--deny-permission-prompts");
    } else {
      options.addArguments(
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--use-file-for-fake-audio-capture=" + microphone.toAbsolutePath());
    }
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    size(1440, 900);
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
  ChromeDriver driver() {
    return driver;
  }

  /** Makes the page as large as a screen; less than 500 pixels wide it is a phone's. */
  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    return this;
  }

  /** Has the system prefer {@code light} or {@code dark}, and no motion, so that pictures stand. */
  Browser scheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    return this;
  }

  /** Opens an address as if for the first time in this tab. */
  Browser open(String address) {
    driver.get("about:blank");
    driver.get(address);
    await("main h1");
    return this;
  }

  /** The element, as soon as it is there and seen. */
  WebElement await(String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> selector + " in " + driver.findElement(By.tagName("body")).getText())
        .until(
            any -> {
              List<WebElement> found = driver.findElements(By.cssSelector(selector));
              return found.stream().filter(WebElement::isDisplayed).findFirst().orElse(null);
            });
  }

  /** Waits until a script gives true. */
  void awaitTrue(String script) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> script + " in " + driver.findElement(By.tagName("body")).getText())
        .until(any -> Boolean.TRUE.equals(driver.executeScript("return " + script)));
  }

  /** Gives the page a file, as the dialogue would. */
  void choose(Path file) {
    driver
        .findElement(By.cssSelector("input[type=file]"))
        .sendKeys(file.toAbsolutePath().toString());
  }

  /** The text of the first such element. */
  String text(String selector) {
    return await(selector).getText();
  }

  /** The number that a script gives. */
  double number(String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript("return " + script)))
        .doubleValue();
  }

  /**
   * What the page has complained of since this was asked last, but for progress that was asked for
   * before the server had the whole upload.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("/v1/progress/"))
        .toList();
  }

  /** The addresses that were asked for since this was asked last. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(
            one ->
                one.contains("\"Network.requestWillBeSent\"")
                    || one.contains("\"Network.webSocketCreated\""))
        .map(one -> one.replaceAll("(?s).*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  /** Saves a picture of what the window shows. */
  void picture(Path file) throws IOException {
    // Two frames later, what was resized is drawn.
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)));");
    Map<String, Object> shot =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Files.write(
        file, Base64.getDecoder().decode((String) Objects.requireNonNull(shot.get("data"))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
