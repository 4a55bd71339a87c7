package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which examples make up an epoch; its length is the number of examples in every case. */
public enum Sampling {
  /** Every example once. */
  @JsonProperty("natural")
  NATURAL,
  /** Drawn with replacement, every class as likely as another. */
  @JsonProperty("balancedClasses")
  BALANCED_CLASSES,
  /** Drawn with replacement, every group of {@link Examples#groups} as likely as another. */
  @JsonProperty("balancedCorpora")
  BALANCED_CORPORA
}
