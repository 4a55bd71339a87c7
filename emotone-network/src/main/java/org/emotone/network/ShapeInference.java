package org.emotone.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shapes of a network's tensors and collects its parameters, without any values.
 *
 * <p>An extent of −1 is unknown until the network runs; what depends on it is −1, too. Every rule
 * that can be checked before values are there is checked here, and what breaks one is reported with
 * the path of its layer.
 */
public final class ShapeInference
    implements Operations<long[]>, ShapeArithmetic, ShapeWindowing, ShapeShaping, ShapeSequences {

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private long size;

  /**
   * A layer that went by.
   *
   * @param scope where it stands
   * @param layer the layer
   * @param output the shape that it gave
   * @param parameters values that it and its children declared
   */
  record Step(Scope scope, Layer layer, long[] output, long parameters) {}

  /** The parameters in the order of their first use. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The layers in the order in which they were entered. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  @Override
  public long[] apply(Layer layer, Scope scope, long[] input) {
    int index = steps.size();
    long before = size;
    steps.add(new Step(scope, layer, input, 0));
    long[] output;
    try {
      output = layer.forward(this, scope, input);
    } catch (LayerException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new LayerException(scope, layer, e);
    }
    steps.set(index, new Step(scope, layer, output, size - before));
    return output;
  }

  @Override
  public long[] parameter(Parameter parameter) {
    Parameter first = parameters.putIfAbsent(parameter.name(), parameter);
    if (first == null) {
      size += parameter.size();
    }
    if (first != null && !first.equals(parameter)) {
      throw new IllegalArgumentException(
          "declares " + parameter + " although there is already " + first);
    }
    return parameter.shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public long[] batchNorm(
      long[] x,
      long[] weight,
      long[] bias,
      long[] runningMean,
      long[] runningVariance,
      long @Nullable [] lengths,
      double momentum,
      double epsilon) {
    Shapes.requireRankAtLeast(x, 2);
    for (long[] vector : List.of(weight, bias, runningMean, runningVariance)) {
      Shapes.requireVector(vector, Shapes.known(x, 1));
    }
    return x.clone();
  }

  @Override
  public long[] dropout(long[] x, double rate, boolean channels) {
    Shapes.requireRankAtLeast(x, 2);
    return x.clone();
  }
}
