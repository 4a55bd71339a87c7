package org.emotone.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.report.chart.BarGroups;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Picture;
import org.emotone.training.study.LeakGapResult;

/** What a recipe reaches on each corpus under each partition, as bars. */
public final class LeakGapPlot {

  private static final double WIDTH = 760;

  private LeakGapPlot() {}

  /** The bars: a group for each corpus. */
  public static BarGroups chart(LeakGapResult result) {
    List<String> names =
        result.partitions().stream()
            .map(p -> p.words() + (p.speakerDependent() ? " (speaker-dependent)" : ""))
            .toList();
    List<BarGroups.Group> groups =
        result.corpora().stream()
            .map(
                corpus ->
                    new BarGroups.Group(
                        corpus,
                        result.row(corpus).stream()
                            .mapToDouble(cell -> cell.uar().mean())
                            .toArray()))
            .toList();
    return new BarGroups(names, groups);
  }

  /** Writes a PNG. */
  public static void write(LeakGapResult result, Path file) throws IOException {
    String title = result.recipe() + ": UAR in %, by what is held out";
    Canvas.write(Picture.of(chart(result).draw(WIDTH), title), file);
  }
}
