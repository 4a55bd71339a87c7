package org.emotone.network;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Arithmetic} as nodes of an ONNX graph. */
interface OnnxArithmetic extends Arithmetic<OnnxValue>, OnnxNodes {

  @Override
  default OnnxValue constant(Tensor values) {
    return new OnnxValue(graph().fixed(values), values.shape());
  }

  @Override
  default OnnxValue add(OnnxValue x, OnnxValue y) {
    return node("Add", shapes().add(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue subtract(OnnxValue x, OnnxValue y) {
    return node("Sub", shapes().subtract(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue multiply(OnnxValue x, OnnxValue y) {
    return node("Mul", shapes().multiply(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue divide(OnnxValue x, OnnxValue y) {
    return node("Div", shapes().divide(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue power(OnnxValue x, OnnxValue y) {
    return node("Pow", shapes().power(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue elementwise(OnnxValue x, Elementwise function) {
    String operator =
        switch (function) {
          case EXPONENTIAL -> "Exp";
          case LOGARITHM -> "Log";
          case SINE -> "Sin";
          case COSINE -> "Cos";
          case MAGNITUDE -> "Abs";
        };
    return node(operator, x.shape(), x);
  }

  @Override
  default OnnxValue activation(OnnxValue x, Activation.Function function) {
    return switch (function) {
      case RELU -> node("Relu", x.shape(), x);
      case ELU -> node("Elu", x.shape(), x);
      case TANH -> node("Tanh", x.shape(), x);
      case SIGMOID -> node("Sigmoid", x.shape(), x);
      case SILU -> multiply(x, node("Sigmoid", x.shape(), x));
      case GELU -> gelu(x);
      case SOFTPLUS -> node("Softplus", x.shape(), x);
      case RELU6 -> clamp(x, 0, 6);
      case LEAKY_RELU -> node("LeakyRelu", x.shape(), Map.of("alpha", 0.01f), List.of(x.name()));
      case SOFTMAX -> softmax(x, 1);
    };
  }

  private OnnxValue gelu(OnnxValue x) {
    OnnxValue scaled = multiply(x, constant(Math.sqrt(0.5)));
    OnnxValue upper = add(node("Erf", x.shape(), scaled), constant(1));
    return multiply(multiply(x, upper), constant(0.5));
  }

  @Override
  default OnnxValue squareRoot(OnnxValue x, double floor) {
    return node("Sqrt", x.shape(), node("Max", x.shape(), x, constant(floor)));
  }

  @Override
  default OnnxValue clamp(OnnxValue x, double low, double high) {
    return node("Clip", x.shape(), x, constant(low), constant(high));
  }

  @Override
  default OnnxValue dense(OnnxValue x, OnnxValue weight, @Nullable OnnxValue bias) {
    long[] shape = shapes().dense(x.shape(), weight.shape(), bias == null ? null : bias.shape());
    if (x.shape().length == 2) {
      return node("Gemm", shape, Map.of("transB", 1L), OnnxNodes.names(x, weight, bias));
    }
    long[] turned = {weight.shape()[1], weight.shape()[0]};
    OnnxValue across =
        node("Transpose", turned, Map.of("perm", new long[] {1, 0}), List.of(weight.name()));
    OnnxValue product = node("MatMul", shape, x, across);
    return bias == null ? product : add(product, bias);
  }

  @Override
  default OnnxValue matrixProduct(OnnxValue x, OnnxValue y) {
    return node("MatMul", shapes().matrixProduct(x.shape(), y.shape()), x, y);
  }

  @Override
  default OnnxValue layerNorm(OnnxValue x, OnnxValue weight, OnnxValue bias, double epsilon) {
    OnnxValue centred = subtract(x, wideMean(x));
    OnnxValue variance = wideMean(multiply(centred, centred));
    OnnxValue deviation = node("Sqrt", variance.shape(), add(variance, constant(epsilon)));
    return add(multiply(divide(centred, deviation), weight), bias);
  }

  private OnnxValue wideMean(OnnxValue x) {
    long[] shape = x.shape().clone();
    int last = shape.length - 1;
    shape[last] = 1;
    Map<String, Object> attributes = Map.of("axes", new long[] {last}, "keepdims", 1L);
    return node("ReduceMean", shape, attributes, List.of(x.name()));
  }

  @Override
  default OnnxValue mean(OnnxValue x, int... dimensions) {
    return reduce("ReduceMean", x, dimensions);
  }

  @Override
  default OnnxValue maximum(OnnxValue x, int... dimensions) {
    return reduce("ReduceMax", x, dimensions);
  }

  private OnnxValue reduce(String operator, OnnxValue x, int... dimensions) {
    Map<String, Object> attributes = Map.of("axes", OnnxNodes.longs(dimensions), "keepdims", 0L);
    return node(operator, shapes().mean(x.shape(), dimensions), attributes, List.of(x.name()));
  }

  @Override
  default OnnxValue sum(OnnxValue x, int dimension) {
    List<String> inputs = List.of(x.name(), graph().integers(dimension));
    return node("ReduceSum", shapes().sum(x.shape(), dimension), Map.of("keepdims", 0L), inputs);
  }

  @Override
  default OnnxValue softmax(OnnxValue x, int dimension) {
    long[] shape = shapes().softmax(x.shape(), dimension);
    return node("Softmax", shape, Map.of("axis", (long) dimension), List.of(x.name()));
  }
}
