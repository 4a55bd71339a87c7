package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.emotone.training.study.FusionMethod;

/**
 * Other recipes whose answers are joined with those of a system's own recipe, fold by fold and seed
 * by seed.
 *
 * @param method how they are joined
 * @param with the other recipes, at least one
 */
public record FusionChoice(
    @JsonProperty(required = true) FusionMethod method,
    @JsonProperty(required = true) List<JoinedRecipe> with) {

  /** Checks that there is another recipe. */
  public FusionChoice {
    with = List.copyOf(with);
    if (with.isEmpty()) {
      throw new IllegalArgumentException("with must name at least one other recipe");
    }
  }
}
