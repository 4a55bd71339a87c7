package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the groups of operations need to append nodes to a graph. */
interface OnnxNodes {

  /** The graph in the making. */
  OnnxGraph graph();

  /** Computes the shapes of the nodes. */
  ShapeInference shapes();

  /** Appends a node whose output has a shape. */
  OnnxValue node(
      String operator, long[] shape, Map<String, Object> attributes, List<String> inputs);

  /** Appends a node without attributes. */
  default OnnxValue node(String operator, long[] shape, OnnxValue... inputs) {
    return node(operator, shape, Map.of(), names(inputs));
  }

  /** Appends a node whose output is a vector of as many numbers as are given, or one number. */
  default String integer(String operator, Map<String, Object> attributes, String... inputs) {
    return node(operator, new long[] {-1}, attributes, List.of(inputs)).name();
  }

  /** The extent of a dimension when the network runs, as a vector of one. */
  default String extent(OnnxValue x, int dimension) {
    if (x.shape()[dimension] != Shapes.UNKNOWN) {
      return graph().integers(x.shape()[dimension]);
    }
    return extents(x, dimension, dimension + 1);
  }

  /** The extents of dimensions {@code from} to {@code to}, excluded, as a vector. */
  default String extents(OnnxValue x, int from, int to) {
    String all = integer("Shape", Map.of(), x.name());
    return integer("Slice", Map.of(), all, graph().integers(from), graph().integers(to));
  }

  /** The numbers from 0 to a length, excluded, as whole numbers. */
  default String range(String length) {
    String end = integer("Squeeze", Map.of(), length, graph().integers(0));
    return integer("Range", Map.of(), graph().integer(0), end, graph().integer(1));
  }

  /** The names of those that are there. */
  static List<String> names(@Nullable OnnxValue... values) {
    return Stream.of(values).filter(Objects::nonNull).map(OnnxValue::name).toList();
  }

  /** Numbers as an attribute. */
  static long[] longs(List<Integer> numbers) {
    return numbers.stream().mapToLong(Integer::longValue).toArray();
  }

  /** Numbers as an attribute. */
  static long[] longs(int... numbers) {
    return Arrays.stream(numbers).asLongStream().toArray();
  }
}
