package org.emotone.training.classical;

import java.util.List;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/** Parameters that may have several values, which are tried one after the other. */
final class Parameters {

  private Parameters() {}

  /** Real numbers within bounds; the default where none is given. */
  static List<Double> reals(
      String name, @Nullable List<Double> values, double least, double most, Double... otherwise) {
    List<Double> given = values == null ? List.of(otherwise) : List.copyOf(values);
    given.forEach(value -> Bounds.check(name, value, least, most));
    return some(name, given);
  }

  /** Whole numbers within bounds; the default where none is given. */
  static List<Integer> wholes(
      String name, @Nullable List<Integer> values, int least, int most, Integer... otherwise) {
    List<Integer> given = values == null ? List.of(otherwise) : List.copyOf(values);
    given.forEach(value -> Bounds.check(name, value, least, most));
    return some(name, given);
  }

  private static <T> List<T> some(String name, List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " must have at least one value");
    }
    return values;
  }

  /** A whole number within bounds; the default where none is given. */
  static int whole(String name, @Nullable Integer value, int otherwise, int least, int most) {
    int given = value == null ? otherwise : value;
    Bounds.check(name, given, least, most);
    return given;
  }

  /** A real number within bounds; the default where none is given. */
  static double real(
      String name, @Nullable Double value, double otherwise, double least, double most) {
    double given = value == null ? otherwise : value;
    Bounds.check(name, given, least, most);
    return given;
  }

  /** A number without needless digits, such as {@code 0.1} or {@code 1e-5}. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : Double.toString(value).replace("E", "e");
  }
}
