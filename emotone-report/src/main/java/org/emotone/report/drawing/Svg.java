package org.emotone.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes drawings as SVG elements for the inside of a page. Colours are classes, {@code f-ID} to
 * fill and {@code s-ID} to stroke, so that one style sheet decides between light and dark.
 */
public final class Svg {

  private Svg() {}

  /**
   * A drawing as an element.
   *
   * @param label what a reader who cannot see it is told
   */
  public static String of(Drawing drawing, String label) {
    return element(drawing, label, "");
  }

  /** The same, but filling whatever room it is given, without keeping its proportions. */
  public static String stretched(Drawing drawing, String label) {
    return element(drawing, label, " preserveAspectRatio=\"none\"");
  }

  /** The same as a document of its own, on a ground, light or dark as its reader wishes. */
  public static String document(Drawing drawing, String label) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Box(0, 0, drawing.width(), drawing.height(), Ink.GROUND));
    marks.addAll(drawing.marks());
    Drawing grounded = new Drawing(drawing.width(), drawing.height(), marks);
    String attributes =
        " xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" font-family=\"sans-serif\""
            .formatted(number(drawing.width()), number(drawing.height()));
    String element = element(grounded, label, attributes);
    int inside = element.indexOf('>') + 1;
    return element.substring(0, inside)
        + "<style>"
        + styleSheet()
        + ".line{fill:none}</style>"
        + element.substring(inside)
        + "\n";
  }

  private static String element(Drawing drawing, String label, String attribute) {
    StringBuilder out = new StringBuilder();
    out.append("<svg viewBox=\"0 0 ")
        .append(number(drawing.width()))
        .append(' ')
        .append(number(drawing.height()))
        .append('"')
        .append(attribute)
        .append(" role=\"img\" aria-label=\"")
        .append(escape(label))
        .append("\">");
    drawing.marks().forEach(mark -> write(mark, out));
    return out.append("</svg>").toString();
  }

  /** The style sheet that gives the colours their values: light, and dark where that is wished. */
  public static String styleSheet() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    StringBuilder classes = new StringBuilder();
    for (Ink ink : Ink.values()) {
      String name = "--ink-" + ink.id();
      light.append(name).append(':').append(ink.lightCss()).append(';');
      dark.append(name).append(':').append(ink.darkCss()).append(';');
      classes
          .append(".f-%s{fill:var(%s)}".formatted(ink.id(), name))
          .append(".s-%s{stroke:var(%s)}".formatted(ink.id(), name))
          .append(".b-%s{background:var(%s)}\n".formatted(ink.id(), name));
    }
    return ":root{%s}\n@media (prefers-color-scheme:dark){:root{%s}}\n%s"
        .formatted(light, dark, classes);
  }

  private static void write(Mark mark, StringBuilder out) {
    if (mark instanceof Mark.Box box) {
      out.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"f-%s\""
              .formatted(
                  number(box.x()),
                  number(box.y()),
                  number(box.width()),
                  number(box.height()),
                  box.ink().id()));
      opacity("fill-opacity", box.opacity(), out);
      close("rect", box.tip(), out);
    } else if (mark instanceof Mark.Line line) {
      stroke(
          path(new double[] {line.x1(), line.x2()}, new double[] {line.y1(), line.y2()}),
          line.thickness(),
          line.ink(),
          out);
    } else if (mark instanceof Mark.Curve curve) {
      stroke(path(curve.xs(), curve.ys()), curve.thickness(), curve.ink(), out);
    } else if (mark instanceof Mark.Area area) {
      String ink = area.ink().id();
      out.append(
          "<path d=\"%sz\" class=\"f-%s s-%s\" stroke-width=\"1\""
              .formatted(path(area.xs(), area.ys()), ink, ink));
      opacity("fill-opacity", area.opacity(), out);
      close("path", area.tip(), out);
    } else if (mark instanceof Mark.Dots dots) {
      dots(dots, out);
    } else if (mark instanceof Mark.Words words) {
      words(words, out);
    }
  }

  private static void stroke(String path, double thickness, Ink ink, StringBuilder out) {
    out.append(
        "<path d=\"%s\" class=\"line s-%s\" stroke-width=\"%s\"/>"
            .formatted(path, ink.id(), number(thickness)));
  }

  /** All points in one element: a path of lines without length, which round ends make visible. */
  private static void dots(Mark.Dots dots, StringBuilder out) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < dots.xs().length; i++) {
      path.append('M').append(number(dots.xs()[i])).append(' ').append(number(dots.ys()[i]));
      path.append("h0");
    }
    out.append(
        "<path d=\"%s\" class=\"dots s-%s\" stroke-width=\"%s\""
            .formatted(path, dots.ink().id(), number(dots.size())));
    opacity("stroke-opacity", dots.opacity(), out);
    close("path", null, out);
  }

  private static void words(Mark.Words words, StringBuilder out) {
    String x = number(words.x());
    // Browsers set text on its base line; a third of the size below the middle is that.
    String y = number(words.y() + 0.35 * words.size());
    out.append(
        "<text x=\"%s\" y=\"%s\" class=\"f-%s\" font-size=\"%d\" text-anchor=\"%s\""
            .formatted(x, y, words.ink().id(), words.size(), words.align().anchor()));
    if (words.bold()) {
      out.append(" font-weight=\"600\"");
    }
    if (words.turned()) {
      out.append(" transform=\"rotate(-90 %s %s)\"".formatted(x, number(words.y())));
    }
    out.append('>').append(escape(words.text())).append("</text>");
  }

  private static String path(double[] xs, double[] ys) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      path.append(i == 0 ? 'M' : 'L').append(number(xs[i])).append(' ').append(number(ys[i]));
    }
    return path.toString();
  }

  private static void opacity(String name, double opacity, StringBuilder out) {
    if (opacity < 1) {
      out.append(' ').append(name).append("=\"");
      out.append(String.format(Locale.ROOT, "%.2f", opacity)).append('"');
    }
  }

  private static void close(String element, @Nullable String tip, StringBuilder out) {
    if (tip == null) {
      out.append("/>");
    } else {
      out.append("><title>").append(escape(tip)).append("</title></").append(element).append('>');
    }
  }

  /** With at most one decimal, which is a tenth of a pixel. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** A text as it may stand in an element or an attribute of HTML and XML. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return out.toString();
  }
}
