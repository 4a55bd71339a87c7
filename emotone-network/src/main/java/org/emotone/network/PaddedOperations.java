package org.emotone.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a network on batches of clips of different lengths, so that each clip gets what it
 * would get alone.
 *
 * <p>The lengths travel with every tensor whose time they describe, and every operation that looks
 * along time keeps to them: convolutions see zeros beyond a clip's end, as at the end of a single
 * clip; pools, means and softmax leave out what lies there; a reversal turns each clip in itself.
 * The layers know nothing of it, and the network's computing is left to another interpreter. When
 * training, batch normalisation takes its statistics from the clips and not from the padding.
 *
 * <p>The caller sees to it that each clip has at least {@link Network#minimumFrames()} frames.
 *
 * @param <T> the other interpreter's tensor
 */
public final class PaddedOperations<T>
    implements Operations<Padded<T>>,
        PaddedArithmetic<T>,
        PaddedWindowing<T>,
        PaddedShaping<T>,
        PaddedSequences<T> {

  private final Operations<T> inner;

  /**
   * An interpreter.
   *
   * @param inner what computes
   */
  public PaddedOperations(Operations<T> inner) {
    this.inner = inner;
  }

  @Override
  public Operations<T> inner() {
    return inner;
  }

  @Override
  public Padded<T> parameter(Parameter parameter) {
    return Padded.whole(inner.parameter(parameter));
  }

  @Override
  public Padded<T> batchNorm(
      Padded<T> x,
      Padded<T> weight,
      Padded<T> bias,
      Padded<T> runningMean,
      Padded<T> runningVariance,
      @Nullable Padded<T> lengths,
      double momentum,
      double epsilon) {
    if (!x.time().isEmpty() && !x.isTime(inner.shape(x.value()).length - 1)) {
      throw unpadded("batch normalisation of a tensor whose last dimension is not time");
    }
    return x.with(
        inner.batchNorm(
            x.value(),
            weight.value(),
            bias.value(),
            runningMean.value(),
            runningVariance.value(),
            x.lengths(),
            momentum,
            epsilon));
  }

  @Override
  public Padded<T> dropout(Padded<T> x, double rate, boolean channels) {
    return x.with(inner.dropout(x.value(), rate, channels));
  }

  /** What is thrown where padding would change a clip's result. */
  static IllegalArgumentException unpadded(String what) {
    return new IllegalArgumentException(
        what + " cannot keep padding apart from clips; batch clips of one length");
  }

  /** The lengths of a tensor with time. */
  static <T> T lengths(Padded<T> x) {
    return Objects.requireNonNull(x.lengths());
  }
}
