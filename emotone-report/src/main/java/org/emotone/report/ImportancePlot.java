package org.emotone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.report.chart.Intervals;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Picture;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.importance.ImportanceResult;
import org.jspecify.annotations.Nullable;

/** What each group of features is worth, as points with intervals. */
public final class ImportancePlot {

  private static final double WIDTH = 760;

  private ImportancePlot() {}

  /** The points: a row for each group. */
  public static Intervals chart(ImportanceResult result) {
    boolean dropped = result.rows().stream().anyMatch(row -> row.without() != null);
    List<String> names = new ArrayList<>(List.of("permuted"));
    if (dropped) {
      names.add("fitted without it");
    }
    List<Intervals.Row> rows = new ArrayList<>();
    for (ImportanceResult.Row row : result.rows()) {
      List<Intervals.Point> points = new ArrayList<>(List.of(point(row.permuted())));
      if (dropped) {
        points.add(point(row.without()));
      }
      rows.add(new Intervals.Row(row.group() + " (" + row.features() + ")", points));
    }
    return new Intervals(names, rows, "loss of UAR on validation speakers");
  }

  private static Intervals.Point point(ImportanceResult.@Nullable Change change) {
    if (change == null) {
      return Intervals.Point.NONE;
    }
    Interval interval = change.interval();
    return interval == null
        ? new Intervals.Point(change.loss(), Double.NaN, Double.NaN)
        : new Intervals.Point(change.loss(), interval.lower(), interval.upper());
  }

  /** Writes a PNG. */
  public static void write(ImportanceResult result, Path file) throws IOException {
    String title = result.recipe() + ": what each group of features is worth";
    Canvas.write(Picture.of(chart(result).draw(WIDTH), title), file);
  }
}
