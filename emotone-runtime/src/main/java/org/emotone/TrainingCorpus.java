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
 * @param speakers whose clips they were, such as {@code ravdess:07}; those that the best epoch and
 *     the calibration were chosen on count, too
 * @param tested ids of the clips that were held out and that the manifest's metrics are of
 */
@JsonPropertyOrder({"id", "licence", "clips", "speakers", "tested"})
public record TrainingCorpus(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String licence,
    @JsonProperty(required = true) int clips,
    @JsonProperty(required = true) List<String> speakers,
    @JsonProperty(required = true) List<String> tested) {

  /** Checks the texts and takes copies of the lists. */
  public TrainingCorpus {
    Manifests.text("id", id, 100);
    Manifests.text("licence", licence, 1000);
    Manifests.inRange("clips", clips, 0, Integer.MAX_VALUE);
    speakers = Manifests.texts("speakers", speakers, 0, 100_000);
    tested = Manifests.texts("tested", tested, 0, 1_000_000);
  }

  /** A corpus of which nothing was held out. */
  public TrainingCorpus(String id, String licence, int clips, List<String> speakers) {
    this(id, licence, clips, speakers, List.of());
  }
}
