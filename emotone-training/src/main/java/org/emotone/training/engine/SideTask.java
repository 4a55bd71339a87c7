package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Something else that a network learns to tell beside its classes, from the same last features
 * (multi-task learning: Caruana, 1997). It shapes what the network looks at during training; the
 * trained model answers with its classes alone.
 *
 * @param label id of the label scheme of the task, such as {@code sex} or {@code intensity}
 * @param weight of its loss, in (0, 10], 0.3 when left out
 */
public record SideTask(String label, double weight) {

  /** Checks the range. */
  public SideTask {
    Ranges.above("weight", weight, 0, 10);
  }

  /** With the default for what is null. */
  @JsonCreator
  public static SideTask of(
      @JsonProperty("label") @Nullable String label,
      @JsonProperty("weight") @Nullable Double weight) {
    if (label == null) {
      throw new IllegalArgumentException("the key 'label' is missing");
    }
    return new SideTask(label, weight == null ? 0.3 : weight);
  }
}
