package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.jspecify.annotations.Nullable;

/**
 * Linear discriminant analysis (Fisher, 1936): Gaussians of one covariance, which is shrunk towards
 * that of independent coefficients of equal variance (Ledoit and Wolf, 2004, say why).
 *
 * @param shrinkage from 1e-6, hardly any, to 1, none but the mean variance; one or several; 0.1
 *     when left out
 */
public record LinearDiscriminant(List<Double> shrinkage) implements Classifier {

  /** Fills in what is left out (null) and checks the range. */
  @JsonCreator
  public static LinearDiscriminant of(
      @JsonProperty("shrinkage") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Double> shrinkage) {
    return new LinearDiscriminant(Parameters.reals("shrinkage", shrinkage, 1e-6, 1, 0.1));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    Later<Scatter> scatter = new Later<>(() -> Scatter.of(samples));
    return shrinkage.stream()
        .map(
            share ->
                new Candidate(
                    "shrinkage " + Parameters.text(share),
                    () -> fit(samples, scatter.get(), share)))
        .toList();
  }

  /**
   * Rows about the means of their classes.
   *
   * @param within {@code [clips][coefficients]}
   * @param means {@code [classes][coefficients]}
   * @param variance mean over the coefficients
   */
  private record Scatter(float[][] within, double[][] means, double variance) {

    static Scatter of(Samples samples) {
      float[][] rows = samples.rows();
      double[][] means = Moments.means(rows, samples);
      float[][] within = new float[rows.length][rows[0].length];
      double squares = 0;
      for (int i = 0; i < rows.length; i++) {
        for (int c = 0; c < rows[i].length; c++) {
          double difference = rows[i][c] - means[samples.labels()[i]][c];
          within[i][c] = (float) difference;
          squares += difference * difference;
        }
      }
      double variance = squares / ((double) rows.length * rows[0].length);
      return new Scatter(within, means, Math.max(1e-12, variance));
    }
  }

  private static ClassicalModel fit(Samples samples, Scatter scatter, double share) {
    double[] bias = Moments.logShares(samples);
    double[][] directions = new double[bias.length][];
    double ridge = share * scatter.variance();
    double factor = (1 - share) / samples.size();
    boolean wide = samples.coefficients() > samples.size();
    DecompositionSolver solver = solver(scatter.within(), ridge, factor, wide);
    for (int k = 0; k < bias.length; k++) {
      double[] mean = scatter.means()[k];
      directions[k] =
          wide ? wide(solver, scatter.within(), mean, ridge, factor) : solve(solver, mean);
      for (int c = 0; c < mean.length; c++) {
        bias[k] -= 0.5 * directions[k][c] * mean[c];
      }
    }
    return new LinearModel(directions, bias);
  }

  private static double[] solve(DecompositionSolver solver, double[] right) {
    return solver.solve(new ArrayRealVector(right, false)).toArray();
  }

  /**
   * Of {@code ridge I + factor X'X}; or where X has more columns than rows, of the smaller {@code
   * ridge I + factor XX'}.
   */
  private static DecompositionSolver solver(
      float[][] within, double ridge, double factor, boolean wide) {
    double[][] matrix = wide ? Gram.of(within).products() : Moments.products(within);
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = factor * matrix[i][j] + (i == j ? ridge : 0);
      }
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-6, 0).getSolver();
  }

  /** By Woodbury's identity: {@code (m - factor X' (ridge I + factor XX')⁻¹ X m) / ridge}. */
  private static double[] wide(
      DecompositionSolver solver, float[][] within, double[] mean, double ridge, double factor) {
    double[] projected = new double[within.length];
    for (int i = 0; i < within.length; i++) {
      for (int c = 0; c < mean.length; c++) {
        projected[i] += within[i][c] * mean[c];
      }
    }
    double[] solved = solve(solver, projected);
    double[] result = mean.clone();
    for (int i = 0; i < within.length; i++) {
      for (int c = 0; c < mean.length; c++) {
        result[c] -= factor * within[i][c] * solved[i];
      }
    }
    for (int c = 0; c < mean.length; c++) {
      result[c] /= ridge;
    }
    return result;
  }
}
