package org.emotone.output;

import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.emotone.timeline.EmotionSegment;

/** How figures and names are spelled, whatever the locale. */
final class Words {

  private Words() {}

  /** Milliseconds as seconds with three decimals: 3.200. */
  static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  /** A probability with three decimals. */
  static String share(double probability) {
    return String.format(Locale.ROOT, "%.3f", probability);
  }

  /**
   * Milliseconds as hours, minutes, seconds and thousandths: 00:01:02.345.
   *
   * @param point what stands before the thousandths
   */
  static String clock(long millis, char point) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        point,
        millis % 1000);
  }

  /** A segment for people: the label and the confidence, {@code uncertain} if it is low. */
  static String caption(EmotionSegment segment) {
    String label = oneLine(segment.label());
    return String.format(
        Locale.ROOT,
        segment.certain() ? "%s %.0f %%" : "uncertain (%s) %.0f %%",
        label,
        100 * segment.confidence());
  }

  /** The label, with a question mark behind it if it is only the best guess. */
  static String label(EmotionSegment segment) {
    return segment.certain() ? segment.label() : segment.label() + "?";
  }

  /** Text without line breaks, tabs and other control characters: each run is one blank. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /**
   * A file as a URI reference: percent-encoded, with slashes, and with {@code ./} before what would
   * else be taken for a scheme.
   */
  static String uri(String file) {
    String path = file.replace(File.separatorChar, '/');
    boolean drive = path.matches("[A-Za-z]:/.*");
    try {
      if (path.startsWith("/") || drive) {
        return new URI("file", "", drive ? "/" + path : path, null).toASCIIString();
      }
      return new URI(null, null, "./" + path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file + ": is no name of a file", e);
    }
  }

  /** The name of a file without folders and ending. */
  static String stem(String file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The name of a file without folders. */
  static String name(String file) {
    String path = file.replace(File.separatorChar, '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A value of RFC 4180. */
  static String csv(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
