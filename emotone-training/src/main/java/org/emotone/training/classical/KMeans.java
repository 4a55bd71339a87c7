package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;

/** Groups rows by k-means from well-spread beginnings (Arthur and Vassilvitskii, 2007). */
public final class KMeans {

  private static final int MOST_STEPS = 100;

  private KMeans() {}

  /**
   * Rows in groups.
   *
   * @param centres {@code [groups][coefficients]}
   * @param group of each row, from 0
   * @param inertia sum of the squared distances of the rows from the centres of their groups
   */
  public record Groups(float[][] centres, int[] group, double inertia) {}

  private record Row(int place, double[] point) implements Clusterable {
    @Override
    public double[] getPoint() {
      return point;
    }
  }

  /**
   * Groups rows.
   *
   * @param rows at least one, all of one length
   * @param k how many groups; as many as there are rows, if those are fewer
   * @param seed of the beginnings
   */
  public static Groups cluster(List<float[]> rows, int k, long seed) {
    List<Row> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double[] point = new double[rows.get(i).length];
      for (int c = 0; c < point.length; c++) {
        point[c] = rows.get(i)[c];
      }
      points.add(new Row(i, point));
    }
    JDKRandomGenerator random = new JDKRandomGenerator();
    random.setSeed(seed);
    var clusterer =
        new KMeansPlusPlusClusterer<Row>(
            Math.min(k, points.size()), MOST_STEPS, new EuclideanDistance(), random);
    return groups(clusterer.cluster(points), rows.size());
  }

  private static Groups groups(Collection<CentroidCluster<Row>> clusters, int rows) {
    List<CentroidCluster<Row>> filled =
        clusters.stream()
            .filter(cluster -> !cluster.getPoints().isEmpty())
            .sorted(Comparator.comparingInt(cluster -> cluster.getPoints().get(0).place()))
            .toList();
    float[][] centres = new float[filled.size()][];
    int[] group = new int[rows];
    double inertia = 0;
    for (int g = 0; g < centres.length; g++) {
      double[] centre = filled.get(g).getCenter().getPoint();
      centres[g] = new float[centre.length];
      for (int c = 0; c < centre.length; c++) {
        centres[g][c] = (float) centre[c];
      }
      for (Row row : filled.get(g).getPoints()) {
        group[row.place()] = g;
        for (int c = 0; c < centre.length; c++) {
          double difference = row.point()[c] - centre[c];
          inertia += difference * difference;
        }
      }
    }
    return new Groups(centres, group, inertia);
  }

  /**
   * Where the curve of the inertia bends most: the number of groups whose point lies farthest below
   * the line from the first to the last (Satopää et al., 2011).
   *
   * @param inertia for 1, 2, 3 … groups, at least one
   * @return a number of groups, from 1
   */
  public static int elbow(double[] inertia) {
    int last = inertia.length - 1;
    int best = 0;
    double farthest = 0;
    for (int i = 1; i < last; i++) {
      double line = inertia[0] + (inertia[last] - inertia[0]) * i / last;
      if (line - inertia[i] > farthest) {
        farthest = line - inertia[i];
        best = i;
      }
    }
    return best + 1;
  }
}
