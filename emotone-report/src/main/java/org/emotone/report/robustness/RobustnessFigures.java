package org.emotone.report.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.BarGroups;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Ink;
import org.emotone.report.page.Figure;
import org.emotone.report.page.Table;
import org.emotone.training.evaluation.GroupScore;
import org.emotone.training.robustness.ConditionScore;
import org.emotone.training.robustness.Kind;
import org.emotone.training.robustness.RobustnessReport;

/** The charts of a robustness report, each with its figures; one without conditions is left out. */
final class RobustnessFigures {

  private static final Set<Kind> BARS =
      Set.of(Kind.SMALL, Kind.CALL, Kind.LEVEL, Kind.CLIPPING, Kind.ROOM, Kind.FORMAT);

  private final RobustnessReport report;

  RobustnessFigures(RobustnessReport report) {
    this.report = report;
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    if (has(Kind.NOISE)) {
      figures.add(noise("noise", "UAR under noise", "UAR", ConditionScore::uar));
      figures.add(
          noise("uncertain", "Uncertain under noise", "uncertain", ConditionScore::uncertain));
    }
    if (has(Kind.LENGTH)) {
      figures.add(lengths());
    }
    if (report.bySpeaker().size() > 1) {
      figures.add(speakers());
    }
    if (report.scores().stream().anyMatch(score -> BARS.contains(score.kind()))) {
      figures.add(others());
    }
    return figures;
  }

  private boolean has(Kind kind) {
    return report.scores().stream().anyMatch(score -> score.kind() == kind);
  }

  private Figure noise(
      String id, String title, String axis, ToDoubleFunction<ConditionScore> value) {
    Map<String, List<ConditionScore>> series = new LinkedHashMap<>();
    report.scores().stream()
        .filter(score -> score.kind() == Kind.NOISE)
        .sorted(Comparator.comparingDouble(ConditionScore::level))
        .forEach(s -> series.computeIfAbsent(s.series(), key -> new ArrayList<>()).add(s));
    List<Lines.Series> lines = new ArrayList<>();
    Table.Builder table = new Table.Builder("noise", "SNR in dB", axis);
    series.forEach(
        (name, scores) -> {
          lines.add(line(name, scores, value, Ink.series(lines.size())));
          scores.forEach(
              score ->
                  table.row(
                      name,
                      String.format(Locale.ROOT, "%.0f", score.level()),
                      RobustnessPage.number(value.applyAsDouble(score))));
        });
    String lesson =
        words(
            "As recorded it is %.3f; ratios are of the whole clip.", value.applyAsDouble(clean()));
    Lines chart = new Lines(lines, Scale.values("signal-to-noise ratio in dB"), Scale.share(axis));
    return new Figure(id, title, lesson, chart, table.build(), false);
  }

  private ConditionScore clean() {
    return report.clean();
  }

  private static Lines.Series line(
      String name, List<ConditionScore> scores, ToDoubleFunction<ConditionScore> value, Ink ink) {
    return new Lines.Series(
        name,
        scores.stream().mapToDouble(ConditionScore::level).toArray(),
        scores.stream().mapToDouble(value).toArray(),
        ink,
        true);
  }

  private Figure lengths() {
    List<ConditionScore> scores =
        report.scores().stream()
            .filter(score -> score.kind() == Kind.LENGTH)
            .sorted(Comparator.comparingDouble(ConditionScore::level))
            .toList();
    Table.Builder table = new Table.Builder("seconds", "UAR", "unchanged", "uncertain");
    scores.forEach(
        score ->
            table.row(
                words("%.1f", score.level()),
                RobustnessPage.number(score.uar()),
                RobustnessPage.percent(score.unchanged()),
                RobustnessPage.percent(score.uncertain())));
    List<Lines.Series> lines =
        List.of(
            line("UAR", scores, ConditionScore::uar, Ink.series(0)),
            line("unchanged", scores, ConditionScore::unchanged, Ink.series(1)),
            line("uncertain", scores, ConditionScore::uncertain, Ink.series(2)));
    Double shortest = report.shortestUsable();
    String lesson =
        shortest == null
            ? "No length that was tried is as good as the whole clip."
            : words(
                "From %.1f s on, cutting costs at most %.2f of UAR.",
                shortest, RobustnessReport.USABLE);
    Lines chart = new Lines(lines, Scale.fromZero("seconds from the middle"), Scale.share("share"));
    return new Figure("length", "How short a clip may be", lesson, chart, table.build(), false);
  }

  private Figure speakers() {
    List<GroupScore> speakers = report.bySpeaker();
    Table.Builder table = new Table.Builder("speaker", "UAR", "clips");
    List<BarGroups.Group> groups = new ArrayList<>();
    for (GroupScore speaker : speakers) {
      groups.add(new BarGroups.Group(speaker.value(), speaker.uar()));
      table.row(speaker.value(), RobustnessPage.number(speaker.uar()), speaker.clips());
    }
    String lesson =
        words(
            "UAR as recorded, in percent, from %.3f (%s) to %.3f (%s).",
            speakers.get(0).uar(),
            speakers.get(0).value(),
            speakers.get(speakers.size() - 1).uar(),
            speakers.get(speakers.size() - 1).value());
    BarGroups chart = new BarGroups(List.of("UAR"), groups);
    return new Figure("by-speaker", "Each speaker", lesson, chart, table.build(), false);
  }

  private Figure others() {
    Table.Builder table = new Table.Builder("condition", "UAR", "unchanged", "uncertain");
    List<BarGroups.Group> groups = new ArrayList<>();
    for (ConditionScore score : report.scores()) {
      if (BARS.contains(score.kind())) {
        groups.add(
            new BarGroups.Group(score.words(), score.uar(), score.unchanged(), score.uncertain()));
        table.row(
            score.words(),
            RobustnessPage.number(score.uar()),
            RobustnessPage.percent(score.unchanged()),
            RobustnessPage.percent(score.uncertain()));
      }
    }
    return new Figure(
        "others",
        "Calls, levels, rooms and files, in percent",
        words("As recorded, the UAR is %.1f %%.", 100 * clean().uar()),
        new BarGroups(List.of("UAR", "unchanged", "uncertain"), groups),
        table.build(),
        true);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
