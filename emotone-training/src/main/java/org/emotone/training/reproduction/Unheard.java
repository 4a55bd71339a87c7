package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A corpus that a pre-training has not heard, on which it is measured as it is.
 *
 * @param corpus its id
 * @param classes among which the model has to choose, as if it knew no others; null for all
 */
public record Unheard(
    @JsonProperty(required = true) String corpus, @Nullable List<String> classes) {

  /** Copies the list. */
  public Unheard {
    classes = classes == null ? null : List.copyOf(classes);
  }
}
