package org.emotone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.ColourMap;

/**
 * A recording as a picture: its waveform above, with stretches of it marked, and its spectrogram
 * below, in dB relative to the loudest point.
 */
public final class SoundPlot {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;
  private static final int LEFT = 64;
  private static final int RIGHT = 76;
  private static final int PLOT = WIDTH - LEFT - RIGHT;
  private static final int WAVE_TOP = 54;
  private static final int WAVE_HEIGHT = 150;
  private static final int SPECTRUM_TOP = 226;
  private static final int SPECTRUM_HEIGHT = 280;
  private static final Font LABEL = Canvas.font(12, false);
  private static final Color MARK = new Color(0xfd, 0xed, 0xd8);

  private final Waveform waveform;
  private final String title;
  private final List<Segment> marks;
  private final String meaning;
  private final Scale scale;

  /**
   * What a picture shows at least, so that two can be compared.
   *
   * @param amplitude of the axis of the waveform
   * @param power of the loudest point of the spectrogram
   */
  record Scale(double amplitude, double power) {

    /** That of the recording itself. */
    static final Scale OWN = new Scale(0, 0);

    /** That which suits a recording. */
    static Scale of(Waveform waveform) {
      double peak = 0;
      for (float sample : waveform.samples()) {
        peak = Math.max(peak, Math.abs(sample));
      }
      return new Scale(peak, SpectrogramImage.loudest(waveform, 2 * PLOT));
    }

    /** One that suits both. */
    Scale or(Scale other) {
      return new Scale(Math.max(amplitude, other.amplitude), Math.max(power, other.power));
    }
  }

  /**
   * A plot.
   *
   * @param waveform what is shown, with at least one sample
   * @param title of the picture
   * @param marks stretches that are shaded behind the waveform
   * @param meaning what the marks stand for, in a word, such as {@code speech}
   */
  public SoundPlot(Waveform waveform, String title, List<Segment> marks, String meaning) {
    this(waveform, title, marks, meaning, Scale.OWN);
  }

  SoundPlot(Waveform waveform, String title, List<Segment> marks, String meaning, Scale scale) {
    if (waveform.length() == 0) {
      throw new IllegalArgumentException("there is no sound to plot");
    }
    this.waveform = waveform;
    this.title = title;
    this.meaning = meaning;
    this.scale = scale;
    this.marks = List.copyOf(marks);
  }

  /** Writes the picture as PNG. */
  public void write(Path file) throws IOException {
    Canvas.write(draw(), file);
  }

  /** The picture. */
  public BufferedImage draw() {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.text(title, LEFT, 26, Align.LEFT, Canvas.font(16, true), Canvas.INK);
    shade(canvas);
    times(canvas);
    wave(canvas);
    spectrogram(canvas);
    return canvas.image();
  }

  private void shade(Canvas canvas) {
    double duration = waveform.duration();
    if (!marks.isEmpty()) {
      int right = LEFT + PLOT;
      canvas.text(meaning, right, 28, Align.RIGHT, LABEL, Canvas.FAINT);
      canvas.fill(right - canvas.width(meaning, LABEL) - 22, 22, 14, 12, MARK);
    }
    for (Segment mark : marks) {
      double from = LEFT + PLOT * Math.min(1, mark.start() / duration);
      double to = LEFT + PLOT * Math.min(1, mark.end() / duration);
      canvas.fill(from, WAVE_TOP, to - from, WAVE_HEIGHT, MARK);
    }
  }

  private void wave(Canvas canvas) {
    double peak = scale.amplitude();
    for (float sample : waveform.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double most = peak == 0 ? 1 : niceCeiling(peak);
    for (double value : new double[] {-most, 0, most}) {
      double y = y(value / most);
      canvas.line(LEFT, y, LEFT + PLOT, y, 1, Canvas.GRID);
      String name =
          BigDecimal.valueOf(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
      canvas.text(name.replace('-', '−'), LEFT - 8, y, Align.RIGHT, LABEL, Canvas.FAINT);
    }
    Path2D outline = new Path2D.Double();
    for (int column = 0; column < 2 * PLOT; column++) {
      float[] range = range(column, 2 * PLOT);
      double x = LEFT + column / 2.0;
      outline.moveTo(x, y(range[0] / most) + 0.4);
      outline.lineTo(x, y(range[1] / most) - 0.4);
    }
    canvas.curve(outline, 0.6f, Canvas.FIRST);
  }

  private static double y(double share) {
    return WAVE_TOP + WAVE_HEIGHT / 2.0 * (1 - share);
  }

  /** 1, 2 or 5 times a power of ten that is not below a value. */
  private static double niceCeiling(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  /** The lowest and the highest amplitude of a column. */
  private float[] range(int column, int columns) {
    float[] samples = waveform.samples();
    int from = (int) ((long) column * samples.length / columns);
    int to = (int) Math.max(from + 1, (column + 1L) * samples.length / columns);
    float low = samples[from];
    float high = samples[from];
    for (int i = from; i < to && i < samples.length; i++) {
      low = Math.min(low, samples[i]);
      high = Math.max(high, samples[i]);
    }
    return new float[] {low, high};
  }

  private void spectrogram(Canvas canvas) {
    SpectrogramImage image =
        SpectrogramImage.of(waveform, 2 * PLOT, 2 * SPECTRUM_HEIGHT, scale.power());
    canvas.picture(image.pixels(), LEFT, SPECTRUM_TOP, PLOT, SPECTRUM_HEIGHT);
    double nyquist = waveform.sampleRate() / 2000.0;
    double step = step(nyquist, 5);
    for (double kiloHertz = 0; kiloHertz <= nyquist + 1e-9; kiloHertz += step) {
      double y = SPECTRUM_TOP + SPECTRUM_HEIGHT * (1 - kiloHertz / nyquist);
      canvas.line(LEFT - 4, y, LEFT, y, 1, Canvas.FAINT);
      String name = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", kiloHertz);
      canvas.text(name, LEFT - 8, y, Align.RIGHT, LABEL, Canvas.FAINT);
    }
    double middle = SPECTRUM_TOP + SPECTRUM_HEIGHT / 2.0;
    canvas.turned("kHz", 20, middle, 90, Align.CENTRE, LABEL, Canvas.FAINT);
    legend(canvas);
  }

  private static void legend(Canvas canvas) {
    int left = LEFT + PLOT + 14;
    BufferedImage bar = ColourMap.paint(1, 256, (x, y) -> 1 - y / 255.0);
    canvas.picture(bar, left, SPECTRUM_TOP, 12, SPECTRUM_HEIGHT);
    for (int db = 0; db <= SpectrogramImage.RANGE_DB; db += 20) {
      double y = SPECTRUM_TOP + SPECTRUM_HEIGHT * (double) db / SpectrogramImage.RANGE_DB;
      canvas.text((db == 0 ? "0 dB" : "−" + db), left + 18, y, Align.LEFT, LABEL, Canvas.FAINT);
    }
  }

  private void times(Canvas canvas) {
    double duration = waveform.duration();
    double step = step(duration, 8);
    double bottom = SPECTRUM_TOP + SPECTRUM_HEIGHT;
    for (double time = 0; time <= duration + 1e-9; time += step) {
      double x = LEFT + PLOT * time / duration;
      canvas.line(x, bottom, x, bottom + 4, 1, Canvas.FAINT);
      canvas.line(x, WAVE_TOP, x, WAVE_TOP + WAVE_HEIGHT, 1, Canvas.GRID);
      canvas.text(time(time, step), x, bottom + 16, Align.CENTRE, LABEL, Canvas.FAINT);
    }
    String unit = step >= 60 ? "minutes" : "seconds";
    canvas.text(unit, LEFT + PLOT / 2.0, bottom + 38, Align.CENTRE, LABEL, Canvas.FAINT);
  }

  private static String time(double seconds, double step) {
    if (step >= 60) {
      return String.format(Locale.ROOT, "%.0f", seconds / 60);
    }
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", seconds);
  }

  /** 1, 2 or 5 times a power of ten, or of whole minutes, that fits about so many times. */
  private static double step(double range, int times) {
    double raw = range / times;
    if (raw > 60) {
      return 60 * Math.max(1, niceCeiling(raw / 60));
    }
    double nice = niceCeiling(raw);
    return nice > 20 && range > 60 ? 60 : nice;
  }
}
