package org.emotone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@link Shaping} on padded batches. */
interface PaddedShaping<T> extends Shaping<Padded<T>>, PaddedBase<T> {

  @Override
  default long[] shape(Padded<T> x) {
    return inner().shape(x.value());
  }

  @Override
  default Padded<T> concatenate(List<Padded<T>> parts, int dimension) {
    List<T> values = new ArrayList<>();
    Padded<T> timed = parts.get(0);
    for (Padded<T> part : parts) {
      if (part.isTime(dimension)) {
        throw PaddedOperations.unpadded("joining in time");
      }
      values.add(part.value());
      timed = timed.time().isEmpty() ? part : timed;
    }
    return timed.with(inner().concatenate(values, dimension));
  }

  @Override
  default Padded<T> permute(Padded<T> x, int... order) {
    return x.moved(
        inner().permute(x.value(), order),
        d -> {
          int place = 0;
          while (order[place] != d) {
            place++;
          }
          return place;
        });
  }

  @Override
  default Padded<T> unsqueeze(Padded<T> x, int dimension) {
    return x.moved(inner().unsqueeze(x.value(), dimension), d -> d < dimension ? d : d + 1);
  }

  @Override
  default Padded<T> flatten(Padded<T> x, int first, int last) {
    for (int dimension = first; dimension <= last && first != last; dimension++) {
      if (x.isTime(dimension)) {
        throw PaddedOperations.unpadded("merging time with another dimension");
      }
    }
    return x.moved(
        inner().flatten(x.value(), first, last), d -> d <= first ? d : d - (last - first));
  }

  @Override
  default Padded<T> unflatten(Padded<T> x, int dimension, int... extents) {
    if (x.isTime(dimension)) {
      throw PaddedOperations.unpadded("splitting time");
    }
    return x.moved(
        inner().unflatten(x.value(), dimension, extents),
        d -> d < dimension ? d : d + extents.length - 1);
  }

  /** Every clip has a first step; no other piece of time is one that every clip has. */
  @Override
  default Padded<T> slice(Padded<T> x, int dimension, int start, int end) {
    T output = inner().slice(x.value(), dimension, start, end);
    if (!x.isTime(dimension)) {
      return x.with(output);
    }
    if (start != 0 || end != 1) {
      throw PaddedOperations.unpadded("a piece of time");
    }
    return x.moved(output, d -> d == dimension ? -1 : d);
  }

  @Override
  default Padded<T> fixed(Padded<T> x, int dimension, int extent) {
    T output = inner().fixed(x.value(), dimension, extent);
    return x.moved(output, d -> d == dimension ? -1 : d);
  }

  @Override
  default Padded<T> mergeBatch(Padded<T> x) {
    if (!Set.of(1).containsAll(x.time())) {
      throw PaddedOperations.unpadded("a layer at each step of a time that is not dimension 1");
    }
    return Padded.whole(inner().mergeBatch(x.value()));
  }

  @Override
  default Padded<T> splitBatch(Padded<T> x, Padded<T> like) {
    T output = inner().splitBatch(x.value(), like.value());
    return like.isTime(1) ? new Padded<>(output, Set.of(1), like.lengths()) : Padded.whole(output);
  }
}
