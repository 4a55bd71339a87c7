package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * A clip played faster or slower, as a tape is: tempo and pitch change together.
 *
 * <p>Every output sample is interpolated between the samples around its place by a windowed sinc
 * from one table for all speeds (Smith and Gossett, 1984), so that, other than with {@link
 * Resampler}, a speed that occurs once costs no design of a filter. The pass band ends at 0.9 of
 * the lower Nyquist frequency; what folds back is below −70 dB.
 */
public final class Playback {
  /** Zero crossings of the sinc on either side. */
  private static final int CROSSINGS = 24;

  /** Values of the table between two zero crossings. */
  private static final int STEPS = 512;

  /** Where the sinc cuts off, as a share of the Nyquist frequency. */
  private static final double CUTOFF = 0.94;

  /** Of the Kaiser window: 80 dB in the stop band. */
  private static final double BETA = 7.857;

  private static final float[] TABLE = table();

  private Playback() {}

  /**
   * Plays.
   *
   * @param speed 0.1 to 10; 2 is twice as fast, half as long and an octave higher
   * @return {@code round(length / speed)} samples at the same rate, at least 1; silence lies beyond
   *     both ends
   */
  public static Waveform at(Waveform waveform, double speed) {
    if (!(speed >= 0.1 && speed <= 10)) {
      throw new IllegalArgumentException("speed must be from 0.1 to 10, was " + speed);
    }
    if (speed == 1) {
      return waveform;
    }
    float[] source = waveform.samples();
    float[] played = new float[(int) Math.max(1, Math.rint(source.length / speed))];
    // Faster playing must cut off lower: the sinc becomes wider.
    double scale = CUTOFF / Math.max(1, speed);
    double reach = CROSSINGS / scale;
    for (int i = 0; i < played.length; i++) {
      played[i] = interpolate(source, i * speed, scale, reach);
    }
    return new Waveform(played, waveform.sampleRate());
  }

  private static float interpolate(float[] source, double place, double scale, double reach) {
    int first = (int) Math.max(0, Math.ceil(place - reach));
    int last = (int) Math.min(source.length - 1, Math.floor(place + reach));
    double sum = 0;
    for (int k = first; k <= last; k++) {
      double position = Math.abs(place - k) * scale * STEPS;
      int row = (int) position;
      double share = position - row;
      sum += source[k] * (TABLE[row] + share * (TABLE[row + 1] - TABLE[row]));
    }
    return (float) (sum * scale);
  }

  /** Half of the windowed sinc; two more values so that the last one has a neighbour. */
  private static float[] table() {
    float[] table = new float[CROSSINGS * STEPS + 2];
    for (int i = 0; i < CROSSINGS * STEPS; i++) {
      double x = Math.PI * i / STEPS;
      double sinc = i == 0 ? 1 : Math.sin(x) / x;
      double place = (double) i / (CROSSINGS * STEPS);
      double window =
          KaiserSinc.bessel(BETA * Math.sqrt(1 - place * place)) / KaiserSinc.bessel(BETA);
      table[i] = (float) (sinc * window);
    }
    return table;
  }
}
