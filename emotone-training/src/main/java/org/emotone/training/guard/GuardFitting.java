package org.emotone.training.guard;

import java.util.List;
import java.util.Optional;
import org.emotone.Familiarity;
import org.emotone.FeatureSummary;
import org.emotone.Guard;
import org.emotone.features.scaling.PrincipalComponents;

/**
 * Fits a {@link Guard}: a Gaussian of the {@link FeatureSummary} of training clips, whose
 * covariance is free along its {@value #DIRECTIONS} strongest directions (Tipping and Bishop,
 * Probabilistic Principal Component Analysis, 1999), and a threshold within which {@link #KEPT} of
 * the clips of validation speakers lie, whom the network did not learn from.
 */
public final class GuardFitting {

  /** Share of the validation clips that stay within the threshold. */
  public static final double KEPT = 0.975;

  /** More clips than these only take time. */
  public static final int MOST_CLIPS = 2000;

  static final int DIRECTIONS = 8;

  /** Fewer training clips than these give no Gaussian to rely on. */
  public static final int FEWEST_LEARNED = 100;

  /** Fewer validation clips than these give no threshold to rely on. */
  public static final int FEWEST_VALIDATED = 40;

  /**
   * Least scale of a number of the summary, as a share of the mean scale of those of the same
   * coefficient: some hardly vary in training, such as the mean of what is normalised.
   */
  private static final double LEAST_SCALE = 0.1;

  private GuardFitting() {}

  /**
   * The guard of a model.
   *
   * @param learned summaries of training clips
   * @param validated summaries of clips of speakers that the network did not learn from
   * @param coefficients of the features
   * @return empty if there is too little of either, or no spread at all
   */
  public static Optional<Guard> fit(
      List<float[]> learned, List<float[]> validated, int coefficients) {
    if (learned.size() < FEWEST_LEARNED || validated.size() < FEWEST_VALIDATED) {
      return Optional.empty();
    }
    float[] centre = mean(learned);
    float[] scale = scale(learned, centre, FeatureSummary.columns(coefficients));
    if (scale.length == 0) {
      return Optional.empty();
    }
    Guard guard = gaussian(learned, centre, scale);
    Familiarity familiarity = new Familiarity(guard);
    double[] distances =
        validated.stream().mapToDouble(familiarity::strangeness).sorted().toArray();
    double threshold = distances[(int) Math.ceil(KEPT * distances.length) - 1];
    return threshold > 0 && threshold < Float.MAX_VALUE
        ? Optional.of(guard.at(KEPT, threshold))
        : Optional.empty();
  }

  private static Guard gaussian(List<float[]> rows, float[] centre, float[] scale) {
    List<float[]> scaled = rows.stream().map(row -> scaled(row, centre, scale)).toList();
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

  /** Standard deviations, none of them near zero; empty if nothing varies. */
  private static float[] scale(List<float[]> rows, float[] centre, int columns) {
    double[] scale = new double[centre.length];
    for (float[] row : rows) {
      for (int i = 0; i < scale.length; i++) {
        double from = row[i] - centre[i];
        scale[i] += from * from / rows.size();
      }
    }
    double all = 0;
    double[] means = new double[columns];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.sqrt(scale[i]);
      all += scale[i] / scale.length;
      means[i % columns] += scale[i] * columns / scale.length;
    }
    if (!(all > 0)) {
      return new float[0];
    }
    for (int i = 0; i < scale.length; i++) {
      double mean = means[i % columns];
      scale[i] = Math.max(scale[i], LEAST_SCALE * (mean > 0 ? mean : all));
    }
    return floats(scale);
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
