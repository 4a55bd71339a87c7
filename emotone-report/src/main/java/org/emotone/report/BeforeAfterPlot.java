package org.emotone.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.report.drawing.Canvas;

/**
 * What was done to a recording as a picture: waveform and spectrogram before and, below, after.
 * Both have the same axes and the same colours, so that what differs in the picture differs in the
 * sound.
 */
public final class BeforeAfterPlot {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;

  private final Waveform before;
  private final Waveform after;
  private final String title;
  private final String words;

  /**
   * A plot.
   *
   * @param before with at least one sample
   * @param after at the same rate, with at least one sample
   * @param title above the first
   * @param words above the second: what was done
   */
  public BeforeAfterPlot(Waveform before, Waveform after, String title, String words) {
    if (before.sampleRate() != after.sampleRate()) {
      throw new IllegalArgumentException(
          "both must be at one rate, were at %d and %d Hz"
              .formatted(before.sampleRate(), after.sampleRate()));
    }
    this.before = before;
    this.after = after;
    this.title = title;
    this.words = words;
  }

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    int length = Math.max(before.length(), after.length());
    SoundPlot.Scale scale = SoundPlot.Scale.of(before).or(SoundPlot.Scale.of(after));
    Canvas canvas = new Canvas(WIDTH, 2 * HEIGHT);
    canvas.picture(plot(before, length, title, scale), 0, 0, WIDTH, HEIGHT);
    canvas.picture(plot(after, length, words, scale), 0, HEIGHT, WIDTH, HEIGHT);
    return canvas.image();
  }

  /** A recording with silence behind it, so that both axes of time are one. */
  private static BufferedImage plot(
      Waveform waveform, int length, String title, SoundPlot.Scale scale) {
    Waveform padded =
        new Waveform(Arrays.copyOf(waveform.samples(), length), waveform.sampleRate());
    return new SoundPlot(padded, title, List.of(), "", scale).draw();
  }
}
