package org.emotone.report.run;

import java.util.List;
import java.util.Locale;
import org.emotone.training.run.Mistakes.Mistake;

/** Errors as an extended M3U playlist in UTF-8, which any player takes. */
final class Playlist {

  /** Name of the file. */
  static final String FILE = "errors.m3u8";

  private Playlist() {}

  static String of(List<Mistake> mistakes) {
    StringBuilder out = new StringBuilder("#EXTM3U\n");
    for (Mistake mistake : mistakes) {
      Double from = mistake.from();
      Double to = mistake.to();
      // A length of −1 is one that is not known.
      long seconds = from == null || to == null ? -1 : Math.round(Math.ceil(to - from));
      out.append(
              "#EXTINF:%d,%s is %s, taken for %s"
                  .formatted(
                      seconds,
                      line(mistake.clip()),
                      line(mistake.truth()),
                      line(mistake.predicted())))
          .append(" (")
          .append(ErrorsHtml.percent(mistake.confidence()))
          .append(")\n");
      if (from != null) {
        out.append(String.format(Locale.ROOT, "#EXTVLCOPT:start-time=%.3f\n", from));
      }
      if (to != null) {
        out.append(String.format(Locale.ROOT, "#EXTVLCOPT:stop-time=%.3f\n", to));
      }
      out.append(mistake.file()).append('\n');
    }
    return out.toString();
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }
}
