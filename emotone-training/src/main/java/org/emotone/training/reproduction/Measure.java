package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.evaluation.Spread;

/** What a published figure is. */
public enum Measure {
  /** Share of clips recognised (weighted accuracy). */
  @JsonProperty("accuracy")
  ACCURACY("accuracy"),
  /** Unweighted average recall. */
  @JsonProperty("uar")
  UAR("UAR");

  private final String words;

  Measure(String words) {
    this.words = words;
  }

  /** Its name. */
  public String words() {
    return words;
  }

  Spread of(Figures figures) {
    return this == UAR ? figures.uar() : figures.accuracy();
  }
}
