package org.emotone.report.explore;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Rejected;
import org.emotone.report.page.FigureHtml;
import org.emotone.report.page.Table;

/** Writes what could not be read, and what was left out on purpose. */
final class Gaps {

  private static final int SHOWN = 100;

  private Gaps() {}

  static String html(Exploration exploration) {
    StringBuilder out = new StringBuilder();
    int rejected = exploration.corpora().stream().mapToInt(c -> c.rejected().size()).sum();
    int unreadable = exploration.unreadable().size();
    if (rejected + unreadable == 0) {
      out.append("<p class=\"intro\">Nothing: every audio file in ")
          .append(exploration.mixed() ? "these folders" : "this folder")
          .append(" is a clip whose name was understood and whose sound was decoded.</p>");
    } else {
      out.append("<p class=\"intro\">")
          .append(Counts.plural(unreadable, "clip"))
          .append(" could not be decoded, ")
          .append(Counts.plural(rejected, "file"))
          .append(" were not taken as clips. None of them is in the charts above.</p>\n");
      FigureHtml.table(table(exploration), "What could not be read", out);
      if (rejected + unreadable > SHOWN) {
        out.append("<p class=\"meta\">The first ").append(SHOWN).append(" are listed.</p>");
      }
    }
    return out.toString();
  }

  private static Table table(Exploration exploration) {
    Table.Builder table = new Table.Builder("file", "corpus", "why");
    exploration.unreadable().stream()
        .limit(SHOWN)
        .forEach(
            clip ->
                table.row(
                    clip.utterance().path().getFileName(),
                    clip.utterance().corpus(),
                    clip.reason().replace(clip.utterance().path() + ": ", "")));
    int left = Math.max(0, SHOWN - exploration.unreadable().size());
    List<Corpus> corpora = exploration.corpora();
    for (Corpus corpus : corpora) {
      for (Rejected file : corpus.rejected()) {
        if (left-- > 0) {
          table.row(name(corpus.root(), file.path()), corpus.id(), file.reason());
        }
      }
    }
    return table.build();
  }

  /** From the corpus' folder on, where the file lies in it. */
  private static Path name(Path root, Path file) {
    return file.startsWith(root) ? root.relativize(file) : file;
  }

  /** Whether anything is to be told. */
  static String words(Exploration exploration) {
    int count =
        exploration.unreadable().size()
            + exploration.corpora().stream().mapToInt(c -> c.rejected().size()).sum();
    return count == 0 ? "none" : Counts.number(count);
  }
}
