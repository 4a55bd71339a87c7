package org.emotone.training.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.evaluation.Evaluation;

/** The figure of the validation that a search looks for. */
public enum Objective {
  /** Unweighted average recall, the higher the better. */
  @JsonProperty("uar")
  UAR,
  /** Share of clips recognised, the higher the better. */
  @JsonProperty("accuracy")
  ACCURACY,
  /** Mean F1 of the classes, the higher the better. */
  @JsonProperty("macroF1")
  MACRO_F1,
  /** Mean negative log-likelihood, the lower the better. */
  @JsonProperty("logLoss")
  LOG_LOSS;

  /** The figure. */
  public double of(Evaluation evaluation) {
    return switch (this) {
      case UAR -> evaluation.uar();
      case ACCURACY -> evaluation.accuracy();
      case MACRO_F1 -> evaluation.macroF1();
      case LOG_LOSS -> evaluation.logLoss();
    };
  }

  /** Whether more is better. */
  public boolean rises() {
    return this != LOG_LOSS;
  }

  /** The figure's name for people. */
  public String words() {
    return switch (this) {
      case UAR -> "UAR";
      case ACCURACY -> "accuracy";
      case MACRO_F1 -> "macro-F1";
      case LOG_LOSS -> "log-loss";
    };
  }
}
