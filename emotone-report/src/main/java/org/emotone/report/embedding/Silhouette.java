package org.emotone.report.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Silhouettes (Rousseeuw 1987): (b − a) / max(a, b) of a point, where a is its mean distance to the
 * other points of its group and b that to the points of the nearest other group; 1 is far from all
 * others, 0 is between two groups, below 0 is nearer to another group than to its own.
 */
public final class Silhouette {

  private Silhouette() {}

  /**
   * The mean silhouette of all points; a point that is alone in its group counts 0.
   *
   * @param groups a group for each point, from 0 on
   * @return −1 … 1, NaN if there are fewer than two groups
   */
  public static double mean(Points points, int[] groups) {
    int count = 1 + Arrays.stream(groups).max().orElse(-1);
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
      return Double.NaN;
    }
    double[] values = new double[points.size()];
    IntStream.range(0, points.size())
        .parallel()
        .forEach(point -> values[point] = of(point, points, groups, sizes));
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double of(int point, Points points, int[] groups, int[] sizes) {
    int own = groups[point];
    if (sizes[own] == 1) {
      return 0;
    }
    double[] sums = new double[sizes.length];
    for (int other = 0; other < points.size(); other++) {
      sums[groups[other]] += Math.sqrt(points.squaredDistance(point, other));
    }
    double within = sums[own] / (sizes[own] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < sizes.length; group++) {
      if (group != own && sizes[group] > 0) {
        nearest = Math.min(nearest, sums[group] / sizes[group]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }
}
