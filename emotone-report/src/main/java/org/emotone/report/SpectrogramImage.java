package org.emotone.report;

import java.awt.image.BufferedImage;
import org.emotone.audio.Waveform;
import org.jtransforms.fft.DoubleFFT_1D;

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

  /** Frames per column, of which the loudest is shown. */
  private static final int MOST_FRAMES = 4;

  /** Nine colours of the map "magma" (Smith and van der Walt, 2015), dark to bright. */
  private static final int[] MAGMA = {
    0x000004, 0x1d1147, 0x51127c, 0x822681, 0xb73779, 0xe75263, 0xfc8961, 0xfec488, 0xfcfdbf
  };

  static SpectrogramImage of(Waveform waveform, int width, int height) {
    double[][] columns = columns(waveform, width);
    double loudest = 1e-20;
    for (double[] column : columns) {
      for (double power : column) {
        loudest = Math.max(loudest, power);
      }
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        double power = at(columns[x], (height - 0.5 - y) / height);
        double db = 10 * Math.log10(Math.max(1e-20, power) / loudest);
        image.setRGB(x, y, colour(1 + db / RANGE_DB));
      }
    }
    return new SpectrogramImage(image);
  }

  /** The power at a share of the Nyquist frequency, between two bins. */
  private static double at(double[] powers, double share) {
    double place = Math.max(0, Math.min(powers.length - 1.001, share * (powers.length - 1)));
    int bin = (int) place;
    double weight = place - bin;
    return (1 - weight) * powers[bin] + weight * powers[bin + 1];
  }

  private static double[][] columns(Waveform waveform, int width) {
    int window = Math.max(16, (int) (WINDOW_SECONDS * waveform.sampleRate()));
    int size = Integer.highestOneBit(window - 1) << 1;
    DoubleFFT_1D fft = new DoubleFFT_1D(size);
    double[][] columns = new double[width][size / 2 + 1];
    double perColumn = (double) waveform.length() / width;
    int frames = (int) Math.max(1, Math.min(MOST_FRAMES, Math.ceil(perColumn / window * 2)));
    for (int column = 0; column < width; column++) {
      for (int frame = 0; frame < frames; frame++) {
        double centre = perColumn * (column + (frame + 0.5) / frames);
        raise(
            columns[column],
            power(waveform.samples(), (int) centre - window / 2, window, fft, size));
      }
    }
    return columns;
  }

  private static void raise(double[] column, double[] powers) {
    for (int bin = 0; bin < column.length; bin++) {
      column[bin] = Math.max(column[bin], powers[bin]);
    }
  }

  private static double[] power(
      float[] samples, int start, int window, DoubleFFT_1D fft, int size) {
    double[] spectrum = new double[size];
    for (int i = 0; i < window; i++) {
      int at = start + i;
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / window);
      spectrum[i] = at >= 0 && at < samples.length ? hann * samples[at] : 0;
    }
    fft.realForward(spectrum);
    double[] power = new double[size / 2 + 1];
    power[0] = spectrum[0] * spectrum[0];
    power[size / 2] = spectrum[1] * spectrum[1];
    for (int bin = 1; bin < size / 2; bin++) {
      power[bin] =
          spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
    }
    return power;
  }

  /** The colour, as red, green and blue bytes, of a brightness of 0 to 1. */
  static int colour(double brightness) {
    double place = Math.max(0, Math.min(1, brightness)) * (MAGMA.length - 1);
    int first = Math.min(MAGMA.length - 2, (int) place);
    double weight = place - first;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = MAGMA[first] >> shift & 0xff;
      int high = MAGMA[first + 1] >> shift & 0xff;
      colour |= (int) Math.round(low + weight * (high - low)) << shift;
    }
    return colour;
  }
}
