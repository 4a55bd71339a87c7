package org.emotone.features.voice;

/**
 * Jitter and shimmer of a voice along its pitch, as openSMILE 3 has them; its answers to signals
 * that were made for the purpose are where the details are from.
 *
 * <p>A period is compared with the equally long stretch that follows it, at every length within a
 * tenth of the pitch's period. The largest local maximum of Pearson's correlation over length, if
 * it is at least 0.5, is the period's length, refined by a parabola, and the next period begins
 * there. If it is less, that length is passed over; if there is none, the pitch's period. So
 * periods are chained through a voiced stretch; each frame goes on with the samples up to its hop's
 * end, and looks at one period at least, unless the frames before went beyond its beginning.
 *
 * <p>Jitter is the mean absolute difference of consecutive lengths over the mean length. Shimmer is
 * {@code 20 log₁₀(1 + q)}, with q the mean absolute difference of the heights of a period and its
 * successor over the mean height, 1 at most (Eyben 2016, section 2.2.13). A voiced frame in which
 * no period ends repeats the frame before, but has no jitter if it looked at none; both are 0 where
 * there is no pitch.
 */
final class Perturbation {

  private static final double SEARCH = 0.1;
  private static final double LEAST_CORRELATION = 0.5;

  private final float[] samples;
  private final int sampleRate;
  private final int hop;
  private final double[] jitter;
  private final double[] shimmer;
  private double[] correlation = new double[0];
  private double[] sums = new double[0];
  private double[] squares = new double[0];
  private int position;
  private double lastLength;
  private double lengths;
  private double lengthChanges;
  private double heights;
  private double heightChanges;
  private int periods;
  private int pairs;

  private Perturbation(float[] samples, int sampleRate, int hop, int frames) {
    this.samples = samples;
    this.sampleRate = sampleRate;
    this.hop = hop;
    jitter = new double[frames];
    shimmer = new double[frames];
  }

  /**
   * Follows a clip.
   *
   * @param pitch of each frame in Hz, 0 where it is unvoiced
   * @param hop samples from frame to frame
   */
  static Perturbation of(float[] samples, int sampleRate, int hop, double[] pitch) {
    Perturbation perturbation = new Perturbation(samples, sampleRate, hop, pitch.length);
    for (int frame = 0; frame < pitch.length; frame++) {
      if (pitch[frame] > 0) {
        boolean onset = frame == 0 || pitch[frame - 1] == 0;
        perturbation.advance(frame, pitch[frame], onset);
      }
    }
    return perturbation;
  }

  /** Jitter of each frame, a ratio. */
  double[] jitter() {
    return jitter;
  }

  /** Shimmer of each frame in dB, 0 to 6.02. */
  double[] shimmer() {
    return shimmer;
  }

  private void advance(int frame, double pitch, boolean onset) {
    if (onset) {
      position = frame * hop;
      lastLength = 0;
    } else {
      shimmer[frame] = shimmer[frame - 1];
      if (position >= frame * hop) {
        return;
      }
      jitter[frame] = jitter[frame - 1];
    }
    lengths = lengthChanges = heights = heightChanges = 0;
    periods = pairs = 0;
    follow(frame, sampleRate / pitch);
    if (pairs > 0) {
      jitter[frame] = lengthChanges / pairs / (lengths / periods);
    }
    if (heights > 0) {
      shimmer[frame] = 20 * Math.log10(1 + Math.min(1, heightChanges / (heights / 2)));
    }
  }

  /** Matches the periods that a frame reaches. */
  private void follow(int frame, double period) {
    int least = (int) Math.floor(period * (1 - SEARCH));
    int most = (int) Math.floor(period * (1 + SEARCH));
    int needed = 2 * ((int) Math.ceil(period * (1 + SEARCH)) + 1);
    int end = Math.min(samples.length, Math.max((frame + 1) * hop, position + needed));
    while (position + needed <= end) {
      match(period, least, most);
    }
  }

  /** Looks for the end of one period and goes there. */
  private void match(double period, int least, int most) {
    correlate(least, most);
    int best = 0;
    for (int i = 1; i < most - least; i++) {
      boolean peak = correlation[i] > correlation[i - 1] && correlation[i] >= correlation[i + 1];
      best = peak && (best == 0 || correlation[i] > correlation[best]) ? i : best;
    }
    if (best == 0) {
      position += (int) Math.round(period);
      return;
    }
    int length = least + best;
    if (correlation[best] >= LEAST_CORRELATION) {
      double shift =
          Parabola.offset(correlation[best - 1], correlation[best], correlation[best + 1]);
      add(length + shift, height(position, length), height(position + length, length));
    }
    position += length;
  }

  private void add(double length, double height, double nextHeight) {
    lengths += length;
    periods++;
    if (lastLength > 0) {
      lengthChanges += Math.abs(length - lastLength);
      pairs++;
    }
    heights += height + nextHeight;
    heightChanges += Math.abs(nextHeight - height);
    lastLength = length;
  }

  /** Pearson's correlation of a period of each length with its successor of that length. */
  private void correlate(int least, int most) {
    prepare(most);
    for (int length = least; length <= most; length++) {
      double product = 0;
      for (int i = position; i < position + length; i++) {
        product += (double) samples[i] * samples[i + length];
      }
      double sum = sums[length];
      double otherSum = sums[2 * length] - sum;
      double power = squares[length] - sum * sum / length;
      double otherPower = squares[2 * length] - squares[length] - otherSum * otherSum / length;
      double both = Math.sqrt(Math.max(0, power) * Math.max(0, otherPower));
      correlation[length - least] = both > 0 ? (product - sum * otherSum / length) / both : 0;
    }
  }

  /** Sums of samples, and of their squares, from the position on. */
  private void prepare(int most) {
    if (sums.length < 2 * most + 1) {
      sums = new double[2 * most + 1];
      squares = new double[2 * most + 1];
      correlation = new double[most + 1];
    }
    for (int i = 0; i < 2 * most; i++) {
      double x = samples[position + i];
      sums[i + 1] = sums[i] + x;
      squares[i + 1] = squares[i] + x * x;
    }
  }

  /** From the smallest to the largest sample of a period, without its first and its last. */
  private double height(int from, int length) {
    double high = samples[from + 1];
    double low = high;
    for (int i = from + 2; i < from + length - 1; i++) {
      high = Math.max(high, samples[i]);
      low = Math.min(low, samples[i]);
    }
    return high - low;
  }
}
