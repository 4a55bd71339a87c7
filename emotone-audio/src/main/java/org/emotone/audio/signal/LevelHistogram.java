package org.emotone.audio.signal;

/**
 * How often frames of 20 ms have which level, and what that says of speech in noise: the noise is
 * as loud as the quietest frames, speech adds to it in the loud ones.
 */
final class LevelHistogram {
  /** Steps per dB. */
  private static final int STEPS = 4;

  private static final int QUIETEST_DB = -100;
  private static final int LOUDEST_DB = 20;

  /** Frames below this are gaps of digital silence, which say nothing of the noise. */
  private static final int GAP_DB = -88;

  private static final double HIGHEST_SNR_DB = 60;

  /** What the estimate was too high by on the speakers of {@code VoiceActivityFit}. */
  private static final double BIAS_DB = 2.2;

  private static final double NOISE_QUANTILE = 0.1;
  private static final double LOUD_QUANTILE = 0.95;

  private final int frameLength;
  private final long[] counts = new long[STEPS * (LOUDEST_DB - QUIETEST_DB)];
  private double energy;
  private int filled;

  LevelHistogram(int sampleRate) {
    frameLength = Math.max(1, sampleRate / 50);
  }

  void add(float[] samples) {
    for (float sample : samples) {
      energy += (double) sample * sample;
      if (++filled == frameLength) {
        double db = 10 * Math.log10(energy / frameLength + 1e-30);
        int step = (int) Math.floor(STEPS * (db - QUIETEST_DB));
        counts[Math.max(0, Math.min(counts.length - 1, step))]++;
        energy = 0;
        filled = 0;
      }
    }
  }

  /**
   * An estimate of the ratio of the mean power of speech, where there is speech, to that of the
   * noise, in dB: 60 if no noise is heard.
   */
  double snrDb() {
    double noiseDb = quantileDb(NOISE_QUANTILE);
    double loudDb = quantileDb(LOUD_QUANTILE);
    if (Double.isNaN(noiseDb)) {
      return HIGHEST_SNR_DB;
    }
    // Frames that stand a quarter of the range out of the noise are taken for speech.
    double speechDb = noiseDb + (loudDb - noiseDb) / 4;
    double sum = 0;
    long count = 0;
    for (int step = 0; step < counts.length; step++) {
      if (db(step) >= speechDb) {
        sum += counts[step] * Math.pow(10, db(step) / 10);
        count += counts[step];
      }
    }
    double noise = Math.pow(10, noiseDb / 10);
    double speech = Math.max(noise * 1e-2, sum / count - noise);
    return Math.min(HIGHEST_SNR_DB, 10 * Math.log10(speech / noise) - BIAS_DB);
  }

  /** A quantile of the levels, gaps left out; not a number if there is nothing else. */
  private double quantileDb(double share) {
    long total = 0;
    int first = STEPS * (GAP_DB - QUIETEST_DB);
    for (int step = first; step < counts.length; step++) {
      total += counts[step];
    }
    long below = 0;
    for (int step = first; step < counts.length && total > 0; step++) {
      below += counts[step];
      if (below >= share * total) {
        return db(step);
      }
    }
    return Double.NaN;
  }

  private static double db(int step) {
    return QUIETEST_DB + (step + 0.5) / STEPS;
  }
}
