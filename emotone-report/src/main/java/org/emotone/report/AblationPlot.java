package org.emotone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.report.chart.Intervals;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Picture;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.study.AblationResult;

/** What each augmentation changes, as points with intervals. */
public final class AblationPlot {

  private static final double WIDTH = 760;

  private AblationPlot() {}

  /** The points: a row for each variant that is compared with another. */
  public static Intervals chart(AblationResult result) {
    List<Intervals.Row> rows =
        result.rows().stream()
            .filter(row -> !row.name().equals(row.against()))
            .map(row -> new Intervals.Row(row.name(), List.of(point(row))))
            .toList();
    return new Intervals(List.of("change"), rows, "change of UAR on validation speakers");
  }

  private static Intervals.Point point(AblationResult.Row row) {
    Interval interval = row.interval();
    return interval == null
        ? new Intervals.Point(row.change(), Double.NaN, Double.NaN)
        : new Intervals.Point(row.change(), interval.lower(), interval.upper());
  }

  /** Writes a PNG. */
  public static void write(AblationResult result, Path file) throws IOException {
    String title = result.recipe() + ": what each augmentation changes";
    Canvas.write(Picture.of(chart(result).draw(WIDTH), title), file);
  }
}
