package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@link Shaping} as nodes of an ONNX graph. */
interface OnnxShaping extends Shaping<OnnxValue>, OnnxNodes {

  @Override
  default long[] shape(OnnxValue x) {
    return x.shape().clone();
  }

  @Override
  default OnnxValue concatenate(List<OnnxValue> parts, int dimension) {
    return node(
        "Concat",
        shapes().concatenate(parts.stream().map(OnnxValue::shape).toList(), dimension),
        Map.of("axis", (long) dimension),
        OnnxNodes.names(parts.toArray(OnnxValue[]::new)));
  }

  @Override
  default OnnxValue permute(OnnxValue x, int... order) {
    return node(
        "Transpose",
        shapes().permute(x.shape(), order),
        Map.of("perm", OnnxNodes.longs(order)),
        List.of(x.name()));
  }

  @Override
  default OnnxValue unsqueeze(OnnxValue x, int dimension) {
    return node(
        "Unsqueeze",
        shapes().unsqueeze(x.shape(), dimension),
        Map.of(),
        List.of(x.name(), graph().integers(dimension)));
  }

  @Override
  default OnnxValue flatten(OnnxValue x, int first, int last) {
    return reshape(x, shapes().flatten(x.shape(), first, last), first);
  }

  @Override
  default OnnxValue unflatten(OnnxValue x, int dimension, int... extents) {
    return reshape(x, shapes().unflatten(x.shape(), dimension, extents), dimension);
  }

  /**
   * ONNX copies a leading extent where the wanted one is 0, and infers one that is −1: enough for a
   * dynamic batch before the changed dimensions and a dynamic time after them.
   *
   * @param kept leading dimensions that stay as they are
   */
  private OnnxValue reshape(OnnxValue x, long[] shape, int kept) {
    long[] wanted = shape.clone();
    Arrays.fill(wanted, 0, kept, 0);
    if (Arrays.stream(wanted).filter(extent -> extent < 0).count() > 1) {
      throw new IllegalArgumentException(
          "cannot be written as ONNX: too many unknown extents in " + Arrays.toString(shape));
    }
    return node("Reshape", shape, Map.of(), List.of(x.name(), graph().integers(wanted)));
  }

  @Override
  default OnnxValue slice(OnnxValue x, int dimension, int start, int end) {
    OnnxGraph graph = graph();
    List<String> inputs =
        List.of(x.name(), graph.integers(start), graph.integers(end), graph.integers(dimension));
    return node("Slice", shapes().slice(x.shape(), dimension, start, end), Map.of(), inputs);
  }

  @Override
  default OnnxValue fixed(OnnxValue x, int dimension, int extent) {
    long[] wanted = new long[x.shape().length];
    wanted[dimension] = extent;
    return node(
        "Reshape",
        shapes().fixed(x.shape(), dimension, extent),
        Map.of(),
        List.of(x.name(), graph().integers(wanted)));
  }

  @Override
  default OnnxValue mergeBatch(OnnxValue x) {
    long[] shape = shapes().mergeBatch(x.shape());
    return reshape(x, shape, 0);
  }

  @Override
  default OnnxValue splitBatch(OnnxValue x, OnnxValue like) {
    long[] rest = Arrays.copyOfRange(x.shape(), 1, x.shape().length);
    String leading = extents(like, 0, 2);
    String sizes =
        rest.length == 0
            ? leading
            : integer("Concat", Map.of("axis", 0L), leading, graph().integers(rest));
    return node(
        "Reshape",
        shapes().splitBatch(x.shape(), like.shape()),
        Map.of(),
        List.of(x.name(), sizes));
  }
}
