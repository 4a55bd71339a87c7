package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** How the learning rate moves during training; in JSON and YAML told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OneCycle.class, name = "oneCycle"),
  @JsonSubTypes.Type(value = Cosine.class, name = "cosine"),
  @JsonSubTypes.Type(value = Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = StepDecay.class, name = "step"),
  @JsonSubTypes.Type(value = InverseTime.class, name = "inverseTime"),
  @JsonSubTypes.Type(value = Plateau.class, name = "plateau"),
  @JsonSubTypes.Type(value = WarmRestarts.class, name = "warmRestarts"),
  @JsonSubTypes.Type(value = WarmUp.class, name = "warmUp"),
})
public sealed interface Schedule
    permits OneCycle, Cosine, Constant, StepDecay, InverseTime, Plateau, WarmRestarts, WarmUp {

  /** The factor that the optimiser's learning rate is multiplied with for a step. */
  double factor(Moment moment);

  /** The measure that it watches, if it watches one. */
  default Optional<Monitor> watches() {
    return Optional.empty();
  }

  /** Half a cosine from one value to another; progress beyond [0, 1] stays at the ends. */
  static double between(double from, double to, double progress) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, progress))));
  }
}
