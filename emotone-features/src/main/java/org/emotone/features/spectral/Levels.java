package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;

/**
 * Loudness and sign changes of frames of samples, with the conventions of librosa 0.11's {@code
 * rms} (zeros around the clip) and {@code zero_crossing_rate} (the edge samples repeated).
 *
 * @param frameLength samples of a frame, 2 to 65 536
 * @param hop samples from one frame to the next, 1 to 65 536
 * @param padding what surrounds the clip
 */
public record Levels(int frameLength, int hop, Padding padding) {

  /** Amplitudes up to this one count as zero, which is positive. */
  private static final double SILENT = 1e-10;

  /** Checks the ranges. */
  public Levels {
    Bounds.check("frameLength", frameLength, 2, 65_536);
    Bounds.check("hop", hop, 1, 65_536);
  }

  /** Number of frames of a clip of so many samples, at least 1. */
  public long frames(int samples) {
    long side = padding == Padding.NONE ? 0 : frameLength / 2;
    return 1 + (Math.max(frameLength, samples + 2 * side) - frameLength) / hop;
  }

  /**
   * The root of the mean square of each frame, in units of amplitude.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public double[] rms(float[] samples) {
    float[] padded = padded(samples);
    double[] values = new double[(int) frames(samples.length)];
    for (int frame = 0; frame < values.length; frame++) {
      double sum = 0;
      for (int i = frame * hop; i < frame * hop + frameLength; i++) {
        sum += (double) padded[i] * padded[i];
      }
      values[frame] = Math.sqrt(sum / frameLength);
    }
    return values;
  }

  /**
   * The share of each frame's samples whose sign differs from that of the one before, 0 to 1.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public double[] zeroCrossings(float[] samples) {
    float[] padded = padded(samples);
    double[] values = new double[(int) frames(samples.length)];
    for (int frame = 0; frame < values.length; frame++) {
      int count = 0;
      for (int i = frame * hop + 1; i < frame * hop + frameLength; i++) {
        count += padded[i] < -SILENT != padded[i - 1] < -SILENT ? 1 : 0;
      }
      values[frame] = (double) count / frameLength;
    }
    return values;
  }

  private float[] padded(float[] samples) {
    Finite.check(samples);
    return padding.pad(samples, frameLength);
  }
}
