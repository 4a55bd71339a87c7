package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * The segmental signal-to-noise ratio: the mean over short frames of the ratio of the reference to
 * what the estimate adds to it, each held to −10 … 35 dB (Hansen and Pellom, ICSLP 1998; frames of
 * 30 ms, a new one each 7.5 ms, as Loizou, Speech Enhancement, 2013, but without a window).
 *
 * <p>Unlike {@link SignalToDistortion} it takes a wrong gain for an error, and a quiet frame counts
 * as much as a loud one. Frames in which the reference is digital silence are left out.
 */
public final class SegmentalSnr {

  private static final double FRAME_SECONDS = 0.030;
  private static final double HOP_SECONDS = 0.0075;
  private static final double LOWEST_DB = -10;
  private static final double HIGHEST_DB = 35;

  private SegmentalSnr() {}

  /**
   * Measures.
   *
   * @return the mean in dB, −10 to 35
   * @throws IllegalArgumentException if lengths or rates differ, if they are shorter than a frame,
   *     or if the reference is silent
   */
  public static double db(Waveform reference, Waveform estimate) {
    if (reference.length() != estimate.length()
        || reference.sampleRate() != estimate.sampleRate()) {
      throw new IllegalArgumentException(
          "reference and estimate must be alike, were %d samples at %d Hz and %d at %d Hz"
              .formatted(
                  reference.length(),
                  reference.sampleRate(),
                  estimate.length(),
                  estimate.sampleRate()));
    }
    int frame = (int) Math.round(FRAME_SECONDS * reference.sampleRate());
    int hop = Math.max(1, (int) Math.round(HOP_SECONDS * reference.sampleRate()));
    double sum = 0;
    int count = 0;
    for (int start = 0; start + frame <= reference.length(); start += hop) {
      double ratio = ratio(reference.samples(), estimate.samples(), start, start + frame);
      if (!Double.isNaN(ratio)) {
        sum += Math.min(HIGHEST_DB, Math.max(LOWEST_DB, ratio));
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "the reference is silent or shorter than a frame of 30 ms");
    }
    return sum / count;
  }

  /** The ratio of one frame in dB, not a number where the reference is silent. */
  private static double ratio(float[] reference, float[] estimate, int from, int to) {
    double signal = 0;
    double error = 0;
    for (int i = from; i < to; i++) {
      double difference = (double) reference[i] - estimate[i];
      signal += (double) reference[i] * reference[i];
      error += difference * difference;
    }
    return signal == 0 ? Double.NaN : 10 * Math.log10(signal / error);
  }
}
