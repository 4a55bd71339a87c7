package org.emotone.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.emotone.report.drawing.Svg;

/**
 * A page that needs neither network nor other files: a heading, figures at a glance, parts, a foot.
 * It fits desktops and phones, in light and in dark.
 *
 * <p>What is named {@code html} goes into the page as it is; everything else is text.
 */
public final class Page {

  private final String eyebrow;
  private final String title;
  private final StringBuilder lead = new StringBuilder();
  private final StringBuilder tiles = new StringBuilder();
  private final StringBuilder foot = new StringBuilder();
  private final StringBuilder styles = new StringBuilder();
  private final StringBuilder scripts = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  private record Part(String id, String title, String html) {}

  /**
   * An empty page.
   *
   * @param eyebrow a few words above the title: what kind of page it is
   * @param title the heading
   */
  public Page(String eyebrow, String title) {
    this.eyebrow = eyebrow;
    this.title = title;
  }

  /** Adds to what stands below the heading. */
  public Page lead(String html) {
    lead.append(html).append('\n');
    return this;
  }

  /** Adds a figure at a glance. */
  public Page tile(String name, String value) {
    tiles
        .append("<div><dt>")
        .append(Svg.escape(name))
        .append("</dt><dd>")
        .append(Svg.escape(value))
        .append("</dd></div>");
    return this;
  }

  /** Adds a part of charts. */
  public Page add(Section section) {
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"intro\">")
        .append(Svg.escape(section.introduction()))
        .append("</p>\n<div class=\"figures\">\n");
    section.figures().forEach(figure -> FigureHtml.write(figure, html));
    return add(section.id(), section.title(), html.append("</div>").toString());
  }

  /**
   * Adds a part.
   *
   * @param id its place on the page
   * @param title its heading
   */
  public Page add(String id, String title, String html) {
    parts.add(new Part(id, title, html));
    return this;
  }

  /** Adds what figures say in a line each, with links to them. */
  public Page inShort(List<Figure> figures) {
    StringBuilder html = new StringBuilder("<ul class=\"lessons\">");
    for (Figure figure : figures) {
      html.append("<li><a href=\"#%s\">".formatted(figure.id()))
          .append(Svg.escape(figure.lesson()))
          .append("</a></li>\n");
    }
    return add("short", "In short", html.append("</ul>").toString());
  }

  /** Adds to the foot. */
  public Page foot(String html) {
    foot.append(html).append('\n');
    return this;
  }

  /** Adds a style sheet. */
  public Page style(String css) {
    styles.append(css);
    return this;
  }

  /** Adds a script. */
  public Page script(String javaScript) {
    scripts.append(javaScript);
    return this;
  }

  /** The page. */
  public String html() {
    StringBuilder out = new StringBuilder(1 << 18);
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .append(Svg.escape(title))
        .append(" · Emotone</title>\n<style>\n")
        .append(Svg.styleSheet())
        .append(resource(Page.class, "page.css"))
        .append(styles)
        .append("</style></head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n")
        .append("<header><p class=\"eyebrow\">")
        .append(Svg.escape(eyebrow))
        .append("</p>\n<h1>")
        .append(Svg.escape(title))
        .append("</h1>\n")
        .append(lead);
    if (!tiles.isEmpty()) {
      out.append("<dl class=\"tiles\">").append(tiles).append("</dl>");
    }
    out.append("</header>\n");
    navigation(out);
    out.append("<main id=\"main\">\n");
    for (Part part : parts) {
      out.append("<section id=\"%s\"><h2>%s</h2>\n".formatted(part.id(), Svg.escape(part.title())))
          .append(part.html())
          .append("</section>\n");
    }
    out.append("</main>\n<footer>").append(foot).append("</footer>\n");
    if (!scripts.isEmpty()) {
      out.append("<script>\n").append(scripts).append("</script>\n");
    }
    return out.append("</body></html>\n").toString();
  }

  private void navigation(StringBuilder out) {
    out.append("<nav aria-label=\"Parts of the page\"><ul>");
    for (Part part : parts) {
      out.append("<li><a href=\"#%s\">%s</a></li>".formatted(part.id(), Svg.escape(part.title())));
    }
    out.append("</ul></nav>\n");
  }

  /** A text that lies beside a class, such as a style sheet. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
