package org.emotone.training.reproduction;

import java.util.List;

/** Published figures and ours as a Markdown page, for somebody who knows nothing of either. */
final class ReproductionMarkdown {

  private static final String INTRODUCTION =
      """
      # Published systems, run again

      How well does a program hear emotions in a voice? Most published figures come from tests whose speakers the program has
      heard while it learned, which flatters it. Each system below was built again as it was described and measured here under the
      protocol that its figure comes from, and, where that says anything, once more with speakers kept apart, which is what a
      stranger's voice meets. Augmented copies of test clips are never learned from here and nothing is chosen on a test, so where
      the original did, ours is the more honest figure of the two.

      """;

  private static final String HOW_TO_READ =
      """

      ## How to read the tables

      Figures are in %. Accuracy is the share of clips recognised, UAR the mean over the classes of the share of their clips
      recognised; guessing gives a UAR of one by the number of classes. ± is the standard deviation over seeds, each of which draws
      other first weights and, where clips are drawn, another test; brackets are a 95 % interval by bootstrap over speakers. The
      difference is ours under the same protocol less the published figure, in points. Parameters of a classifier count what it
      stores; the training is the mean time of one run on one core, beside other work. The recipe, in `recipes/reproduction`, says
      everything else. The command under each table gives the figures again; `emotone reproduce` writes this page.

      """;

  private final ReproductionTable table;

  ReproductionMarkdown(ReproductionTable table) {
    this.table = table;
  }

  String text() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    table.inShort().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    text.append(HOW_TO_READ).append("Leaks: ").append(ReproductionTable.leaks()).append(".\n");
    table.groups().forEach((name, rows) -> group(name, rows, text));
    missing(text);
    return text.toString();
  }

  private static void group(String name, List<ReproductionTable.Row> rows, StringBuilder text) {
    text.append("\n## ").append(name).append("\n\n| ");
    text.append(String.join(" | ", ReproductionTable.HEAD)).append(" |\n");
    text.append("|---".repeat(ReproductionTable.HEAD.size())).append("|\n");
    for (ReproductionTable.Row row : rows) {
      text.append("| ").append(String.join(" | ", row.cells())).append(" |\n");
    }
    for (ReproductionTable.Row row : rows) {
      text.append("\n**").append(row.system().id()).append("**: ").append(row.system().system());
      text.append('.');
      if (row.system().note() != null) {
        text.append(' ').append(row.system().note());
      }
      text.append(" `").append(row.command()).append("`\n");
    }
  }

  private void missing(StringBuilder text) {
    List<Catalogue.LeftOut> leftOut = table.catalogue().leftOut();
    if (!table.missing().isEmpty() || !leftOut.isEmpty()) {
      text.append("\n## Not run\n");
    }
    if (!leftOut.isEmpty()) {
      text.append('\n');
      leftOut.forEach(one -> text.append("- %s: %s\n".formatted(one.what(), one.why())));
    }
    if (!table.missing().isEmpty()) {
      text.append("\nNot run yet: ").append(String.join(", ", table.missing())).append(".\n");
    }
  }
}
