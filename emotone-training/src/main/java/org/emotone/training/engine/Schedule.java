package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * How the learning rate moves during training; in JSON and YAML told apart by {@code type}. It
 * changes with every step (batch).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Schedule.OneCycle.class, name = "oneCycle"),
  @JsonSubTypes.Type(value = Schedule.Cosine.class, name = "cosine"),
  @JsonSubTypes.Type(value = Schedule.Constant.class, name = "constant"),
})
public sealed interface Schedule {

  /**
   * The factor that the optimiser's learning rate is multiplied with.
   *
   * @param step from 0
   * @param steps of the whole training
   * @param stepsPerEpoch of one epoch
   */
  double factor(long step, long steps, long stepsPerEpoch);

  /**
   * One cycle (Smith and Topin, 2019), with cosines, as PyTorch's {@code OneCycleLR} does with
   * {@code anneal_strategy="cos"} and two phases.
   *
   * @param warmUp fraction of the steps on which the rate rises, in (0, 1), 0.3 when left out
   * @param divisor the first rate is the highest divided by this, at least 1, 25 when left out
   * @param finalDivisor the last rate is the first divided by this, at least 1, 10 000 when left
   *     out
   */
  record OneCycle(double warmUp, double divisor, double finalDivisor) implements Schedule {

    /** Checks the ranges. */
    public OneCycle {
      Ranges.above("warmUp", warmUp, 0, 0.99);
      Ranges.within("divisor", divisor, 1, 1e6);
      Ranges.within("finalDivisor", finalDivisor, 1, 1e9);
    }

    /** With defaults for what is null. */
    @JsonCreator
    public static OneCycle of(
        @JsonProperty("warmUp") @Nullable Double warmUp,
        @JsonProperty("divisor") @Nullable Double divisor,
        @JsonProperty("finalDivisor") @Nullable Double finalDivisor) {
      return new OneCycle(
          warmUp == null ? 0.3 : warmUp,
          divisor == null ? 25 : divisor,
          finalDivisor == null ? 1e4 : finalDivisor);
    }

    @Override
    public double factor(long step, long steps, long stepsPerEpoch) {
      double first = 1 / divisor;
      double top = warmUp * steps - 1;
      if (top > 0 && step <= top) {
        return between(first, 1, step / top);
      }
      return between(1, first / finalDivisor, (step - top) / (steps - 1 - top));
    }
  }

  /**
   * Half a cosine from the highest rate down (Loshchilov and Hutter, 2017, without restarts).
   *
   * @param warmUpEpochs epochs on which the rate first rises in a straight line, at least 0, 0 when
   *     left out
   * @param minimum the last rate as a fraction of the highest, in [0, 1], 0 when left out
   */
  record Cosine(int warmUpEpochs, double minimum) implements Schedule {

    /** Checks the ranges. */
    public Cosine {
      Ranges.atLeast("warmUpEpochs", warmUpEpochs, 0);
      Ranges.within("minimum", minimum, 0, 1);
    }

    /** With defaults for what is null. */
    @JsonCreator
    public static Cosine of(
        @JsonProperty("warmUpEpochs") @Nullable Integer warmUpEpochs,
        @JsonProperty("minimum") @Nullable Double minimum) {
      return new Cosine(warmUpEpochs == null ? 0 : warmUpEpochs, minimum == null ? 0 : minimum);
    }

    @Override
    public double factor(long step, long steps, long stepsPerEpoch) {
      long warmUp = warmUpEpochs * stepsPerEpoch;
      if (step < warmUp) {
        return (step + 1.0) / warmUp;
      }
      return between(1, minimum, (step - warmUp) / (double) Math.max(1, steps - warmUp));
    }
  }

  /** The highest rate throughout. */
  record Constant() implements Schedule {

    @Override
    public double factor(long step, long steps, long stepsPerEpoch) {
      return 1;
    }
  }

  private static double between(double from, double to, double progress) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, progress))));
  }
}
