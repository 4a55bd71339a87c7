package org.emotone.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.emotone.report.chart.Lines;
import org.emotone.report.chart.Scale;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Picture;
import org.emotone.report.drawing.Svg;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.record.RecordedRun;

/** How several runs learned, epoch by epoch: training loss, and below it UAR on the validation. */
public final class CurvesPlot {

  private static final String TITLE = "How they learned, epoch by epoch";
  private static final int WIDTH = 760;

  private CurvesPlot() {}

  /** The curves of a figure, one for each run. */
  public static Lines chart(
      List<RecordedRun> runs, ToDoubleFunction<EpochMetrics> value, Scale scale) {
    List<Lines.Series> series = new ArrayList<>();
    for (RecordedRun run : runs) {
      double[] values = run.history().stream().mapToDouble(value).toArray();
      series.add(Lines.Series.counted(run.name(), values, Ink.series(series.size())));
    }
    return new Lines(series, Scale.count("epoch"), scale);
  }

  /** Both figures, one above the other. */
  public static Drawing drawing(List<RecordedRun> runs) {
    Lines loss = chart(runs, EpochMetrics::trainLoss, Scale.fromZero("training loss"));
    Lines uar = chart(runs, EpochMetrics::validationUar, Scale.fromZero("UAR on the validation"));
    return loss.draw(WIDTH).above(uar.draw(WIDTH));
  }

  /** Writes an SVG where the name of the file ends so, otherwise a PNG. */
  public static void write(List<RecordedRun> runs, Path file) throws IOException {
    Drawing drawing = drawing(runs);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      Files.writeString(file, Svg.document(drawing, TITLE));
    } else {
      Canvas.write(Picture.of(drawing, TITLE), file);
    }
  }
}
