package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a convolution or a pool sees beyond the ends of its input; in JSON and YAML {@code same},
 * {@code valid}, {@code causal}, a number, or a number for each dimension.
 *
 * @param kind the rule
 * @param sizes for {@link Kind#FIXED}, entries added at both ends of each dimension; else empty
 */
public record Padding(Kind kind, List<Integer> sizes) {

  /** The rules. */
  public enum Kind {
    /** The same number at both ends, PyTorch's convention. */
    FIXED,
    /**
     * As many as make ⌈extent / stride⌉ windows fit, the odd one at the far end: the convention of
     * TensorFlow and Keras.
     */
    SAME,
    /** All of them before the first step of time, so that no output hears the future. */
    CAUSAL
  }

  /** TensorFlow's {@code same}. */
  public static final Padding SAME = new Padding(Kind.SAME, List.of());

  /** Only the past. */
  public static final Padding CAUSAL = new Padding(Kind.CAUSAL, List.of());

  /** Copies the list. */
  public Padding {
    sizes = List.copyOf(sizes);
  }

  /** The same numbers at both ends of each dimension. */
  public static Padding fixed(List<Integer> sizes) {
    return new Padding(Kind.FIXED, sizes);
  }

  /** The same number at both ends of time. */
  public static Padding fixed(int size) {
    return fixed(List.of(size));
  }

  /** From what JSON says. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Padding of(JsonNode node) {
    if (node.isTextual()) {
      return switch (node.asText()) {
        case "same" -> SAME;
        case "causal" -> CAUSAL;
        case "valid" -> fixed(0);
        default -> throw unknown(node);
      };
    }
    List<Integer> sizes = new ArrayList<>();
    for (JsonNode size : node.isArray() ? node : List.of(node)) {
      if (!size.isInt()) {
        throw unknown(node);
      }
      sizes.add(size.intValue());
    }
    return fixed(sizes);
  }

  private static IllegalArgumentException unknown(JsonNode node) {
    return new IllegalArgumentException(
        "padding must be same, valid, causal, a whole number or one for each dimension, was "
            + node);
  }

  /** What JSON says. */
  @JsonValue
  Object json() {
    return switch (kind) {
      case SAME -> "same";
      case CAUSAL -> "causal";
      case FIXED -> sizes.size() == 1 ? sizes.get(0) : sizes;
    };
  }

  /** With a number for each dimension, where one number stands for all. */
  Padding over(int dimensions) {
    if (kind != Kind.FIXED) {
      return this;
    }
    List<Integer> all = sizes.size() == 1 ? Collections.nCopies(dimensions, sizes.get(0)) : sizes;
    Windows.check("padding", all, dimensions, 0);
    return fixed(all);
  }

  /** What the operation itself is to pad. */
  List<Integer> inside(int dimensions) {
    return kind == Kind.FIXED ? sizes : Collections.nCopies(dimensions, 0);
  }

  /** Pads the trailing dimensions with what the operation itself cannot. */
  <T> T apply(
      Operations<T> operations,
      T input,
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> dilation,
      double value) {
    T x = input;
    for (int i = 0; i < kernel.size() && kind != Kind.FIXED; i++) {
      int window = dilation.get(i) * (kernel.get(i) - 1) + 1;
      boolean time = i == kernel.size() - 1;
      x =
          kind == Kind.CAUSAL && time
              ? operations.pad(x, i + 2, window - 1, 0, value)
              : operations.padSame(x, i + 2, window, stride.get(i), value);
    }
    return x;
  }
}
