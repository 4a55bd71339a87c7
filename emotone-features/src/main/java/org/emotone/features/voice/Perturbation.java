package org.emotone.features.voice;

/**
 * Jitter and shimmer of a voice along its pitch.
 *
 * <p>A period is compared with what follows it, at every lag within a tenth of the pitch's period;
 * the lag of the largest normalised correlation, if that is at least 0.5, is its length, refined by
 * a parabola, and the next period begins there; where none is found, what follows a period later is
 * looked at. So periods are chained through a voiced stretch; each frame goes on with the samples
 * up to its hop's end.
 *
 * <p>Jitter is the mean absolute difference of consecutive lengths over the mean length, shimmer
 * the mean absolute difference in dB of the heights of a period and its successor (the "local"
 * definitions of Praat; Eyben 2016, section 2.2.13). A voiced frame in which no period ends repeats
 * the frame before; both are 0 where there is no pitch.
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
  private int position;
  private double lastLength;
  private double lengths;
  private double lengthChanges;
  private double peakChanges;
  private int periods;
  private int lengthPairs;
  private int peakPairs;

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

  /** Shimmer of each frame in dB. */
  double[] shimmer() {
    return shimmer;
  }

  private void advance(int frame, double pitch, boolean onset) {
    if (onset) {
      position = frame * hop;
      lastLength = 0;
    }
    lengths = lengthChanges = peakChanges = 0;
    periods = lengthPairs = peakPairs = 0;
    double period = sampleRate / pitch;
    int width = (int) Math.round(period);
    int least = (int) Math.floor(period * (1 - SEARCH));
    int most = (int) Math.ceil(period * (1 + SEARCH));
    int end = Math.min(samples.length, (frame + 1) * hop);
    while (position + width + most <= end) {
      match(width, least, most);
    }
    boolean first = onset || frame == 0;
    jitter[frame] = first ? 0 : jitter[frame - 1];
    shimmer[frame] = first ? 0 : shimmer[frame - 1];
    if (lengthPairs > 0) {
      jitter[frame] = lengthChanges / lengthPairs / (lengths / periods);
    }
    if (peakPairs > 0) {
      shimmer[frame] = peakChanges / peakPairs;
    }
  }

  /** Looks for the end of one period and goes there. */
  private void match(int width, int least, int most) {
    int lags = most - least + 1;
    if (correlation.length < lags) {
      correlation = new double[lags];
    }
    correlate(width, least, lags);
    int best = 0;
    for (int i = 1; i < lags; i++) {
      best = correlation[i] > correlation[best] ? i : best;
    }
    boolean inside = best > 0 && best < lags - 1;
    if (!inside || correlation[best] < LEAST_CORRELATION) {
      position += width;
      return;
    }
    double shift = Parabola.offset(correlation[best - 1], correlation[best], correlation[best + 1]);
    int length = least + best;
    add(length + shift, peak(position, length), peak(position + length, length));
    position += length;
  }

  private void add(double length, double peak, double nextPeak) {
    lengths += length;
    periods++;
    if (lastLength > 0) {
      lengthChanges += Math.abs(length - lastLength);
      lengthPairs++;
    }
    if (peak > 0 && nextPeak > 0) {
      peakChanges += Math.abs(20 * Math.log10(nextPeak / peak));
      peakPairs++;
    }
    lastLength = length;
  }

  /** Pearson's correlation of the period with its successors. */
  private void correlate(int width, int least, int lags) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      double x = samples[position + i];
      sum += x;
      squares += x * x;
    }
    double power = squares - sum * sum / width;
    for (int lag = 0; lag < lags; lag++) {
      int from = position + least + lag;
      double otherSum = 0;
      double otherSquares = 0;
      double product = 0;
      for (int i = 0; i < width; i++) {
        double x = samples[from + i];
        otherSum += x;
        otherSquares += x * x;
        product += x * samples[position + i];
      }
      double otherPower = otherSquares - otherSum * otherSum / width;
      double both = Math.sqrt(Math.max(0, power) * Math.max(0, otherPower));
      correlation[lag] = both > 0 ? (product - sum * otherSum / width) / both : 0;
    }
  }

  /** The height of a period: its largest sample, refined by a parabola, above its smallest. */
  private double peak(int from, int length) {
    int at = from;
    double low = samples[from];
    for (int i = from; i < from + length; i++) {
      at = samples[i] > samples[at] ? i : at;
      low = Math.min(low, samples[i]);
    }
    boolean inside = at > 0 && at < samples.length - 1;
    double high =
        inside ? Parabola.height(samples[at - 1], samples[at], samples[at + 1]) : samples[at];
    return high - low;
  }
}
