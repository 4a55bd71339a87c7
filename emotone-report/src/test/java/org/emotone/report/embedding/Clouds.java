package org.emotone.report.embedding;

import java.util.Random;

/** Points around known centres. */
final class Clouds {

  private Clouds() {}

  /** So many points around each centre, the groups one after the other. */
  static Points around(double[][] centres, int each, double spread, long seed) {
    Random random = new Random(seed);
    int dimensions = centres[0].length;
    float[] values = new float[centres.length * each * dimensions];
    int at = 0;
    for (double[] centre : centres) {
      for (int i = 0; i < each; i++) {
        for (double place : centre) {
          values[at++] = (float) (place + spread * random.nextGaussian());
        }
      }
    }
    return new Points(values, centres.length * each, dimensions);
  }

  /** The groups of such points. */
  static int[] groups(int centres, int each) {
    int[] groups = new int[centres * each];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = Math.floorDiv(i, each);
    }
    return groups;
  }
}
