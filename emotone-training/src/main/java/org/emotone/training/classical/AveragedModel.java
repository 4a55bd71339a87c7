package org.emotone.training.classical;

import java.util.List;
import java.util.Map;
import org.emotone.features.FeatureMatrix;

/**
 * The logarithm of the mean of what several models hold probable.
 *
 * @param models at least one, of the same classes and coefficients
 */
record AveragedModel(List<ClassicalModel> models) implements ClassicalModel {

  /** Copies the list. */
  AveragedModel {
    models = List.copyOf(models);
  }

  @Override
  public int coefficients() {
    return models.get(0).coefficients();
  }

  @Override
  public int classes() {
    return models.get(0).classes();
  }

  @Override
  public long parameters() {
    return models.stream().mapToLong(ClassicalModel::parameters).sum();
  }

  @Override
  public double[] scores(FeatureMatrix clip) {
    double[] mean = new double[classes()];
    for (ClassicalModel model : models) {
      double[] probabilities = Softmax.of(model.scores(clip));
      for (int k = 0; k < mean.length; k++) {
        mean[k] += probabilities[k] / models.size();
      }
    }
    return Softmax.logarithms(mean);
  }

  @Override
  public String write(ScoreGraph graph) {
    List<String> parts =
        models.stream()
            .map(model -> graph.node("Softmax", Map.of("axis", 1L), List.of(model.write(graph))))
            .toList();
    String sum = graph.node("Sum", Map.of(), parts);
    return Softmax.logarithms(graph, graph.node("Mul", sum, graph.scalar(1.0 / models.size())));
  }
}
