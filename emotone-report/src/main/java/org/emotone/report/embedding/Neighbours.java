package org.emotone.report.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The nearest neighbours of each point, found by comparing all with all.
 *
 * @param indices {@code [points][neighbours]}, nearest first
 * @param squaredDistances {@code [points][neighbours]}
 */
public record Neighbours(int[][] indices, float[][] squaredDistances) {

  /**
   * Finds them.
   *
   * @param count most neighbours of each point; fewer if there are not as many
   * @param apart if not null, a group for each point: neighbours of its own group are passed over
   */
  public static Neighbours of(Points points, int count, int @Nullable [] apart) {
    int[][] indices = new int[points.size()][];
    float[][] distances = new float[points.size()][];
    IntStream.range(0, points.size())
        .parallel()
        .forEach(
            point -> {
              Nearest nearest = new Nearest(Math.min(count, Math.max(0, points.size() - 1)));
              for (int other = 0; other < points.size(); other++) {
                if (other != point && (apart == null || apart[other] != apart[point])) {
                  nearest.offer(other, points.squaredDistance(point, other));
                }
              }
              indices[point] = nearest.indices();
              distances[point] = nearest.distances();
            });
    return new Neighbours(indices, distances);
  }

  /** How many points. */
  public int size() {
    return indices.length;
  }

  /**
   * Mean share of a point's nearest neighbours that are of its group, 0 … 1; NaN if no point has
   * neighbours.
   *
   * @param groups a group for each point
   * @param count how many neighbours are asked
   */
  public double agreement(int[] groups, int count) {
    double sum = 0;
    int asked = 0;
    for (int point = 0; point < indices.length; point++) {
      int near = Math.min(count, indices[point].length);
      if (near > 0) {
        int same = 0;
        for (int i = 0; i < near; i++) {
          same += groups[indices[point][i]] == groups[point] ? 1 : 0;
        }
        sum += (double) same / near;
        asked++;
      }
    }
    return asked == 0 ? Double.NaN : sum / asked;
  }

  /**
   * What {@link #agreement} would be if neighbours were any other points.
   *
   * @param groups a group for each point
   * @param apart if not null, a group for each point, whose members are not each other's neighbours
   */
  public static double chance(int[] groups, int @Nullable [] apart) {
    double sum = 0;
    int asked = 0;
    for (int point = 0; point < groups.length; point++) {
      int same = 0;
      int others = 0;
      for (int other = 0; other < groups.length; other++) {
        if (other != point && (apart == null || apart[other] != apart[point])) {
          others++;
          same += groups[other] == groups[point] ? 1 : 0;
        }
      }
      if (others > 0) {
        sum += (double) same / others;
        asked++;
      }
    }
    return asked == 0 ? Double.NaN : sum / asked;
  }

  /** The nearest so far, in ascending order of distance; of equal ones the first that came. */
  private static final class Nearest {
    private final int[] indices;
    private final float[] distances;
    private int size;

    Nearest(int most) {
      indices = new int[most];
      distances = new float[most];
    }

    void offer(int index, float distance) {
      if (size == indices.length && (size == 0 || distance >= distances[size - 1])) {
        return;
      }
      int at = size < indices.length ? size++ : size - 1;
      while (at > 0 && distances[at - 1] > distance) {
        distances[at] = distances[at - 1];
        indices[at] = indices[at - 1];
        at--;
      }
      distances[at] = distance;
      indices[at] = index;
    }

    int[] indices() {
      return Arrays.copyOf(indices, size);
    }

    float[] distances() {
      return Arrays.copyOf(distances, size);
    }
  }
}
