package org.emotone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Picture;
import org.emotone.training.importance.FeatureCounts.Order;
import org.emotone.training.importance.FeatureCountsResult;
import org.emotone.training.importance.FeatureCountsResult.Row;

/** How well training clips and others are known by the number of features, as curves. */
public final class FeatureCountsPlot {

  private static final double WIDTH = 760;

  private FeatureCountsPlot() {}

  /** The curves: two for each order of the features. */
  public static Lines chart(FeatureCountsResult result) {
    List<Lines.Series> series = new ArrayList<>();
    for (Order order : Order.values()) {
      String words = FeatureCountsResult.words(order);
      List<Row> rows = result.of(order);
      series.add(curve("training, " + words, rows, Row::train, series.size()));
      series.add(curve("other speakers, " + words, rows, Row::heldOut, series.size()));
    }
    return new Lines(series, Scale.logarithm("number of features"), Scale.share("UAR"));
  }

  private static Lines.Series curve(
      String name, List<Row> rows, ToDoubleFunction<Row> value, int number) {
    double[] xs = rows.stream().mapToDouble(Row::features).toArray();
    return new Lines.Series(
        name, xs, rows.stream().mapToDouble(value).toArray(), Ink.series(number), true);
  }

  /** Writes a PNG. */
  public static void write(FeatureCountsResult result, Path file) throws IOException {
    String title = result.recipe() + ": UAR by the number of features";
    Canvas.write(Picture.of(chart(result).draw(WIDTH), title), file);
  }
}
