package org.emotone.network;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link Arithmetic} on padded batches. */
interface PaddedArithmetic<T> extends Arithmetic<Padded<T>>, PaddedBase<T> {

  @Override
  default Padded<T> constant(Tensor values) {
    return Padded.whole(inner().constant(values));
  }

  @Override
  default Padded<T> constant(double value) {
    return Padded.whole(inner().constant(value));
  }

  @Override
  default Padded<T> add(Padded<T> x, Padded<T> y) {
    return combine(x, y, inner()::add);
  }

  @Override
  default Padded<T> subtract(Padded<T> x, Padded<T> y) {
    return combine(x, y, inner()::subtract);
  }

  @Override
  default Padded<T> multiply(Padded<T> x, Padded<T> y) {
    return combine(x, y, inner()::multiply);
  }

  @Override
  default Padded<T> divide(Padded<T> x, Padded<T> y) {
    return combine(x, y, inner()::divide);
  }

  @Override
  default Padded<T> power(Padded<T> x, Padded<T> y) {
    return combine(x, y, inner()::power);
  }

  /** Aligns the dimensions at the last one; time is time in either. */
  private Padded<T> combine(Padded<T> x, Padded<T> y, BinaryOperator<T> operator) {
    int rank = Math.max(rank(x), rank(y));
    Set<Integer> time = new TreeSet<>();
    x.time().forEach(d -> time.add(d + rank - rank(x)));
    y.time().forEach(d -> time.add(d + rank - rank(y)));
    return new Padded<>(
        operator.apply(x.value(), y.value()), time, x.time().isEmpty() ? y.lengths() : x.lengths());
  }

  @Override
  default Padded<T> elementwise(Padded<T> x, Elementwise function) {
    return x.with(inner().elementwise(x.value(), function));
  }

  @Override
  default Padded<T> activation(Padded<T> x, Activation.Function function) {
    return function == Activation.Function.SOFTMAX
        ? softmax(x, 1)
        : x.with(inner().activation(x.value(), function));
  }

  @Override
  default Padded<T> squareRoot(Padded<T> x, double floor) {
    return x.with(inner().squareRoot(x.value(), floor));
  }

  @Override
  default Padded<T> clamp(Padded<T> x, double low, double high) {
    return x.with(inner().clamp(x.value(), low, high));
  }

  @Override
  default Padded<T> dense(Padded<T> x, Padded<T> weight, @Nullable Padded<T> bias) {
    @Nullable T offset = bias == null ? null : bias.value();
    return x.with(inner().dense(x.value(), weight.value(), offset));
  }

  /** The rows of the right factor that are padding count as zero. */
  @Override
  default Padded<T> matrixProduct(Padded<T> x, Padded<T> y) {
    int rows = rank(y) - 2;
    T product = inner().matrixProduct(x.value(), filled(y, rows, 0));
    Set<Integer> time = new TreeSet<>(x.time());
    time.remove(rows + 1);
    if (y.isTime(rows + 1)) {
      time.add(rows + 1);
    }
    @Nullable T lengths = x.lengths() == null ? y.lengths() : x.lengths();
    return new Padded<>(product, time, time.isEmpty() ? null : lengths);
  }

  @Override
  default Padded<T> layerNorm(Padded<T> x, Padded<T> weight, Padded<T> bias, double epsilon) {
    return x.with(inner().layerNorm(x.value(), weight.value(), bias.value(), epsilon));
  }

  /** The mean over the steps of each clip: their sum divided by their number. */
  @Override
  default Padded<T> mean(Padded<T> x, int... dimensions) {
    Padded<T> rest = x;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      rest = meanOver(rest, dimensions[i]);
    }
    return rest;
  }

  private Padded<T> meanOver(Padded<T> x, int dimension) {
    if (!x.isTime(dimension)) {
      return without(x, inner().mean(x.value(), dimension), dimension);
    }
    T sum = inner().sum(filled(x, dimension, 0), dimension);
    T counts = PaddedOperations.lengths(x);
    for (int i = 1; i < rank(x) - 1; i++) {
      counts = inner().unsqueeze(counts, i);
    }
    return without(x, inner().divide(sum, counts), dimension);
  }

  private static <T> Padded<T> without(Padded<T> x, T value, int... dimensions) {
    return x.moved(
        value,
        d ->
            Arrays.stream(dimensions).anyMatch(gone -> gone == d)
                ? -1
                : d - (int) Arrays.stream(dimensions).filter(gone -> gone < d).count());
  }

  @Override
  default Padded<T> sum(Padded<T> x, int dimension) {
    return without(x, inner().sum(filled(x, dimension, 0), dimension), dimension);
  }

  @Override
  default Padded<T> maximum(Padded<T> x, int... dimensions) {
    T value = x.value();
    for (int dimension : dimensions) {
      value = filled(x.with(value), dimension, LOWEST);
    }
    return without(x, inner().maximum(value, dimensions), dimensions);
  }

  @Override
  default Padded<T> softmax(Padded<T> x, int dimension) {
    return x.with(inner().softmax(filled(x, dimension, LOWEST), dimension));
  }
}
