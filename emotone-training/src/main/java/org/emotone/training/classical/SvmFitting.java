package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** Fits support vector machines with LIBSVM, one for each pair of classes. */
final class SvmFitting {

  private static final double CACHE_MEGABYTES = 200;
  private static final double TOLERANCE = 1e-3;

  private final Samples samples;
  private final float[][] rows;
  private final Gram gram;

  SvmFitting(Samples samples) {
    this.samples = samples;
    this.rows = samples.rows();
    this.gram = Gram.of(rows);
    svm.svm_set_print_string_function(line -> {});
  }

  /** Gamma for rows whose values vary as much as these: 1 / (coefficients × variance). */
  static double scaleOf(float[][] rows) {
    double sum = 0;
    double squares = 0;
    for (float[] row : rows) {
      for (float value : row) {
        sum += value;
        squares += (double) value * value;
      }
    }
    double count = (double) rows.length * rows[0].length;
    double variance = squares / count - (sum / count) * (sum / count);
    return 1 / (rows[0].length * Math.max(1e-12, variance));
  }

  /** Gamma where none is given. */
  double scale() {
    return scaleOf(rows);
  }

  SvmModel fit(Kernel kernel, double c, boolean balanced) {
    svm_model model = svm.svm_train(problem(kernel), parameter(c, balanced));
    return kernel.type() == Kernel.Type.LINEAR ? directions(kernel, model) : vectors(kernel, model);
  }

  /** LIBSVM's form of a kernel that is computed beforehand: first the place, then the values. */
  private svm_problem problem(Kernel kernel) {
    svm_problem problem = new svm_problem();
    problem.l = rows.length;
    problem.y = Arrays.stream(samples.labels()).asDoubleStream().toArray();
    problem.x = new svm_node[problem.l][];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = new svm_node[problem.l + 1];
      problem.x[i][0] = node(0, i + 1);
      for (int j = 0; j < problem.l; j++) {
        problem.x[i][j + 1] = node(j + 1, gram.kernel(kernel, i, j));
      }
    }
    return problem;
  }

  private static svm_node node(int index, double value) {
    svm_node node = new svm_node();
    node.index = index;
    node.value = value;
    return node;
  }

  private svm_parameter parameter(double c, boolean balanced) {
    svm_parameter parameter = new svm_parameter();
    parameter.svm_type = svm_parameter.C_SVC;
    parameter.kernel_type = svm_parameter.PRECOMPUTED;
    parameter.C = c;
    parameter.eps = TOLERANCE;
    parameter.cache_size = CACHE_MEGABYTES;
    parameter.shrinking = 1;
    parameter.weight = samples.weights(balanced);
    parameter.nr_weight = parameter.weight.length;
    parameter.weight_label = new int[parameter.nr_weight];
    Arrays.setAll(parameter.weight_label, k -> k);
    // LIBSVM warns of weights for classes that do not occur, on standard error.
    int[] counts = samples.counts();
    int[] present = Arrays.stream(parameter.weight_label).filter(k -> counts[k] > 0).toArray();
    parameter.weight = Arrays.stream(present).mapToDouble(k -> parameter.weight[k]).toArray();
    parameter.weight_label = present;
    parameter.nr_weight = present.length;
    return parameter;
  }

  private SvmModel vectors(Kernel kernel, svm_model model) {
    int[] places = Arrays.stream(model.SV).mapToInt(sv -> (int) sv[0].value - 1).toArray();
    float[][] vectors = Arrays.stream(places).mapToObj(i -> rows[i]).toArray(float[][]::new);
    return model(kernel, model, vectors, pairs(model));
  }

  /** A linear kernel needs but one direction for each pair: the weighted sum of its vectors. */
  private SvmModel directions(Kernel kernel, svm_model model) {
    double[][] pairs = pairs(model);
    float[][] directions = new float[pairs.length][rows[0].length];
    double[][] identity = new double[pairs.length][pairs.length];
    for (int pair = 0; pair < pairs.length; pair++) {
      identity[pair][pair] = 1;
      double[] sum = new double[rows[0].length];
      for (int i = 0; i < model.l; i++) {
        float[] row = rows[(int) model.SV[i][0].value - 1];
        double weight = pairs[pair][i];
        for (int c = 0; weight != 0 && c < sum.length; c++) {
          sum[c] += weight * row[c];
        }
      }
      for (int c = 0; c < sum.length; c++) {
        directions[pair][c] = (float) sum[c];
      }
    }
    return model(kernel, model, directions, identity);
  }

  /** LIBSVM keeps the coefficients of all pairs interleaved; here each pair has a row. */
  private static double[][] pairs(svm_model model) {
    List<double[]> pairs = new ArrayList<>();
    int[] starts = new int[model.nr_class];
    for (int k = 1; k < model.nr_class; k++) {
      starts[k] = starts[k - 1] + model.nSV[k - 1];
    }
    for (int a = 0; a < model.nr_class; a++) {
      for (int b = a + 1; b < model.nr_class; b++) {
        double[] pair = new double[model.l];
        System.arraycopy(model.sv_coef[b - 1], starts[a], pair, starts[a], model.nSV[a]);
        System.arraycopy(model.sv_coef[a], starts[b], pair, starts[b], model.nSV[b]);
        pairs.add(pair);
      }
    }
    return pairs.toArray(double[][]::new);
  }

  private SvmModel model(
      Kernel kernel, svm_model model, float[][] vectors, double[][] coefficients) {
    int classes = samples.classes();
    double[] bias = Arrays.stream(model.rho).map(rho -> -rho).toArray();
    double[][] sides = new double[bias.length][classes];
    int pair = 0;
    for (int a = 0; a < model.nr_class; a++) {
      for (int b = a + 1; b < model.nr_class; b++) {
        sides[pair][model.label[a]] = 1;
        sides[pair++][model.label[b]] = -1;
      }
    }
    return new SvmModel(kernel, vectors, coefficients, bias, sides, Absent.offsets(samples));
  }
}
