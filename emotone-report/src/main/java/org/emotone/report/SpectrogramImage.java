package org.emotone.report;

import java.awt.image.BufferedImage;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.report.drawing.ColourMap;

/**
 * A spectrogram as pixels: time to the right, frequency from 0 at the bottom to the Nyquist
 * frequency at the top, dB relative to the loudest point as colour.
 *
 * @param pixels the picture
 */
record SpectrogramImage(BufferedImage pixels) {

  /** What is so many dB below the loudest point, or more, is as dark as it gets. */
  static final int RANGE_DB = 80;

  private static final double WINDOW_SECONDS = 0.025;

  /** Frames per column at the most, of which the loudest is shown. */
  private static final int MOST_FRAMES = 4;

  private static final double LEAST_POWER = 1e-20;

  /**
   * Paints.
   *
   * @param least the loudest point is taken to have this power at least
   */
  static SpectrogramImage of(Waveform waveform, int width, int height, double least) {
    double[][] columns = columns(waveform, width);
    double top = Math.max(least, loudest(columns));
    return new SpectrogramImage(
        ColourMap.paint(
            width,
            height,
            (x, y) -> {
              double power = at(columns[x], (height - 0.5 - y) / height);
              return 1 + 10 * Math.log10(Math.max(LEAST_POWER, power) / top) / RANGE_DB;
            }));
  }

  /** The power of the loudest point. */
  static double loudest(Waveform waveform, int width) {
    return loudest(columns(waveform, width));
  }

  private static double loudest(double[][] columns) {
    double loudest = LEAST_POWER;
    for (double[] column : columns) {
      for (double power : column) {
        loudest = Math.max(loudest, power);
      }
    }
    return loudest;
  }

  /** The power at a share of the Nyquist frequency, between two bins. */
  private static double at(double[] powers, double share) {
    double place = Math.max(0, Math.min(powers.length - 1.001, share * (powers.length - 1)));
    int bin = (int) place;
    double weight = place - bin;
    return (1 - weight) * powers[bin] + weight * powers[bin + 1];
  }

  /** Powers of each column; the hop grows with the clip, so that memory does not. */
  private static double[][] columns(Waveform waveform, int width) {
    int window = Math.max(16, (int) (WINDOW_SECONDS * waveform.sampleRate()));
    int size = Integer.highestOneBit(window - 1) << 1;
    double perColumn = (double) waveform.length() / width;
    int perFrame = (int) Math.max(1, Math.min(MOST_FRAMES, Math.ceil(perColumn / window * 2)));
    int hop = (int) Math.max(1, perColumn / perFrame);
    Spectrogram power = Stft.of(size, window, hop, null, null).power(waveform.samples());
    double[][] columns = new double[width][power.bins()];
    for (int column = 0; column < width; column++) {
      int first = (int) (column * perColumn / hop);
      int last = (int) Math.max(first + 1, (column + 1) * perColumn / hop);
      for (int frame = first; frame < Math.min(last, power.frames()); frame++) {
        for (int bin = 0; bin < power.bins(); bin++) {
          columns[column][bin] = Math.max(columns[column][bin], power.get(frame, bin));
        }
      }
    }
    return columns;
  }
}
