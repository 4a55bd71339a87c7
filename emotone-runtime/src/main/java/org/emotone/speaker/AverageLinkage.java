package org.emotone.speaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agglomerative clustering with average linkage on the cosine distance: the two groups whose
 * members are nearest on average are joined, again and again. More than {@value #MOST} points are
 * first gathered in blocks, so that memory stays bounded.
 */
final class AverageLinkage {

  /** Distances take the square of it: 9 MB. */
  static final int MOST = 1500;

  /** Within a block, only what is surely one speaker is joined. */
  private static final double SURE = 0.5;

  private final double threshold;
  private final @Nullable Integer groups;

  /**
   * A clustering.
   *
   * @param threshold mean distance above which nothing is joined; of no account with a number
   * @param groups how many there are to be, null for as many as the threshold leaves
   */
  AverageLinkage(double threshold, @Nullable Integer groups) {
    this.threshold = threshold;
    this.groups = groups;
  }

  /**
   * The group of each point, numbered from 0 in the order of their first points.
   *
   * @param points vectors of length 1, all of one size
   */
  int[] cluster(List<float[]> points) {
    if (points.size() <= MOST) {
      double[] ones = new double[points.size()];
      Arrays.fill(ones, 1);
      return numbered(join(points, ones, threshold, groups));
    }
    List<float[]> centres = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    int[] centreOf = new int[points.size()];
    for (int from = 0; from < points.size(); from += MOST) {
      gather(points, from, Math.min(points.size(), from + MOST), centres, weights, centreOf);
    }
    if (centres.size() >= points.size()) {
      throw new IllegalArgumentException(
          points.size() + " windows of speech are all unlike each other; is this speech?");
    }
    int[] groupOf =
        new AverageLinkage(threshold, groups)
            .clusterWeighted(centres, weights.stream().mapToDouble(Double::doubleValue).toArray());
    int[] result = new int[points.size()];
    Arrays.setAll(result, i -> groupOf[centreOf[i]]);
    return numbered(result);
  }

  private int[] clusterWeighted(List<float[]> points, double[] weights) {
    return points.size() <= MOST ? join(points, weights, threshold, groups) : cluster(points);
  }

  private void gather(
      List<float[]> points,
      int from,
      int to,
      List<float[]> centres,
      List<Double> weights,
      int[] centreOf) {
    List<float[]> block = points.subList(from, to);
    double[] ones = new double[block.size()];
    Arrays.fill(ones, 1);
    int[] groupOf = numbered(join(block, ones, SURE * threshold, null));
    int first = centres.size();
    int count = Arrays.stream(groupOf).max().orElse(-1) + 1;
    for (int group = 0; group < count; group++) {
      float[] sum = new float[block.get(0).length];
      int members = 0;
      for (int i = 0; i < groupOf.length; i++) {
        if (groupOf[i] == group) {
          members++;
          for (int j = 0; j < sum.length; j++) {
            sum[j] += block.get(i)[j];
          }
        }
      }
      centres.add(unit(sum));
      weights.add((double) members);
    }
    for (int i = 0; i < groupOf.length; i++) {
      centreOf[from + i] = first + groupOf[i];
    }
  }

  /** A vector of length 1 in the same direction; one of length 0 stays. */
  static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    float[] unit = vector.clone();
    double length = Math.sqrt(square);
    for (int i = 0; length > 0 && i < unit.length; i++) {
      unit[i] = (float) (unit[i] / length);
    }
    return unit;
  }

  private static int[] join(
      List<float[]> points, double[] weights, double threshold, @Nullable Integer groups) {
    int count = points.size();
    float[][] distances = distances(points);
    double[] sizes = weights.clone();
    boolean[] gone = new boolean[count];
    int[] parent = new int[count];
    Arrays.setAll(parent, i -> i);
    int left = count;
    while (left > (groups == null ? 1 : groups)) {
      int[] pair = nearest(distances, gone);
      if (groups == null && distances[pair[0]][pair[1]] > threshold) {
        break;
      }
      merge(distances, sizes, gone, pair[0], pair[1]);
      parent[pair[1]] = pair[0];
      left--;
    }
    int[] group = new int[count];
    Arrays.setAll(group, i -> root(parent, i));
    return group;
  }

  private static int root(int[] parent, int point) {
    int at = point;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** Cosine distances; only those of a larger to a smaller index are kept up. */
  private static float[][] distances(List<float[]> points) {
    float[][] distances = new float[points.size()][];
    for (int a = 0; a < distances.length; a++) {
      distances[a] = new float[distances.length];
      for (int b = 0; b < a; b++) {
        double product = 0;
        for (int i = 0; i < points.get(a).length; i++) {
          product += points.get(a)[i] * points.get(b)[i];
        }
        distances[a][b] = (float) (1 - product);
        distances[b][a] = distances[a][b];
      }
    }
    return distances;
  }

  private static int[] nearest(float[][] distances, boolean[] gone) {
    int[] pair = {-1, -1};
    float least = Float.POSITIVE_INFINITY;
    for (int a = 0; a < gone.length; a++) {
      for (int b = a + 1; !gone[a] && b < gone.length; b++) {
        if (!gone[b] && distances[a][b] < least) {
          least = distances[a][b];
          pair[0] = a;
          pair[1] = b;
        }
      }
    }
    return pair;
  }

  /** Joins b to a: the mean distance to any other is that of the members (Lance and Williams). */
  private static void merge(float[][] distances, double[] sizes, boolean[] gone, int a, int b) {
    double sum = sizes[a] + sizes[b];
    for (int other = 0; other < gone.length; other++) {
      if (!gone[other] && other != a && other != b) {
        double mean = (sizes[a] * distances[a][other] + sizes[b] * distances[b][other]) / sum;
        distances[a][other] = (float) mean;
        distances[other][a] = (float) mean;
      }
    }
    sizes[a] = sum;
    gone[b] = true;
  }

  /** Groups numbered from 0 in the order in which they occur. */
  private static int[] numbered(int[] groups) {
    List<Integer> seen = new ArrayList<>();
    int[] numbers = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      if (!seen.contains(groups[i])) {
        seen.add(groups[i]);
      }
      numbers[i] = seen.indexOf(groups[i]);
    }
    return numbers;
  }
}
