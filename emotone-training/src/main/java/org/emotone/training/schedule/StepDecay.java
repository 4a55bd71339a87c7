package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * A rate that falls in steps: PyTorch's {@code StepLR} with {@code every}, its {@code MultiStepLR}
 * with {@code at}.
 *
 * @param every epochs between two falls, at least 1, 10 when left out with {@code at}; 0 where
 *     {@code at} says when
 * @param at numbers of epochs after which it falls, rising, from 1; empty where {@code every} says
 *     when
 * @param factor what the rate is multiplied with at each fall, in (0, 1), 0.1 when left out
 */
public record StepDecay(int every, List<Integer> at, double factor) implements Schedule {

  private static final int DEFAULT_EVERY = 10;

  /** Checks the ranges. */
  public StepDecay {
    at = List.copyOf(at);
    Ranges.atLeast("every", every, at.isEmpty() ? 1 : 0);
    Ranges.above("factor", factor, 0, 1);
    if (every > 0 && !at.isEmpty()) {
      throw new IllegalArgumentException("at must stand alone, without every");
    }
    for (int i = 0; i < at.size(); i++) {
      if (at.get(i) < 1 || (i > 0 && at.get(i) <= at.get(i - 1))) {
        throw new IllegalArgumentException("at must be rising numbers of epochs, was " + at);
      }
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static StepDecay of(
      @JsonProperty("every") @Nullable Integer every,
      @JsonProperty("at") @Nullable List<Integer> at,
      @JsonProperty("factor") @Nullable Double factor) {
    boolean listed = at != null && !at.isEmpty();
    return new StepDecay(
        every == null ? (listed ? 0 : DEFAULT_EVERY) : every,
        at == null ? List.of() : at,
        factor == null ? 0.1 : factor);
  }

  @Override
  public double factor(Moment moment) {
    long ended = moment.epoch();
    long falls = every > 0 ? ended / every : at.stream().filter(epoch -> epoch <= ended).count();
    return Math.pow(factor, (double) falls);
  }
}
