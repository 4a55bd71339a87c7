package org.emotone.training.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emotone.Familiarity;
import org.emotone.Guard;
import org.emotone.features.scaling.PrincipalComponents;

/**
 * Fits a {@link Guard}: a Gaussian of the embeddings of training clips, whose covariance is free
 * along its {@value #DIRECTIONS} strongest directions (Tipping and Bishop, Probabilistic Principal
 * Component Analysis, 1999), and a threshold within which {@link #KEPT} of the clips of validation
 * speakers lie, whom the network did not learn from.
 */
public final class GuardFitting {

  /** Share of the validation clips that stay within the threshold. */
  public static final double KEPT = 0.975;

  /** More training clips than these only take time. */
  public static final int MOST_CLIPS = 3000;

  static final int DIRECTIONS = 32;

  /** Fewer training clips than these give no Gaussian to rely on. */
  public static final int FEWEST_LEARNED = 100;

  /** Fewer validation clips than these give no threshold to rely on. */
  public static final int FEWEST_VALIDATED = 40;

  /** Longer embeddings take too long to decompose. */
  public static final int MOST_DIMENSIONS = 1024;

  /** Least scale of a dimension, as a share of the mean scale: some hardly vary in training. */
  private static final double LEAST_SCALE = 0.1;

  private GuardFitting() {}

  /**
   * The guard of a network.
   *
   * @param learned embeddings of training clips
   * @param validated embeddings of clips of speakers that the network did not learn from
   * @return empty if there are too few clips, more than 1024 dimensions, or no spread at all
   */
  public static Optional<Guard> fit(List<float[]> learned, List<float[]> validated) {
    if (learned.size() < FEWEST_LEARNED
        || validated.size() < FEWEST_VALIDATED
        || learned.get(0).length > MOST_DIMENSIONS) {
      return Optional.empty();
    }
    List<float[]> units = learned.stream().map(Familiarity::unit).toList();
    float[] centre = mean(units);
    float[] scale = scale(units, centre);
    if (scale.length == 0) {
      return Optional.empty();
    }
    Guard guard = gaussian(units, centre, scale);
    Familiarity familiarity = new Familiarity(guard);
    double[] distances =
        validated.stream().mapToDouble(familiarity::strangeness).sorted().toArray();
    double threshold = distances[(int) Math.ceil(KEPT * distances.length) - 1];
    return threshold > 0 && threshold < Float.MAX_VALUE
        ? Optional.of(guard.at(KEPT, threshold))
        : Optional.empty();
  }

  private static Guard gaussian(List<float[]> units, float[] centre, float[] scale) {
    List<float[]> scaled = units.stream().map(unit -> scaled(unit, centre, scale)).toList();
    double total = 0;
    for (float[] row : scaled) {
      for (float value : row) {
        total += (double) value * value / scaled.size();
      }
    }
    PrincipalComponents all = PrincipalComponents.fit(scaled, 1);
    int count = Math.min(DIRECTIONS, all.outputs());
    float[] variances = new float[count];
    float[][] directions = new float[count][];
    double left = total;
    for (int i = 0; i < count; i++) {
      double variance = total * all.shares().get(i);
      left -= variance;
      variances[i] = (float) variance;
      directions[i] = floats(all.components().get(i));
    }
    double rest = Math.max(1e-6 * total, left) / Math.max(1, centre.length - count);
    for (int i = 0; i < count; i++) {
      variances[i] = (float) Math.max(variances[i], rest);
    }
    return Guard.of(centre, scale, variances, (float) rest, directions, KEPT, 1);
  }

  private static float[] mean(List<float[]> rows) {
    double[] mean = new double[rows.get(0).length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / (double) rows.size();
      }
    }
    return floats(mean);
  }

  /** Standard deviations, none of them near zero; empty if all are. */
  private static float[] scale(List<float[]> rows, float[] centre) {
    double[] scale = new double[centre.length];
    for (float[] row : rows) {
      for (int i = 0; i < scale.length; i++) {
        double from = row[i] - centre[i];
        scale[i] += from * from / rows.size();
      }
    }
    double mean = Arrays.stream(scale).map(Math::sqrt).average().orElse(0);
    if (!(mean > 0)) {
      return new float[0];
    }
    return floats(
        Arrays.stream(scale).map(v -> Math.max(LEAST_SCALE * mean, Math.sqrt(v))).toArray());
  }

  private static float[] scaled(float[] row, float[] centre, float[] scale) {
    float[] scaled = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = (row[i] - centre[i]) / scale[i];
    }
    return scaled;
  }

  private static float[] floats(List<Double> values) {
    return floats(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
