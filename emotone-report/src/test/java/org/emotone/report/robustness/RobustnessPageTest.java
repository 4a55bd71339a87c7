package org.emotone.report.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotone.report.page.Figure;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.GroupScore;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.robustness.Check;
import org.emotone.training.robustness.ConditionScore;
import org.emotone.training.robustness.Kind;
import org.emotone.training.robustness.RobustnessReport;
import org.emotone.training.robustness.StrangeScore;
import org.junit.jupiter.api.Test;

class RobustnessPageTest {

  private static final Interval INTERVAL = new Interval(0.4, 0.6, 0.95, "bootstrap");

  private static ConditionScore score(Kind kind, String series, double level) {
    return new ConditionScore(
        series + level,
        kind,
        series,
        level,
        series + " & " + level,
        0.5,
        INTERVAL,
        -0.1,
        INTERVAL,
        0.55,
        0.8,
        0.3,
        kind == Kind.CALL ? null : 0.7,
        0.06);
  }

  private static RobustnessReport report(List<ConditionScore> scores) {
    return new RobustnessReport(
        new Conditions("m@1", List.of("c"), "apart", "0 shared", 0, Map.of(), 0, 1),
        40,
        2,
        scores,
        List.of(new GroupScore("female", 20, 0.6, 0.6, 0.6)),
        List.of(new GroupScore("c:1", 20, 0.4, 0.4, 0.4), new GroupScore("c:2", 20, 0.6, 0.6, 0.6)),
        1.5,
        List.of(new StrangeScore("drums & bass", 50, 0.25, 0.75, null, 0.5)),
        List.of(
            new Check("recall of each class", "sad <b>", 0.4, 0.5, true, "a paper"),
            new Check("recall of each class", "calm", 0.6, 0.5, true, "a paper")));
  }

  @Test
  void everyConditionHasItsRowAndItsChart() {
    RobustnessPage page =
        new RobustnessPage(
            report(
                List.of(
                    score(Kind.CLEAN, "clean", 0),
                    score(Kind.NOISE, "white", 20),
                    score(Kind.NOISE, "white", 10),
                    score(Kind.CALL, "phone", 0),
                    score(Kind.LENGTH, "length", 1),
                    score(Kind.ROOM, "room", 0.3))));
    assertThat(page.figures())
        .extracting(Figure::id)
        .containsExactly("noise", "uncertain", "length", "by-speaker", "others");
    for (Figure figure : page.figures()) {
      assertThat(figure.lesson()).endsWith(".");
      assertThat(figure.table().rows())
          .isNotEmpty()
          .allMatch(row -> row.size() == figure.table().head().size());
    }
    assertThat(page.html())
        .contains(
            "white &amp; 20.0",
            "1 of 2",
            "sad &lt;b&gt; 0.400",
            "a paper",
            "1.5 s",
            "drums &amp; bass")
        .doesNotContain("<b>");
  }

  @Test
  void whatWasNotMeasuredHasNoChart() {
    RobustnessPage page = new RobustnessPage(report(List.of(score(Kind.CLEAN, "clean", 0))));
    assertThat(page.figures()).extracting(Figure::id).containsExactly("by-speaker");
  }
}
