package org.emotone.features.voice;

/** The pitches of pYIN's hidden Markov model: bins of equal width on a logarithmic scale. */
final class PitchBins {

  private final double minHz;
  private final int perOctave;
  private final int count;

  PitchBins(double minHz, double maxHz, int perSemitone) {
    this.minHz = minHz;
    perOctave = 12 * perSemitone;
    count = (int) Math.floor(perOctave * log2(maxHz / minHz)) + 1;
  }

  /** Number of bins. */
  int count() {
    return count;
  }

  /** The pitch of a bin in Hz. */
  double hz(int bin) {
    return minHz * Math.pow(2, (double) bin / perOctave);
  }

  /**
   * The probability of each bin given a frame. Where two periods fall into one bin, the longer one
   * counts, as in librosa.
   *
   * @param probabilities the probability of each period of the difference function
   */
  double[] observe(DifferenceFunction difference, double[] probabilities, int rate) {
    double[] observed = new double[count];
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] != 0) {
        double bin = Math.rint(perOctave * log2(rate / difference.period(i) / minHz));
        if (bin < count) {
          observed[(int) Math.max(0, bin)] = probabilities[i];
        }
      }
    }
    return observed;
  }

  /** The probability that a frame is voiced. */
  static double voicedProbability(double[] observed) {
    double sum = 0;
    for (double probability : observed) {
      sum += probability;
    }
    return Math.min(1, sum);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
