package org.emotone.corpus.audit;

import java.util.Arrays;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Computes fingerprints after Haitsma and Kalker ("A Highly Robust Audio Fingerprinting System",
 * ISMIR 2002): bit m of frame n tells whether the difference in energy between the bands m and m+1
 * has grown since the frame before. The signs of such differences change little by gain, coding,
 * resampling and mild filtering, and any two different recordings agree in half of them.
 *
 * <p>As there: 33 bands, logarithmically spaced, and 5000 samples per second. The frames are of 0.1
 * s where music has 0.37 s, and the bands reach from 200 to 2300 Hz where music has 300 to 2000:
 * one speaker saying one phrase twice agrees the more, the longer the frames (figures: {@link
 * Duplicates}). Frames begin every 6.4 ms, so that a clip cut between two of them changes little.
 */
final class Fingerprinter {

  static final int RATE = 5000;
  static final int FRAME = 512;
  static final int HOP = 32;
  private static final int BANDS = 33;
  private static final double LOWEST_HZ = 200;
  private static final double HIGHEST_HZ = 2300;

  private static final FloatFFT_1D FFT = new FloatFFT_1D(FRAME);
  private static final float[] WINDOW = hann();
  private static final int[] EDGES = edges();

  private Fingerprinter() {}

  /** Fingerprints a clip: one word for each 6.4 ms. */
  static Fingerprint of(Waveform waveform) {
    float[] samples = Resampler.resample(waveform, RATE, ResamplingQuality.STANDARD).samples();
    int frames = samples.length / HOP;
    int[] words = new int[frames];
    double[] levels = new double[frames];
    float[] spectrum = new float[FRAME];
    double[] before = bands(samples, -HOP, spectrum);
    for (int frame = 0; frame < frames; frame++) {
      double[] now = bands(samples, frame * HOP, spectrum);
      words[frame] = word(before, now);
      levels[frame] = Arrays.stream(now).sum();
      before = now;
    }
    return new Fingerprint(words, relative(levels));
  }

  private static int word(double[] before, double[] now) {
    int word = 0;
    for (int band = 0; band < BANDS - 1; band++) {
      double change = now[band] - now[band + 1] - (before[band] - before[band + 1]);
      word = word << 1 | (change > 0 ? 1 : 0);
    }
    return word;
  }

  /** Energies of the bands in the frame around a sample. */
  private static double[] bands(float[] samples, int centre, float[] spectrum) {
    int start = centre - FRAME / 2;
    for (int i = 0; i < FRAME; i++) {
      int at = start + i;
      spectrum[i] = at >= 0 && at < samples.length ? samples[at] * WINDOW[i] : 0;
    }
    FFT.realForward(spectrum);
    double[] energies = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      double energy = 0;
      for (int bin = EDGES[band]; bin < EDGES[band + 1]; bin++) {
        double re = spectrum[2 * bin];
        double im = spectrum[2 * bin + 1];
        energy += re * re + im * im;
      }
      energies[band] = energy;
    }
    return energies;
  }

  private static byte[] relative(double[] energies) {
    double loudest = Arrays.stream(energies).max().orElse(0);
    byte[] levels = new byte[energies.length];
    for (int i = 0; i < energies.length; i++) {
      double below = 10 * Math.log10(loudest / energies[i]);
      levels[i] = loudest > 0 && below < Byte.MAX_VALUE ? (byte) Math.ceil(below) : Byte.MAX_VALUE;
    }
    return levels;
  }

  private static float[] hann() {
    float[] window = new float[FRAME];
    for (int i = 0; i < FRAME; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / FRAME));
    }
    return window;
  }

  /** First bins of the bands, and one past the last. */
  private static int[] edges() {
    int[] edges = new int[BANDS + 1];
    for (int i = 0; i <= BANDS; i++) {
      double hz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) i / BANDS);
      int bin = (int) Math.round(hz * FRAME / RATE);
      // The lowest bands are narrower than a bin: each gets one of its own.
      edges[i] = i == 0 ? bin : Math.max(bin, edges[i - 1] + 1);
    }
    return edges;
  }
}
