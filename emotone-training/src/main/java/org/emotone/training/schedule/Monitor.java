package org.emotone.training.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A measure of an epoch that is watched. */
public enum Monitor {
  /** Mean training loss; the smaller the better. */
  @JsonProperty("trainLoss")
  TRAIN_LOSS("trainLoss", false),
  /** Mean cross-entropy of the validation; the smaller the better. */
  @JsonProperty("validationLoss")
  VALIDATION_LOSS("validationLoss", false),
  /** Unweighted average recall of the validation; the larger the better. */
  @JsonProperty("validationUar")
  VALIDATION_UAR("validationUar", true),
  /** Share of the validation that is right; the larger the better. */
  @JsonProperty("validationAccuracy")
  VALIDATION_ACCURACY("validationAccuracy", true);

  private final String id;
  private final boolean larger;

  Monitor(String id, boolean larger) {
    this.id = id;
    this.larger = larger;
  }

  /** The name as it stands in recipes. */
  public String id() {
    return id;
  }

  /** Whether it needs validation examples. */
  public boolean ofValidation() {
    return this != TRAIN_LOSS;
  }

  /** The value that every other is better than. */
  public double worst() {
    return larger ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Whether a value is better than the best so far by more than {@code minDelta}. */
  public boolean better(double value, double best, double minDelta) {
    return larger ? value > best + minDelta : value < best - minDelta;
  }
}
