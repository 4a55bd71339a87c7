package org.emotone;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A corpus that a model was trained on.
 *
 * @param id such as {@code ravdess}
 * @param licence of the corpus, as its publisher states it
 * @param clips how many of its clips were trained on
 * @param speakers whose clips they were, by the ids of the corpus
 */
@JsonPropertyOrder({"id", "licence", "clips", "speakers"})
public record TrainingCorpus(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String licence,
    @JsonProperty(required = true) int clips,
    @JsonProperty(required = true) List<String> speakers) {

  /** Checks the texts and takes a copy of the list. */
  public TrainingCorpus {
    Manifests.text("id", id, 100);
    Manifests.text("licence", licence, 1000);
    Manifests.inRange("clips", clips, 0, Integer.MAX_VALUE);
    speakers = Manifests.texts("speakers", speakers, 0, 100_000);
  }
}
