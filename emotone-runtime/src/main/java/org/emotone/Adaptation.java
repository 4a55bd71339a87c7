package org.emotone;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model was adapted to a voice or a channel.
 *
 * @param from name and id of the model that it was made of, such as {@code default@0c5f1e7a92d4}
 * @param method what was changed, in words
 * @param clips how many clips of each class it was adapted by, by the class' name
 * @param digests SHA-256 of the files of these clips, 64 hexadecimal digits each, sorted
 * @param created when, such as {@code 2026-01-31T12:00:00Z}
 */
@JsonPropertyOrder({"from", "method", "clips", "digests", "created"})
public record Adaptation(
    @JsonProperty(required = true) String from,
    @JsonProperty(required = true) String method,
    @JsonProperty(required = true) Map<String, Integer> clips,
    @JsonProperty(required = true) List<String> digests,
    @JsonProperty(required = true) String created) {

  /** Checks the texts and takes copies of the collections. */
  public Adaptation {
    Manifests.text("from", from, 200);
    Manifests.text("method", method, 1000);
    Manifests.text("created", created, 100);
    clips = Collections.unmodifiableMap(new TreeMap<>(Manifests.present("clips", clips)));
    clips.forEach(
        (label, count) -> {
          Manifests.text("clips", label, 100);
          Manifests.inRange("clips." + label, count, 0, Integer.MAX_VALUE);
        });
    digests = Manifests.texts("digests", digests, 0, 100_000);
  }
}
