package org.emotone.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interprets layers by appending nodes to an ONNX graph. */
final class OnnxOperations
    implements Operations<OnnxValue>, OnnxArithmetic, OnnxWindowing, OnnxShaping, OnnxSequences {

  private final OnnxGraph graph;
  private final Map<String, Tensor> weights;
  private final ShapeInference shapes = new ShapeInference();
  private final Set<String> stored = new HashSet<>();
  private Scope scope = Scope.ROOT;

  OnnxOperations(OnnxGraph graph, Map<String, Tensor> weights) {
    this.graph = graph;
    this.weights = weights;
  }

  @Override
  public OnnxGraph graph() {
    return graph;
  }

  @Override
  public ShapeInference shapes() {
    return shapes;
  }

  @Override
  public OnnxValue node(
      String operator, long[] shape, Map<String, Object> attributes, List<String> inputs) {
    String name = graph.unique(scope.name(operator));
    graph.node(operator, name, inputs, attributes);
    return new OnnxValue(name, shape);
  }

  @Override
  public OnnxValue apply(Layer layer, Scope place, OnnxValue input) {
    Scope outer = scope;
    scope = place;
    OnnxValue output = layer.forward(this, place, input);
    scope = outer;
    return output;
  }

  /** Whole numbers as floating-point ones. */
  OnnxValue number(OnnxValue whole) {
    return node("Cast", whole.shape(), Map.of("to", OnnxGraph.FLOAT), List.of(whole.name()));
  }

  @Override
  public OnnxValue parameter(Parameter parameter) {
    long[] shape = shapes.parameter(parameter);
    if (stored.add(parameter.name())) {
      graph.constant(parameter.name(), Objects.requireNonNull(weights.get(parameter.name())));
    }
    return new OnnxValue(parameter.name(), shape);
  }

  @Override
  public OnnxValue batchNorm(
      OnnxValue x,
      OnnxValue weight,
      OnnxValue bias,
      OnnxValue runningMean,
      OnnxValue runningVariance,
      @Nullable OnnxValue lengths,
      double momentum,
      double epsilon) {
    return node(
        "BatchNormalization",
        x.shape(),
        Map.of("epsilon", (float) epsilon),
        OnnxNodes.names(x, weight, bias, runningMean, runningVariance));
  }

  @Override
  public OnnxValue dropout(OnnxValue x, double rate, boolean channels) {
    return x;
  }
}
