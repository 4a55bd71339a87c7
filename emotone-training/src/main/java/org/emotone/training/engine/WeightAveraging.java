package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic weight averaging (Izmailov et al., 2018): from an epoch on, what is judged and kept is
 * the plain mean of the weights at the ends of epochs.
 *
 * <p>The running statistics of batch normalisation are those of other weights than the mean, so
 * that they are computed anew after each such epoch, by one more pass over its batches, as
 * PyTorch's {@code update_bn} does; such an epoch takes about a third longer.
 *
 * @param fromEpoch the first epoch whose weights count, at least 1; 0 averages nothing
 * @param rate the constant learning rate from that epoch on, as a fraction of the highest, in [0,
 *     1]; 0, which it is when left out, leaves it to the schedule
 */
public record WeightAveraging(int fromEpoch, double rate) {

  /** Averages nothing. */
  public static final WeightAveraging NONE = new WeightAveraging(0, 0);

  /** Checks the ranges. */
  public WeightAveraging {
    Ranges.atLeast("fromEpoch", fromEpoch, 0);
    Ranges.within("rate", rate, 0, 1);
  }

  /** With the default for what is null. */
  @JsonCreator
  public static WeightAveraging of(
      @JsonProperty("fromEpoch") @Nullable Integer fromEpoch,
      @JsonProperty("rate") @Nullable Double rate) {
    if (fromEpoch == null) {
      throw new IllegalArgumentException("the key 'fromEpoch' is missing");
    }
    return new WeightAveraging(fromEpoch, rate == null ? 0 : rate);
  }

  /** Whether the weights at the end of an epoch, from 1, count. */
  boolean averages(int epoch) {
    return fromEpoch > 0 && epoch >= fromEpoch;
  }
}
