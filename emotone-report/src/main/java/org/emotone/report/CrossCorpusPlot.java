package org.emotone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.emotone.report.chart.HeatMap;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Picture;
import org.emotone.training.study.CrossCorpusResult;

/** What a recipe reaches on each corpus, trained on each, as a matrix. */
public final class CrossCorpusPlot {

  private static final double WIDTH = 640;

  private CrossCorpusPlot() {}

  /** The matrix. */
  public static HeatMap chart(CrossCorpusResult result) {
    List<String> corpora = result.corpora();
    double[][] cells = new double[corpora.size()][corpora.size()];
    String[][] texts = new String[corpora.size()][corpora.size()];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells.length; column++) {
        double uar = result.uar(corpora.get(row), corpora.get(column)).mean();
        cells[row][column] = uar;
        texts[row][column] = String.format(Locale.ROOT, "%.1f", 100 * uar);
      }
    }
    return new HeatMap(corpora, corpora, cells, texts, "trained on", "measured on");
  }

  /** Writes a PNG. */
  public static void write(CrossCorpusResult result, Path file) throws IOException {
    String title = result.recipe() + ": UAR in %";
    Canvas.write(Picture.of(chart(result).draw(WIDTH), title), file);
  }
}
