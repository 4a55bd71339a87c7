package org.emotone.features.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * The most probable path through pYIN's hidden Markov model, by Viterbi's algorithm. States are the
 * pitch bins, voiced, and the same again, unvoiced. Pitch moves within a triangle, voicing switches
 * with a fixed probability.
 *
 * <p>A product of probabilities that is zero counts as the smallest positive normal number, as in
 * librosa, so that there always is a path.
 */
final class PitchPath {

  private static final double IMPOSSIBLE = Math.log(Double.MIN_NORMAL);

  private final int bins;
  private final int reach;
  private final double[] offsets;
  private final double[] rows;
  private final double stay;
  private final double swap;
  private final List<char[]> steps = new ArrayList<>();
  private double[] values;
  private double[] spare;

  /**
   * A path that has not begun.
   *
   * @param bins number of pitch bins, at most 30 000
   * @param reach how many bins pitch may move from one frame to the next, up or down
   * @param switchProbability probability that voicing changes from one frame to the next
   */
  PitchPath(int bins, int reach, double switchProbability) {
    this.bins = bins;
    this.reach = reach;
    offsets = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      offsets[i] = Math.log(1 - i / (reach + 1.0));
    }
    rows = new double[bins];
    for (int from = 0; from < bins; from++) {
      double sum = 0;
      for (int to = Math.max(0, from - reach); to <= Math.min(bins - 1, from + reach); to++) {
        sum += 1 - Math.abs(to - from) / (reach + 1.0);
      }
      rows[from] = Math.log(sum);
    }
    stay = Math.log(1 - switchProbability);
    swap = Math.log(switchProbability);
    values = new double[2 * bins];
    spare = new double[2 * bins];
  }

  /**
   * Goes one frame on.
   *
   * @param observed the probability of each bin, {@code [bins]}
   */
  void advance(double[] observed) {
    if (!steps.isEmpty()) {
      double[] next = spare;
      char[] from = new char[2 * bins];
      step(values, next, from);
      spare = values;
      values = next;
      steps.add(from);
    } else {
      steps.add(new char[0]);
    }
    double unvoiced =
        Math.log((1 - PitchBins.voicedProbability(observed)) / bins + Double.MIN_NORMAL);
    for (int bin = 0; bin < bins; bin++) {
      values[bin] += Math.log(observed[bin] + Double.MIN_NORMAL);
      values[bins + bin] += unvoiced;
    }
  }

  /** The state of each frame so far: below the number of bins if voiced. */
  int[] decode() {
    int frames = steps.size();
    int[] states = new int[frames];
    states[frames - 1] = largest(values);
    for (int t = frames - 1; t > 0; t--) {
      states[t - 1] = steps.get(t)[states[t]];
    }
    return states;
  }

  private void step(double[] values, double[] next, char[] from) {
    int anywhere = largest(values);
    for (int to = 0; to < bins; to++) {
      int voiced = best(values, 0, to);
      int unvoiced = best(values, bins, to);
      arrive(values, next, from, to, voiced, unvoiced, anywhere);
      arrive(values, next, from, bins + to, unvoiced, voiced, anywhere);
    }
  }

  /** Chooses among staying voiced or unvoiced, switching, and a jump that should not happen. */
  private void arrive(
      double[] values, double[] next, char[] from, int to, int same, int other, int anywhere) {
    double bySame = within(values, same, to) + stay;
    double byOther = within(values, other, to) + swap;
    boolean first = bySame > byOther || (bySame == byOther && same < other);
    double best = first ? bySame : byOther;
    double jump = values[anywhere] + IMPOSSIBLE;
    next[to] = Math.max(best, jump);
    from[to] = (char) (jump > best ? anywhere : first ? same : other);
  }

  private double within(double[] values, int state, int to) {
    int bin = state % bins;
    return values[state] + offsets[Math.abs(to % bins - bin)] - rows[bin];
  }

  /** The best state to come from, among the bins in reach of a voicing. */
  private int best(double[] values, int voicing, int to) {
    int last = Math.min(bins - 1, to + reach);
    int best = voicing + Math.max(0, to - reach);
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int bin = Math.max(0, to - reach); bin <= last; bin++) {
      double value = values[voicing + bin] + offsets[Math.abs(to - bin)] - rows[bin];
      if (value > bestValue) {
        bestValue = value;
        best = voicing + bin;
      }
    }
    return best;
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
