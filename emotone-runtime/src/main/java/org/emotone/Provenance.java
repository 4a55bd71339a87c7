package org.emotone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param commit of the source that trained it; null if that is unknown
 * @param seed of the training
 * @param recipe name of the recipe
 * @param created when it was made, such as {@code 2026-01-31T12:00:00Z}
 * @param emotoneVersion the Emotone that made it
 * @param parameters how many trained values the network has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"commit", "seed", "recipe", "created", "emotoneVersion", "parameters"})
public record Provenance(
    @Nullable String commit,
    @JsonProperty(required = true) long seed,
    @JsonProperty(required = true) String recipe,
    @JsonProperty(required = true) String created,
    @JsonProperty(required = true) String emotoneVersion,
    @JsonProperty(required = true) long parameters) {

  /** Checks the texts and the time. */
  public Provenance {
    if (commit != null) {
      Manifests.text("commit", commit, 100);
    }
    Manifests.text("recipe", recipe, 1000);
    Manifests.text("created", created, 100);
    Manifests.text("emotoneVersion", emotoneVersion, 100);
    if (parameters < 0) {
      throw new IllegalArgumentException("parameters must not be negative, was " + parameters);
    }
    try {
      Instant.parse(created);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "created must be a time such as 2026-01-31T12:00:00Z, was \"" + created + "\"", e);
    }
  }
}
