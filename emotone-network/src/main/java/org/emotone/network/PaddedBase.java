package org.emotone.network;

/** What the groups of operations on padded batches share. */
interface PaddedBase<T> {

  /** Greatest magnitude of a float but for its last digits; finite, so that 0 times it is 0. */
  double LOWEST = -3.0e38;

  /** What computes. */
  Operations<T> inner();

  /** A tensor with its padding along one dimension overwritten, if that dimension is time. */
  default T filled(Padded<T> x, int dimension, double value) {
    return x.isTime(dimension)
        ? inner().fill(x.value(), PaddedOperations.lengths(x), dimension, value)
        : x.value();
  }

  /** Number of dimensions. */
  default int rank(Padded<T> x) {
    return inner().shape(x.value()).length;
  }
}
