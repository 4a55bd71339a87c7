package org.emotone.network;

import java.util.List;

/**
 * Operations that move values without changing them.
 *
 * @param <T> what stands for a tensor
 */
public interface Shaping<T> {

  /** Extents of a tensor; −1 where an interpreter does not know it before it runs. */
  long[] shape(T x);

  /** Joins along a dimension. */
  T concatenate(List<T> parts, int dimension);

  /** Reorders dimensions. */
  T permute(T x, int... order);

  /** Inserts a dimension of extent one. */
  T unsqueeze(T x, int dimension);

  /** Merges dimensions {@code first} to {@code last}, both included, into one. */
  T flatten(T x, int first, int last);

  /** Splits a dimension of known extent into several, the first varying slowest. */
  T unflatten(T x, int dimension, int... extents);

  /** Entries {@code start}, included, to {@code end}, excluded, of a dimension. */
  T slice(T x, int dimension, int start, int end);

  /** States that a dimension has an extent; running fails where it has not. */
  T fixed(T x, int dimension, int extent);

  /** Merges dimensions 0 and 1, so that each entry of dimension 1 is an example of its own. */
  T mergeBatch(T x);

  /** Splits dimension 0 into the dimensions 0 and 1 of another tensor. */
  T splitBatch(T x, T like);
}
