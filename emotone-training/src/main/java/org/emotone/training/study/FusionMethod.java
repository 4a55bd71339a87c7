package org.emotone.training.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the answers of several recognisers become one. */
public enum FusionMethod {
  /** The mean of the probabilities; nothing is learned. */
  @JsonProperty("mean")
  MEAN,

  /**
   * A weighted mean of the probabilities, with the weights under which the validation clips are
   * most probable (a mixture whose components are known: expectation maximisation of Dempster,
   * Laird and Rubin, 1977, finds the one maximum).
   */
  @JsonProperty("weighted")
  WEIGHTED,

  /**
   * Logistic regression on the logarithms of all probabilities, fitted on the validation clips
   * (stacked generalisation: Wolpert, 1992).
   */
  @JsonProperty("stacked")
  STACKED;

  /** As users write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
