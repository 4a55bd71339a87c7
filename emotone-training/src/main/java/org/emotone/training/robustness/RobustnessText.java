package org.emotone.training.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.GroupScore;
import org.emotone.training.evaluation.Interval;
import org.jspecify.annotations.Nullable;

/** A report as text of fixed width. */
final class RobustnessText {

  private static final String ROW = "  %-38s  %5s  %-14s  %7s  %9s  %9s  %8s  %5s\n";

  private RobustnessText() {}

  static String of(RobustnessReport report) {
    StringBuilder text = new StringBuilder();
    conditions(text, report);
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "condition",
            "UAR",
            "95 %",
            "change",
            "unchanged",
            "uncertain",
            "certain",
            "ECE"));
    Kind kind = null;
    for (ConditionScore score : report.scores()) {
      if (kind != score.kind()) {
        kind = score.kind();
        text.append(kind == Kind.CLEAN ? "" : kind.words() + "\n");
      }
      row(text, score);
    }
    text.append(
        "  certain: share of the answers given as certain that are right; change: of the UAR,"
            + " against the clips as recorded\n\n");
    facts(text, report);
    strangers(text, report);
    checks(text, report);
    return text.toString();
  }

  private static void conditions(StringBuilder text, RobustnessReport report) {
    Conditions how = report.conditions();
    text.append("%-14s %s\n".formatted("model", how.model()))
        .append(
            "%-14s %d of %s, %d speakers\n"
                .formatted(
                    "clips", report.clips(), String.join(", ", how.corpora()), report.speakers()))
        .append("%-14s %s\n".formatted("protocol", how.protocol()))
        .append("%-14s %s\n".formatted("overlap", how.overlap()));
    if (how.unreadable() > 0) {
      text.append("%-14s %d\n".formatted("unreadable", how.unreadable()));
    }
    text.append('\n');
  }

  private static void row(StringBuilder text, ConditionScore score) {
    boolean clean = score.kind() == Kind.CLEAN;
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            score.words(),
            number(score.uar()),
            words(score.uarInterval()),
            clean ? "" : String.format(Locale.ROOT, "%+.3f", score.change()),
            clean ? "" : percent(score.unchanged()),
            percent(score.uncertain()),
            percent(score.certainAccuracy()),
            number(score.calibrationError())));
  }

  private static void facts(StringBuilder text, RobustnessReport report) {
    Double shortest = report.shortestUsable();
    boolean tried = report.scores().stream().anyMatch(score -> score.kind() == Kind.LENGTH);
    if (tried) {
      text.append(
          "%-14s %s (costs at most %.2f of UAR)\n"
              .formatted(
                  "usable from",
                  shortest == null ? "no length that was tried" : words("%.1f s", shortest),
                  RobustnessReport.USABLE));
    }
    Double gap = report.sexGap();
    if (gap != null) {
      String sexes =
          report.bySex().stream()
              .map(sex -> words("%s %.3f (%d clips)", sex.value(), sex.uar(), sex.clips()))
              .collect(Collectors.joining(", "));
      text.append("%-14s UAR %s; %.3f apart\n".formatted("by sex", sexes, gap));
    }
    if (report.bySpeaker().size() > 1) {
      GroupScore worst = report.bySpeaker().get(0);
      double median = report.bySpeaker().get((report.bySpeaker().size() - 1) / 2).uar();
      text.append(
          "%-14s UAR from %.3f (%s, %d clips), median %.3f\n"
              .formatted("by speaker", worst.uar(), worst.value(), worst.clips(), median));
    }
  }

  private static void strangers(StringBuilder text, RobustnessReport report) {
    if (report.strangers().isEmpty()) {
      return;
    }
    String row = "  %-26s  %6s  %8s  %10s  %12s  %13s\n";
    text.append("\nwhat nobody should be sure about (areas: told from the clips, 0.5 is chance)\n")
        .append(
            words(row, "sound", "sounds", "certain", "unfamiliar", "area, guard", "area, doubt"));
    for (StrangeScore score : report.strangers()) {
      Double area = score.byGuard();
      text.append(
          words(
              row,
              score.words(),
              score.sounds(),
              percent(score.certain()),
              percent(score.strange()),
              area == null ? "no guard" : number(area),
              number(score.byConfidence())));
    }
  }

  private static void checks(StringBuilder text, RobustnessReport report) {
    text.append(
        "\npublished thresholds: %d of %d met\n"
            .formatted(report.passed(), report.checks().size()));
    Map<String, List<Check>> tests = new LinkedHashMap<>();
    report
        .checks()
        .forEach(check -> tests.computeIfAbsent(check.test(), key -> new ArrayList<>()).add(check));
    tests.forEach(
        (test, checks) -> {
          Check first = checks.get(0);
          List<Check> failed = checks.stream().filter(check -> !check.passed()).toList();
          String missed =
              failed.stream()
                  .map(check -> words("%s %.3f", check.of(), check.value()).strip())
                  .collect(Collectors.joining(", "));
          text.append(
                  words(
                          "  %-34s %s %6.3f  %2d of %2d  %s",
                          test,
                          first.atLeast() ? "≥" : "≤",
                          first.threshold(),
                          checks.size() - failed.size(),
                          checks.size(),
                          failed.isEmpty() ? "met" : "missed: " + missed)
                      .stripTrailing())
              .append('\n');
        });
    report.checks().stream()
        .map(Check::source)
        .distinct()
        .reduce((one, other) -> one + "; " + other)
        .ifPresent(sources -> text.append("  sources: ").append(sources).append('\n'));
  }

  private static String words(@Nullable Interval interval) {
    return interval == null ? "" : words("%.3f … %.3f", interval.lower(), interval.upper());
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : words("%.1f %%", 100 * share);
  }

  private static String number(double value) {
    return words("%.3f", value);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
