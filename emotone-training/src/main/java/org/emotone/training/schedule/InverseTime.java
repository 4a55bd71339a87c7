package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A rate that falls as 1 / (1 + decay · step): Keras' {@code decay} of older optimisers and its
 * {@code InverseTimeDecay}.
 *
 * @param decay per step, in (0, 1], 1e-6 when left out
 */
public record InverseTime(double decay) implements Schedule {

  /** Checks the range. */
  public InverseTime {
    Ranges.above("decay", decay, 0, 1);
  }

  /** With the default for what is null. */
  @JsonCreator
  public static InverseTime of(@JsonProperty("decay") @Nullable Double decay) {
    return new InverseTime(decay == null ? 1e-6 : decay);
  }

  @Override
  public double factor(Moment moment) {
    return 1 / (1 + decay * moment.step());
  }
}
