package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression with an L2 penalty, each class against all others, by LIBLINEAR.
 *
 * @param c inverse of the penalty, 1e-9 to 1e9; one or several; 1 when left out
 * @param balanced whether the examples of all classes together weigh the same; false when left out
 */
@JsonPropertyOrder({"c", "balanced"})
public record LogisticRegression(List<Double> c, boolean balanced) implements Classifier {

  private static final double TOLERANCE = 1e-3;
  private static final int MOST_STEPS = 1000;

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static LogisticRegression of(
      @JsonProperty("c") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Double> c,
      @JsonProperty("balanced") @Nullable Boolean balanced) {
    return new LogisticRegression(
        Parameters.reals("c", c, 1e-9, 1e9, 1.0), balanced != null && balanced);
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    Later<Problem> problem = new Later<>(() -> problem(samples));
    return c.stream()
        .map(
            cost ->
                new Candidate(
                    "c " + Parameters.text(cost), () -> fit(samples, problem.get(), cost, seed)))
        .toList();
  }

  private static Problem problem(Samples samples) {
    float[][] rows = samples.rows();
    int width = samples.coefficients();
    Linear.disableDebugOutput();
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = width + 1;
    problem.bias = 1;
    problem.y = Arrays.stream(samples.labels()).asDoubleStream().toArray();
    problem.x = new Feature[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      problem.x[i] =
          IntStream.rangeClosed(0, width)
              .mapToObj(c -> new FeatureNode(c + 1, c < width ? row[c] : 1))
              .toArray(Feature[]::new);
    }
    return problem;
  }

  private ClassicalModel fit(Samples samples, Problem problem, double cost, long seed) {
    SolverType solver =
        samples.coefficients() > samples.size() ? SolverType.L2R_LR_DUAL : SolverType.L2R_LR;
    Parameter parameter = new Parameter(solver, cost, TOLERANCE, MOST_STEPS);
    parameter.setRandom(new Random(seed));
    int[] counts = samples.counts();
    double[] weights = samples.weights(balanced);
    int[] present = IntStream.range(0, counts.length).filter(k -> counts[k] > 0).toArray();
    parameter.setWeights(Arrays.stream(present).mapToDouble(k -> weights[k]).toArray(), present);
    Model model = Linear.train(problem, parameter);
    double[][] directions = new double[samples.classes()][samples.coefficients()];
    double[] bias = Absent.offsets(samples);
    for (int place = 0; place < present.length; place++) {
      int k = model.getLabels()[place];
      for (int c = 0; c < directions[k].length; c++) {
        directions[k][c] = model.getDecfunCoef(c + 1, place);
      }
      bias[k] = model.getDecfunBias(place);
    }
    return new LinearModel(directions, bias);
  }
}
