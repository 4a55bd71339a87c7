package org.emotone.features.voice;

import java.util.Arrays;

/**
 * What the pitch of a frame may be: the six largest local maxima of a {@link SubharmonicSum}, as
 * far as they lie in the range of voices.
 *
 * @param hz the pitches
 * @param voicing how far each stands out: 1 less the mean of the sum over its height there, 0 to 1
 */
record PitchCandidates(double[] hz, double[] voicing) {

  /** How many maxima are looked at. */
  static final int MOST = 6;

  private static final double MIN_HZ = 55;
  private static final double MAX_HZ = 1000;

  /** Finds the candidates of a frame. */
  static PitchCandidates of(SubharmonicSum sums, double[] sum) {
    int[] largest = new int[MOST];
    int found = 0;
    double total = sum[0] + sum[sum.length - 1];
    for (int i = 1; i < sum.length - 1; i++) {
      total += sum[i];
      if (sum[i] > sum[i - 1] && sum[i] > sum[i + 1]) {
        found = insert(sum, largest, found, i);
      }
    }
    double[] hz = new double[found];
    double[] voicing = new double[found];
    int count = 0;
    for (int i = 0; i < found; i++) {
      int at = largest[i];
      double pitch = sums.hz(at + Parabola.offset(sum[at - 1], sum[at], sum[at + 1]));
      if (pitch >= MIN_HZ && pitch <= MAX_HZ) {
        double height = Parabola.height(sum[at - 1], sum[at], sum[at + 1]);
        hz[count] = pitch;
        voicing[count++] = Math.max(0, 1 - total / sum.length / height);
      }
    }
    return new PitchCandidates(Arrays.copyOf(hz, count), Arrays.copyOf(voicing, count));
  }

  /** Keeps the largest in falling order; of equals the first comes first. */
  private static int insert(double[] sum, int[] largest, int found, int index) {
    int place = found;
    while (place > 0 && sum[largest[place - 1]] < sum[index]) {
      place--;
    }
    if (place == MOST) {
      return found;
    }
    int kept = Math.min(found, MOST - 1);
    System.arraycopy(largest, place, largest, place + 1, kept - place);
    largest[place] = index;
    return kept + 1;
  }
}
