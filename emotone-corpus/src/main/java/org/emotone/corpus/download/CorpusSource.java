package org.emotone.corpus.download;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a corpus comes from and under which terms.
 *
 * @param id id of its reader, such as {@code ravdess}
 * @param title its full name
 * @param licence its terms
 * @param page its official page
 * @param citation what to cite
 * @param downloads what to fetch; empty if it cannot be fetched without a person
 * @param instructions where to go and what to do with the download, empty if there is nothing to do
 *     by hand
 */
public record CorpusSource(
    String id,
    String title,
    Licence licence,
    URI page,
    String citation,
    List<Download> downloads,
    String instructions) {

  /** Checks that there is a way to get it. */
  public CorpusSource {
    downloads = List.copyOf(downloads);
    if (downloads.isEmpty() && instructions.isBlank()) {
      throw new IllegalArgumentException(
          "corpus '" + id + "' has neither downloads nor instructions");
    }
  }

  /** A source as the catalogue writes it; downloads or instructions may be absent. */
  @JsonCreator
  static CorpusSource of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "title", required = true) String title,
      @JsonProperty(value = "licence", required = true) Licence licence,
      @JsonProperty(value = "page", required = true) URI page,
      @JsonProperty(value = "citation", required = true) String citation,
      @JsonProperty("downloads") @Nullable List<Download> downloads,
      @JsonProperty("instructions") @Nullable String instructions) {
    return new CorpusSource(
        id,
        title,
        licence,
        page,
        citation,
        Objects.requireNonNullElse(downloads, List.of()),
        Objects.requireNonNullElse(instructions, ""));
  }

  /** Whether it can be fetched without a person. */
  public boolean direct() {
    return !downloads.isEmpty();
  }
}
