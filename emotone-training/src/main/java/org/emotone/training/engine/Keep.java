package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which epoch's weights are the result. Without validation examples it is always the last. */
public enum Keep {
  /** The one with the highest validation UAR; of equals, the one with the smallest loss. */
  @JsonProperty("validationUar")
  VALIDATION_UAR,
  /** The one with the highest validation accuracy; of equals, the one with the smallest loss. */
  @JsonProperty("validationAccuracy")
  VALIDATION_ACCURACY,
  /** The one with the smallest validation loss. */
  @JsonProperty("validationLoss")
  VALIDATION_LOSS,
  /** The last one, however good it is. */
  @JsonProperty("last")
  LAST
}
