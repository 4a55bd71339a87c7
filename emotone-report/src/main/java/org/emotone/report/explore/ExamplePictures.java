package org.emotone.report.explore;

import java.awt.image.BufferedImage;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.LogMel;
import org.emotone.features.Mfcc;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.report.drawing.ColourMap;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;
import org.emotone.report.embedding.Points;

/**
 * What an example looks like: its waveform, spectrogram, mel bands and MFCC. All have one column
 * for each 10 ms; values lie between the loudest and {@link #RANGE_DB} below.
 *
 * @param waveform smallest and largest amplitude
 * @param spectrogram power from 0 Hz (bottom) to 8 kHz, in dB
 * @param mel power in 64 mel bands up to 8 kHz, in dB
 * @param mfcc coefficients 1 (bottom) to 19, each standardised over the clip
 */
record ExamplePictures(
    Drawing waveform, BufferedImage spectrogram, BufferedImage mel, BufferedImage mfcc) {

  /** What is quieter is as dark. */
  static final double RANGE_DB = 70;

  private static final double WIDTH = 320;
  private static final double HEIGHT = 60;
  private static final int ROWS = 128;

  /** From the darkest to the brightest colour of the MFCC, in deviations. */
  private static final double SPAN_DEVIATIONS = 5;

  private static final Stft STFT = Stft.of(512, 160);
  private static final LogMel MEL = LogMel.SPEECH;
  private static final Mfcc MFCC = Mfcc.of(MEL, 20, 0.0);

  static ExamplePictures of(Waveform sound) {
    return new ExamplePictures(
        envelope(sound.samples()), spectrogram(sound), mel(sound), mfcc(sound));
  }

  private static Drawing envelope(float[] samples) {
    int columns = (int) Math.min(WIDTH, Math.max(1, samples.length));
    double[] xs = new double[2 * columns];
    double[] ys = new double[2 * columns];
    double loudest = 1e-9;
    for (float sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) column * samples.length / columns);
      int to = (int) ((long) (column + 1) * samples.length / columns);
      float low = 0;
      float high = 0;
      for (int i = from; i < to; i++) {
        low = Math.min(low, samples[i]);
        high = Math.max(high, samples[i]);
      }
      int back = 2 * columns - 1 - column;
      xs[column] = column * WIDTH / columns;
      xs[back] = xs[column];
      ys[column] = HEIGHT / 2 * (1 - high / loudest);
      ys[back] = HEIGHT / 2 * (1 - low / loudest);
    }
    return new Drawing(WIDTH, HEIGHT, List.of(new Mark.Area(xs, ys, Ink.ACCENT, 1, null)));
  }

  private static BufferedImage spectrogram(Waveform sound) {
    Spectrogram power = STFT.power(sound.samples());
    double loudest = 1e-12;
    for (double value : power.values()) {
      loudest = Math.max(loudest, value);
    }
    double top = 10 * Math.log10(loudest);
    int perRow = (power.bins() - 1) / ROWS;
    return ColourMap.paint(
        power.frames(),
        ROWS,
        (x, y) -> {
          double sum = 0;
          for (int bin = (ROWS - 1 - y) * perRow; bin < (ROWS - y) * perRow; bin++) {
            sum += power.get(x, bin);
          }
          return 1 + (10 * Math.log10(Math.max(1e-20, sum / perRow)) - top) / RANGE_DB;
        });
  }

  private static BufferedImage mel(Waveform sound) {
    FeatureMatrix bands = MEL.extract(sound);
    double loudest = Double.NEGATIVE_INFINITY;
    for (float value : bands.values()) {
      loudest = Math.max(loudest, value);
    }
    double top = loudest;
    int last = bands.coefficients() - 1;
    return ColourMap.paint(
        bands.frames(),
        bands.coefficients(),
        (x, y) -> 1 + (bands.get(x, last - y) - top) / RANGE_DB);
  }

  /**
   * Without coefficient 0, which is the level and would outshine the others; each coefficient has
   * its own mean and deviation taken out.
   */
  private static BufferedImage mfcc(Waveform sound) {
    FeatureMatrix mfcc = MFCC.extract(sound);
    Points standard = new Points(mfcc.values(), mfcc.frames(), mfcc.coefficients()).standardised();
    int rows = mfcc.coefficients() - 1;
    return ColourMap.paint(
        mfcc.frames(), rows, (x, y) -> 0.5 + standard.get(x, rows - y) / SPAN_DEVIATIONS);
  }
}
