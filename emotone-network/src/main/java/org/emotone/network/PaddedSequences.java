package org.emotone.network;

/** {@link Sequences} on padded batches. */
interface PaddedSequences<T> extends Sequences<Padded<T>>, PaddedBase<T> {

  /** A state depends on earlier steps only, so that padding after a clip does not reach it. */
  @Override
  default Padded<T> recurrent(
      Padded<T> x,
      Cell cell,
      Padded<T> inputWeight,
      Padded<T> recurrentWeight,
      Padded<T> inputBias,
      Padded<T> recurrentBias) {
    return x.with(
        inner()
            .recurrent(
                x.value(),
                cell,
                inputWeight.value(),
                recurrentWeight.value(),
                inputBias.value(),
                recurrentBias.value()));
  }

  @Override
  default Padded<T> reverse(Padded<T> x) {
    return x.with(
        x.isTime(1)
            ? inner().reverseWithin(x.value(), PaddedOperations.lengths(x))
            : inner().reverse(x.value()));
  }

  @Override
  default Padded<T> reverseWithin(Padded<T> x, Padded<T> lengths) {
    return x.with(inner().reverseWithin(x.value(), lengths.value()));
  }

  @Override
  default Padded<T> positions(Padded<T> like, int dimension) {
    return Padded.whole(inner().positions(like.value(), dimension));
  }

  @Override
  default Padded<T> smooth(Padded<T> x, Padded<T> weight) {
    return x.with(inner().smooth(x.value(), weight.value()));
  }

  @Override
  default Padded<T> fill(Padded<T> x, Padded<T> lengths, int dimension, double value) {
    return x.with(inner().fill(x.value(), lengths.value(), dimension, value));
  }

  @Override
  default Padded<T> rescale(Padded<T> lengths, long factor, long offset, long divisor) {
    return lengths.with(inner().rescale(lengths.value(), factor, offset, divisor));
  }
}
