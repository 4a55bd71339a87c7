package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.emotone.features.check.Bounds;

/**
 * A value that is drawn: a number, the same each time; {@code [from, to]}, uniform between both; or
 * {@code {any: [a, b, c]}}, one of these.
 *
 * @param any what is drawn from: one value, or several
 * @param range whether {@code any} holds the ends of a range
 */
public record Amount(List<Double> any, boolean range) {

  /** Checks that there is something to draw. */
  public Amount {
    any = List.copyOf(any);
    if (any.isEmpty() || (range && (any.size() != 2 || any.get(0) > any.get(1)))) {
      throw new IllegalArgumentException(
          "must be a range [from, to] with from at most to, was " + any);
    }
  }

  /** Always the same value. */
  public static Amount fixed(double value) {
    return new Amount(List.of(value), false);
  }

  /** Uniform from one value to another. */
  public static Amount between(double from, double to) {
    return new Amount(List.of(from, to), true);
  }

  /** What a recipe says. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Amount of(Object value) {
    if (value instanceof Number number) {
      return fixed(number.doubleValue());
    }
    if (value instanceof List<?> list && list.size() == 2 && numbers(list)) {
      return new Amount(doubles(list), true);
    }
    if (value instanceof Map<?, ?> map
        && map.size() == 1
        && map.get("any") instanceof List<?> list
        && !list.isEmpty()
        && numbers(list)) {
      return new Amount(doubles(list), false);
    }
    throw new IllegalArgumentException(
        "must be a number, a range [from, to] or {any: [a, b, c]}, was " + value);
  }

  private static boolean numbers(List<?> list) {
    return list.stream().allMatch(Number.class::isInstance);
  }

  private static List<Double> doubles(List<?> list) {
    return list.stream().map(value -> ((Number) value).doubleValue()).toList();
  }

  /** As it stands in a recipe. */
  @JsonValue
  public Object json() {
    return range ? any : any.size() == 1 ? any.get(0) : Map.of("any", any);
  }

  /** The least value that may be drawn. */
  double least() {
    return any.stream().mapToDouble(value -> value).min().orElseThrow();
  }

  /** The largest value that may be drawn. */
  double most() {
    return any.stream().mapToDouble(value -> value).max().orElseThrow();
  }

  /** A value. */
  double draw(SplittableRandom random) {
    if (range) {
      return any.get(0) + (any.get(1) - any.get(0)) * random.nextDouble();
    }
    return any.size() == 1 ? any.get(0) : any.get(random.nextInt(any.size()));
  }

  /**
   * Checks that all it may become is in a range.
   *
   * @throws IllegalArgumentException naming the field, the range and the value
   */
  void check(String field, double least, double most) {
    for (double value : any) {
      Bounds.check(field, value, least, most);
    }
  }
}
