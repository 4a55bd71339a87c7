package org.emotone.network;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that may hold clips of different lengths, padded to the longest.
 *
 * @param value the tensor; what lies beyond a clip's length is arbitrary
 * @param time the dimensions that are time, none where all of the tensor counts
 * @param lengths {@code [batch]}, the steps of each clip in those dimensions; null if there are
 *     none
 * @param <T> what stands for a tensor
 */
public record Padded<T>(T value, Set<Integer> time, @Nullable T lengths) {

  /** Copies the set. */
  public Padded {
    time = Set.copyOf(time);
    if (time.isEmpty() != (lengths == null)) {
      throw new IllegalArgumentException("lengths belong to dimensions that are time");
    }
  }

  /** A tensor without time, or without padding. */
  static <T> Padded<T> whole(T value) {
    return new Padded<>(value, Set.of(), null);
  }

  /**
   * A batch of features.
   *
   * @param features {@code [batch][frames][coefficients]}
   * @param lengths {@code [batch]}, the frames of each clip
   */
  public static <T> Padded<T> features(T features, T lengths) {
    return new Padded<>(features, Set.of(1), lengths);
  }

  /** The same times in another tensor, in dimensions that a function tells; negative for gone. */
  Padded<T> moved(T other, IntUnaryOperator dimension) {
    Set<Integer> there = new TreeSet<>();
    time.forEach(d -> there.add(dimension.applyAsInt(d)));
    there.removeIf(d -> d < 0);
    return new Padded<>(other, there, there.isEmpty() ? null : lengths);
  }

  /** The same times in another tensor of the same dimensions. */
  Padded<T> with(T other) {
    return new Padded<>(other, time, lengths);
  }

  /** The same dimensions with other lengths. */
  Padded<T> with(T other, T otherLengths) {
    return new Padded<>(other, time, otherLengths);
  }

  /** Whether a dimension is time. */
  boolean isTime(int dimension) {
    return time.contains(dimension);
  }

  /** Whether one of some dimensions is time. */
  boolean hasTime(int... dimensions) {
    return Arrays.stream(dimensions).anyMatch(this::isTime);
  }
}
