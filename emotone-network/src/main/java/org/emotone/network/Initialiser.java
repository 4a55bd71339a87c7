package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** How the first values of a parameter are drawn. */
public sealed interface Initialiser {

  /** All zero. */
  Initialiser ZEROS = new Constant(0);

  /** All one. */
  Initialiser ONES = new Constant(1);

  /**
   * Normal with deviation √(2 / fan-in), for weights before a rectifier (He et al., 2015). Fan-in
   * is the product of all extents but the first.
   */
  Initialiser HE_NORMAL = Scheme.HE_NORMAL;

  /** Uniform in ±√(6 / fan-in), which has the deviation of the normal one (He et al., 2015). */
  Initialiser HE_UNIFORM = Scheme.HE_UNIFORM;

  /**
   * Uniform in ±√(6 / (fan-in + fan-out)) (Glorot and Bengio, 2010), Keras' default. Fan-in is the
   * product of all extents but the first, fan-out that of all but the second.
   */
  Initialiser GLOROT_UNIFORM = Scheme.GLOROT_UNIFORM;

  /** Uniform in ±1 / √fan-in, PyTorch's default for weights and biases. */
  Initialiser FAN_IN_UNIFORM = Scheme.FAN_IN_UNIFORM;

  /** Draws values for a shape; the same on every platform for the same state of {@code random}. */
  float[] draw(List<Long> shape, SplittableRandom random);

  /** Every value the same. */
  record Constant(double value) implements Initialiser {

    @Override
    public float[] draw(List<Long> shape, SplittableRandom random) {
      float[] values = new float[Math.toIntExact(product(shape))];
      Arrays.fill(values, (float) value);
      return values;
    }
  }

  /** Uniform in ±{@code bound}. */
  record Uniform(double bound) implements Initialiser {

    @Override
    public float[] draw(List<Long> shape, SplittableRandom random) {
      return uniform(Math.toIntExact(product(shape)), bound, random);
    }
  }

  /** Values that are given, such as the frequencies of a filter bank. */
  record Values(List<Float> values) implements Initialiser {

    /** Copies the list. */
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public float[] draw(List<Long> shape, SplittableRandom random) {
      if (values.size() != product(shape)) {
        throw new IllegalArgumentException(
            values.size() + " values do not fill the shape " + shape);
      }
      float[] copy = new float[values.size()];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = values.get(i);
      }
      return copy;
    }
  }

  /** Another draw with {@code by} added to the values from {@code from} on, {@code to} excluded. */
  record Raised(Initialiser base, int from, int to, double by) implements Initialiser {

    @Override
    public float[] draw(List<Long> shape, SplittableRandom random) {
      float[] values = base.draw(shape, random);
      for (int i = from; i < to; i++) {
        values[i] += (float) by;
      }
      return values;
    }
  }

  /** Draws that depend on the shape alone. */
  enum Scheme implements Initialiser {
    /** See {@link Initialiser#HE_NORMAL}. */
    HE_NORMAL,
    /** See {@link Initialiser#HE_UNIFORM}. */
    HE_UNIFORM,
    /** See {@link Initialiser#GLOROT_UNIFORM}. */
    GLOROT_UNIFORM,
    /** See {@link Initialiser#FAN_IN_UNIFORM}. */
    FAN_IN_UNIFORM;

    @Override
    public float[] draw(List<Long> shape, SplittableRandom random) {
      int size = Math.toIntExact(product(shape));
      double fanIn = product(shape.subList(1, shape.size()));
      double fanOut = shape.size() < 2 ? shape.get(0) : (double) size / shape.get(1);
      return switch (this) {
        case HE_NORMAL -> normal(size, Math.sqrt(2 / fanIn), random);
        case HE_UNIFORM -> uniform(size, Math.sqrt(6 / fanIn), random);
        case GLOROT_UNIFORM -> uniform(size, Math.sqrt(6 / (fanIn + fanOut)), random);
        case FAN_IN_UNIFORM -> uniform(size, 1 / Math.sqrt(fanIn), random);
      };
    }
  }

  private static long product(List<Long> extents) {
    return extents.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  private static float[] uniform(int size, double bound, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (bound * (2 * unit(random) - 1));
    }
    return values;
  }

  /** Box and Muller (1958), since the JDK's own Gaussian is not the same in all its versions. */
  private static float[] normal(int size, double deviation, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - unit(random)));
      values[i] = (float) (deviation * radius * StrictMath.cos(2 * Math.PI * unit(random)));
    }
    return values;
  }

  /** Uniform in [0, 1). */
  private static double unit(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }
}
