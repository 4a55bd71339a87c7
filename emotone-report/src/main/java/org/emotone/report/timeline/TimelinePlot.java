package org.emotone.report.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.Picture;
import org.emotone.report.drawing.Svg;
import org.emotone.timeline.Timeline;

/** A timeline as a picture in a file. */
public final class TimelinePlot {

  private static final double WIDTH = 1080;

  private final TimelineDrawing drawing;
  private final String title;

  /**
   * A picture.
   *
   * @param title what stands above it, such as the name of the recording
   */
  public TimelinePlot(String title, Timeline timeline, Envelope envelope) {
    this.title = title;
    drawing = new TimelineDrawing(timeline, envelope);
  }

  /** Writes it as PNG, 2256 pixels wide. */
  public void png(Path file) throws IOException {
    Canvas.write(Picture.of(drawing.draw(WIDTH), title), file);
  }

  /** Writes it as SVG, light or dark as the reader wishes. */
  public void svg(Path file) throws IOException {
    Files.writeString(file, Svg.document(drawing.draw(WIDTH), title));
  }
}
