package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.emotone.training.optimiser.GradientClip;
import org.emotone.training.optimiser.Optimiser;
import org.emotone.training.schedule.Constant;
import org.emotone.training.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * How a network that answers every frame is trained.
 *
 * @param epochs after each of which the validation is heard and a checkpoint written
 * @param steps of an epoch
 * @param validationSteps batches of the validation
 * @param batchSize examples of a step
 * @param optimiser how gradients move weights
 * @param schedule of the learning rate, constant when left out
 * @param gradientClip greatest norm of the gradients, 0 for none, which it is when left out
 * @param maxNorm greatest norm of the taps of a kernel (Keras' {@code max_norm} over axis 0), 0 for
 *     none, which it is when left out
 */
public record SequenceOptions(
    int epochs,
    int steps,
    int validationSteps,
    int batchSize,
    Optimiser optimiser,
    Schedule schedule,
    double gradientClip,
    double maxNorm) {

  /** Checks the ranges. */
  public SequenceOptions {
    Ranges.atLeast("epochs", epochs, 1);
    Ranges.atLeast("steps", steps, 1);
    Ranges.atLeast("validationSteps", validationSteps, 1);
    Ranges.atLeast("batchSize", batchSize, 1);
    Ranges.within("gradientClip", gradientClip, 0, 1e6);
    Ranges.within("maxNorm", maxNorm, 0, 1e6);
    if (schedule.watches().isPresent()) {
      throw new IllegalArgumentException("schedule: one that watches a measure is not for this");
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static SequenceOptions of(
      @JsonProperty(value = "epochs", required = true) int epochs,
      @JsonProperty(value = "steps", required = true) int steps,
      @JsonProperty(value = "validationSteps", required = true) int validationSteps,
      @JsonProperty(value = "batchSize", required = true) int batchSize,
      @JsonProperty(value = "optimiser", required = true) Optimiser optimiser,
      @JsonProperty("schedule") @Nullable Schedule schedule,
      @JsonProperty("gradientClip") @Nullable Double gradientClip,
      @JsonProperty("maxNorm") @Nullable Double maxNorm) {
    return new SequenceOptions(
        epochs,
        steps,
        validationSteps,
        batchSize,
        optimiser,
        schedule == null ? new Constant() : schedule,
        gradientClip == null ? 0 : gradientClip,
        maxNorm == null ? 0 : maxNorm);
  }

  /** The limit to gradients. */
  GradientClip clip() {
    return new GradientClip(gradientClip, 0);
  }
}
