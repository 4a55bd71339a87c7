package org.emotone.corpus.download;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The corpora whose sources are known. */
public final class SourceCatalogue {
  private static final String RESOURCE = "sources.json";

  private final Map<String, CorpusSource> byId = new TreeMap<>();

  /**
   * A catalogue.
   *
   * @throws IllegalArgumentException if an id stands twice
   */
  public SourceCatalogue(List<CorpusSource> sources) {
    for (CorpusSource source : sources) {
      if (byId.put(source.id(), source) != null) {
        throw new IllegalArgumentException("corpus '" + source.id() + "' stands twice");
      }
    }
  }

  /** The catalogue that comes with Emotone. */
  public static SourceCatalogue standard() {
    try (InputStream in = SourceCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /**
   * A catalogue from JSON: a list of sources.
   *
   * @throws IOException if it is not one
   */
  public static SourceCatalogue read(InputStream in) throws IOException {
    ObjectMapper mapper =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    return new SourceCatalogue(mapper.readValue(in, new TypeReference<List<CorpusSource>>() {}));
  }

  /** All sources, by id. */
  public List<CorpusSource> sources() {
    return List.copyOf(byId.values());
  }

  /**
   * The source with an id.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public CorpusSource byId(String id) {
    CorpusSource source = byId.get(id);
    if (source == null) {
      throw new IllegalArgumentException(
          "no source of a corpus is called '"
              + id
              + "'; there are "
              + String.join(", ", byId.keySet()));
    }
    return source;
  }
}
