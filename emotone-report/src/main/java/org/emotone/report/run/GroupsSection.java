package org.emotone.report.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotone.report.chart.BarGroups;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.GroupScore;

/** How well it does with whom: by speaker, sex, intensity and corpus. */
final class GroupsSection {

  /** More speakers than this: the chart shows the best and the worst. */
  private static final int SHOWN = 30;

  private GroupsSection() {}

  /** The section; empty if all clips are of one kind. */
  static Optional<Section> of(Evaluation evaluation) {
    List<Figure> figures = new ArrayList<>();
    evaluation
        .groups()
        .forEach(
            (kind, scores) -> {
              if (scores.size() > 1) {
                figures.add(figure(kind, scores));
              }
            });
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "groups",
                "With whom it does well",
                "UAR is the mean over the classes that occur in the group, so that groups of other"
                    + " classes are hard to compare. A difference between groups of a few speakers"
                    + " may be one between these speakers.",
                figures));
  }

  private static Figure figure(String kind, List<GroupScore> scores) {
    List<GroupScore> falling =
        scores.stream()
            .sorted(
                Comparator.comparingDouble(GroupScore::uar)
                    .reversed()
                    .thenComparing(GroupScore::value))
            .toList();
    List<GroupScore> shown = kind.equals("speaker") ? shown(falling) : scores;
    List<BarGroups.Group> groups =
        shown.stream()
            .map(score -> new BarGroups.Group(score.value(), score.uar(), score.accuracy()))
            .toList();
    Table.Builder table = new Table.Builder(kind, "UAR", "accuracy", "macro-F1", "clips");
    for (GroupScore score : falling) {
      table.row(
          score.value(),
          number(score.uar()),
          number(score.accuracy()),
          number(score.macroF1()),
          score.clips());
    }
    return new Figure(
        "by-" + kind,
        "Recognised by " + kind + ", in percent",
        lesson(kind, falling, shown.size()),
        new BarGroups(List.of("UAR", "accuracy"), groups),
        table.build(),
        false);
  }

  private static List<GroupScore> shown(List<GroupScore> falling) {
    if (falling.size() <= SHOWN) {
      return falling;
    }
    List<GroupScore> ends = new ArrayList<>(falling.subList(0, SHOWN / 2));
    ends.addAll(falling.subList(falling.size() - SHOWN / 2, falling.size()));
    return ends;
  }

  private static String lesson(String kind, List<GroupScore> falling, int shown) {
    GroupScore best = falling.get(0);
    GroupScore worst = falling.get(falling.size() - 1);
    String part =
        shown < falling.size()
            ? " The %d best and worst of %d are drawn.".formatted(shown, falling.size())
            : "";
    return String.format(
        Locale.ROOT,
        "By %s, UAR goes from %.3f (%s, %d clips) to %.3f (%s, %d clips).%s",
        kind,
        worst.uar(),
        worst.value(),
        worst.clips(),
        best.uar(),
        best.value(),
        best.clips(),
        part);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
