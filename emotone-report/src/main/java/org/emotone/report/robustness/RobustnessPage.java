package org.emotone.report.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.report.drawing.Svg;
import org.emotone.report.page.Figure;
import org.emotone.report.page.FigureHtml;
import org.emotone.report.page.Page;
import org.emotone.report.page.Section;
import org.emotone.report.page.Table;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.robustness.Check;
import org.emotone.training.robustness.ConditionScore;
import org.emotone.training.robustness.Kind;
import org.emotone.training.robustness.RobustnessReport;
import org.emotone.training.robustness.StrangeScore;
import org.jspecify.annotations.Nullable;

/** A robustness report as one page that needs nothing else. */
public final class RobustnessPage {

  private static final String STYLE =
      """
      #all .scroll, #strange .scroll, #thresholds .scroll { max-height: none; padding: 14px 18px; background: var(--ink-ground); border: 1px solid var(--edge); border-radius: 14px; }
      #thresholds td { max-width: 44ch; overflow-wrap: anywhere; white-space: normal; vertical-align: top; }
      """;

  private final RobustnessReport report;

  /** A page. */
  public RobustnessPage(RobustnessReport report) {
    this.report = report;
  }

  /** The charts of the page. */
  public List<Figure> figures() {
    return new RobustnessFigures(report).all();
  }

  /** The page. */
  public String html() {
    Conditions how = report.conditions();
    ConditionScore clean = report.clean();
    Page page = new Page("Emotone · robustness", how.model());
    page.style(STYLE);
    page.lead(
        paragraph(
            "The same %d clips of %d speakers (%s), heard as recorded and under %d other conditions."
                .formatted(
                    report.clips(),
                    report.speakers(),
                    String.join(", ", how.corpora()),
                    report.scores().size() - 1)));
    page.lead(paragraph(how.protocol() + "; " + how.overlap() + "."));
    page.tile("UAR as recorded", number(clean.uar()));
    page.tile("answers that are certain", percent(1 - clean.uncertain()));
    page.tile("right where certain", percent(clean.certainAccuracy()));
    page.tile("thresholds met", report.passed() + " of " + report.checks().size());
    Double shortest = report.shortestUsable();
    if (shortest != null) {
      page.tile("usable from", String.format(Locale.ROOT, "%.1f s", shortest));
    }
    List<Figure> figures = figures();
    if (!figures.isEmpty()) {
      page.add(
          new Section(
              "charts",
              "What it costs",
              "Each condition was applied to every clip; what is left to chance is drawn by a seed.",
              figures));
    }
    page.add("all", "All conditions", FigureHtml.open(conditions(), "All conditions"));
    if (!report.strangers().isEmpty()) {
      page.add(
          "strange",
          "What nobody should be sure about",
          paragraph(
                  "Sounds that are no speech, or not of one speaker. Certain: the share that was"
                      + " answered as certain all the same. Areas under the ROC curve say how well"
                      + " the model's guard, or a lack of confidence, tells them from the clips;"
                      + " 0.5 is chance.")
              + FigureHtml.open(strangers(), "Strange sounds"));
    }
    page.add("thresholds", "Published thresholds", FigureHtml.open(checks(), "Thresholds"));
    page.foot("<h2>How it was measured</h2>\n" + paragraph(method()));
    return page.html();
  }

  private Table conditions() {
    Table.Builder table =
        new Table.Builder(
            "condition",
            "UAR",
            "95 %",
            "change",
            "unchanged",
            "uncertain",
            "certain ones right",
            "ECE");
    for (ConditionScore score : report.scores()) {
      boolean itself = score.kind() == Kind.CLEAN;
      table.row(
          score.words(),
          number(score.uar()),
          interval(score.uarInterval()),
          itself ? "–" : String.format(Locale.ROOT, "%+.3f", score.change()),
          itself ? "–" : percent(score.unchanged()),
          percent(score.uncertain()),
          percent(score.certainAccuracy()),
          number(score.calibrationError()));
    }
    return table.build();
  }

  private Table strangers() {
    Table.Builder table =
        new Table.Builder("sound", "sounds", "certain", "unfamiliar", "area, guard", "area, doubt");
    for (StrangeScore score : report.strangers()) {
      Double area = score.byGuard();
      table.row(
          score.words(),
          score.sounds(),
          percent(score.certain()),
          percent(score.strange()),
          area == null ? "–" : number(area),
          number(score.byConfidence()));
    }
    return table.build();
  }

  private Table checks() {
    Map<String, List<Check>> tests = new LinkedHashMap<>();
    report
        .checks()
        .forEach(check -> tests.computeIfAbsent(check.test(), key -> new ArrayList<>()).add(check));
    Table.Builder table =
        new Table.Builder("what is asked", "threshold", "met", "missed", "source");
    tests.forEach(
        (test, checks) -> {
          Check first = checks.get(0);
          long met = checks.stream().filter(Check::passed).count();
          String missed =
              checks.stream()
                  .filter(check -> !check.passed())
                  .map(check -> (check.of() + " " + number(check.value())).strip())
                  .collect(Collectors.joining(", "));
          table.row(
              test,
              String.format(Locale.ROOT, "%s %.3f", first.atLeast() ? "≥" : "≤", first.threshold()),
              met + " of " + checks.size(),
              missed.isEmpty() ? "–" : missed,
              first.source());
        });
    return table.build();
  }

  private static String method() {
    return "UAR is the mean recall of the classes; its interval is a bootstrap over speakers."
        + " Unchanged: the same answer as for the clip as recorded. Uncertain: the answer was"
        + " given as such. A length is usable if it costs at most "
        + RobustnessReport.USABLE
        + " of UAR, and every longer one does, too. The thresholds are of ser-tests; here babble"
        + " is made of test clips of other speakers, music is synthetic and the telephone is G.711"
        + " in its band.";
  }

  private static String paragraph(String text) {
    return "<p class=\"intro\">" + Svg.escape(text) + "</p>";
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? "–"
        : String.format(Locale.ROOT, "%.3f … %.3f", interval.lower(), interval.upper());
  }

  static String percent(@Nullable Double share) {
    return share == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
