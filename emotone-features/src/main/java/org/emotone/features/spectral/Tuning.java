package org.emotone.features.spectral;

import java.util.Arrays;

/**
 * How far the tones of a clip lie from those of A = 440 Hz, librosa 0.11's {@code estimate_tuning}:
 * the most frequent deviation among the louder half of the spectral peaks between 150 and 4000 Hz.
 */
public final class Tuning {

  private static final double MIN_HZ = 150;
  private static final double MAX_HZ = 4000;

  /** Peaks below this share of their frame's loudest do not count. */
  private static final double THRESHOLD = 0.1;

  /** The histogram has bins of a hundredth of a step. */
  private static final int STEPS = 100;

  private final double[] pitches;
  private final double[] magnitudes;
  private int peaks;

  private Tuning(int most) {
    pitches = new double[most];
    magnitudes = new double[most];
  }

  /**
   * The deviation, −0.5 to 0.5 of a step of the scale; 0 if there is no peak.
   *
   * @param spectrogram magnitudes or power, {@code [frames][bins]}, from 0 Hz to half the rate
   * @param sampleRate in Hz
   * @param stepsPerOctave 12 for semitones
   */
  public static double estimate(Spectrogram spectrogram, int sampleRate, int stepsPerOctave) {
    Tuning tuning = new Tuning(spectrogram.frames() * spectrogram.bins());
    for (int frame = 0; frame < spectrogram.frames(); frame++) {
      tuning.collect(spectrogram, frame, sampleRate);
    }
    return tuning.mode(stepsPerOctave);
  }

  /** Parabolic interpolation of the peaks of a frame, librosa's {@code piptrack}. */
  private void collect(Spectrogram s, int frame, int sampleRate) {
    int bins = s.bins();
    double hzPerBin = sampleRate / 2.0 / (bins - 1);
    double loudest = 0;
    for (int bin = 0; bin < bins; bin++) {
      loudest = Math.max(loudest, s.get(frame, bin));
    }
    double least = THRESHOLD * loudest;
    double upTo = Math.min(MAX_HZ, sampleRate / 2.0);
    for (int bin = 1; bin < bins - 1; bin++) {
      double at = s.get(frame, bin);
      double before = s.get(frame, bin - 1);
      double after = s.get(frame, bin + 1);
      double hz = bin * hzPerBin;
      boolean peak =
          at > least && at > thresholded(before, least) && at >= thresholded(after, least);
      if (peak && hz >= MIN_HZ && hz < upTo) {
        double slope = (after - before) / 2;
        double curvature = after + before - 2 * at;
        double shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
        pitches[peaks] = (bin + shift) * hzPerBin;
        magnitudes[peaks] = at + 0.5 * slope * shift;
        peaks++;
      }
    }
  }

  private static double thresholded(double value, double least) {
    return value > least ? value : 0;
  }

  private double mode(int stepsPerOctave) {
    double[] sorted = Arrays.copyOf(magnitudes, peaks);
    Arrays.sort(sorted);
    int half = peaks / 2;
    double median =
        peaks == 0 ? 0 : peaks % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    int[] counts = new int[STEPS];
    for (int i = 0; i < peaks; i++) {
      if (magnitudes[i] >= median) {
        double steps = stepsPerOctave * Math.log(pitches[i] / 27.5) / Math.log(2);
        double residual = steps - Math.floor(steps);
        residual -= residual >= 0.5 ? 1 : 0;
        counts[Math.min(STEPS - 1, (int) Math.floor((residual + 0.5) * STEPS))]++;
      }
    }
    int most = 0;
    for (int i = 1; i < STEPS; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return peaks == 0 ? 0 : -0.5 + (double) most / STEPS;
  }
}
