package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run on other clips whose weights those of a system start from. Systems that name the same one
 * share it.
 *
 * @param id of its folder: lower-case letters, digits and {@code -}
 * @param recipe relative to the catalogue
 * @param set what is set in the recipe, by its paths; nothing when left out
 */
public record Pretraining(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String recipe,
    @Nullable Map<String, JsonNode> set) {

  /** Checks the id and fills in what is null. */
  public Pretraining {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id must be of lower-case letters, digits and '-', was '" + id + "'");
    }
    set = set == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  @Override
  public Map<String, JsonNode> set() {
    return set == null ? Map.of() : set;
  }
}
