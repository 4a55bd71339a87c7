package org.emotone.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Scans a page for what keeps people from using it, with Deque's axe-core. */
final class Axe {

  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What breaks WCAG 2.2 at level A or AA, with its impact and where it is. */
  static List<String> findings(Browser browser) {
    browser.driver().executeScript(SCRIPT);
    Object found =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[0];
                const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
                axe.run(document, { runOnly: { type: "tag", values: tags } }).then((all) => done(all.violations));
                """);
    return ((List<?>) Objects.requireNonNull(found))
        .stream().map(one -> (Map<?, ?>) one).map(Axe::words).toList();
  }

  private static String words(Map<?, ?> violation) {
    List<?> nodes = (List<?>) Objects.requireNonNull(violation.get("nodes"));
    List<String> places =
        nodes.stream()
            .map(node -> String.valueOf(((Map<?, ?>) node).get("html")))
            .map(html -> html.substring(0, Math.min(160, html.length())))
            .toList();
    return violation.get("impact") + ": " + violation.get("id") + " " + places;
  }
}
