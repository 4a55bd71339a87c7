package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.training.evaluation.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What came of a published system here.
 *
 * @param id of the system
 * @param corpora it was trained on
 * @param needed all corpora that a run takes, those of the pre-training among them
 * @param classes how many
 * @param published under the published protocol
 * @param alone UAR over folds and seeds of each recipe that was joined, by its name; null where
 *     nothing was joined
 * @param independent with speakers kept apart; null if that is the published protocol or cannot be
 * @param parameters how many values are learned; 0 for a classifier that does not say
 * @param epochs trained at most; 0 for a classifier
 * @param seconds of training in the mean run under the published protocol
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReproducedSystem(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) List<String> corpora,
    @JsonProperty(required = true) List<String> needed,
    @JsonProperty(required = true) int classes,
    @JsonProperty(required = true) Figures published,
    @Nullable Map<String, Spread> alone,
    @Nullable Figures independent,
    @JsonProperty(required = true) long parameters,
    @JsonProperty(required = true) int epochs,
    @JsonProperty(required = true) double seconds) {

  /** Copies the lists. */
  public ReproducedSystem {
    corpora = List.copyOf(corpora);
    needed = List.copyOf(needed);
    alone = alone == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(alone));
  }
}
