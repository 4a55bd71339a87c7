package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recipe whose answers are joined with those of a system's own.
 *
 * @param recipe relative to the catalogue; corpora, classes, split and validation of the system's
 *     own recipe stand in place of its own
 * @param set what is set in the recipe, by its paths; nothing when left out
 * @param pretraining what gives the first weights of all its runs; null for none
 */
public record JoinedRecipe(
    @JsonProperty(required = true) String recipe,
    @Nullable Map<String, JsonNode> set,
    @Nullable Pretraining pretraining) {

  /** Fills in what is null. */
  public JoinedRecipe {
    set = set == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  @Override
  public Map<String, JsonNode> set() {
    return set == null ? Map.of() : set;
  }
}
