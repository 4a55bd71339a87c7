package org.emotone.corpus.download;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a corpus.
 *
 * @param name short name, such as {@code CC BY-NC-SA 4.0}
 * @param url where its text stands, empty if it stands nowhere of its own
 * @param terms what it asks of a user, in a sentence or two
 */
public record Licence(String name, String url, String terms) {
  /** A licence as the catalogue writes it; url may be absent. */
  @JsonCreator
  static Licence of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("url") @Nullable String url,
      @JsonProperty(value = "terms", required = true) String terms) {
    return new Licence(name, Objects.requireNonNullElse(url, ""), terms);
  }
}
