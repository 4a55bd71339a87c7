package org.emotone.cli;

import java.io.PrintWriter;
import org.emotone.corpus.download.CorpusSource;
import org.emotone.corpus.download.Licence;

/** What a user reads of a corpus before it is fetched. */
final class SourceText {

  private SourceText() {}

  /** Prints name, page, licence and what to cite. */
  static void print(PrintWriter out, CorpusSource source) {
    Licence licence = source.licence();
    line(out, "corpus", source.id() + ", " + source.title());
    line(out, "page", source.page().toString());
    line(out, "licence", licence.name());
    line(out, "", licence.terms());
    if (!licence.url().isEmpty()) {
      line(out, "", licence.url());
    }
    line(out, "please cite", source.citation());
    out.flush();
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-13s %s%n", name, value);
  }
}
