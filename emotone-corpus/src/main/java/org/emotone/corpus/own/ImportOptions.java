package org.emotone.corpus.own;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;

/**
 * What a folder of own recordings cannot say of itself.
 *
 * @param id id of the corpus: letters, digits and dashes in lower case, such as {@code own}
 * @param licence under which terms the recordings may be used, empty if not stated
 * @param language ISO 639-1 code of clips for which nothing else says it, {@code und} if not stated
 * @param labels emotion's id by label, for labels that are no word for an emotion; {@code other}
 *     keeps a label that {@link LabelScheme#customNative} can make a class of
 * @param table of an audformat database with several tables of emotions, the one to read; empty for
 *     the only one
 */
public record ImportOptions(
    String id, String licence, String language, Map<String, String> labels, String table) {

  /** The corpus {@code own}, nothing stated. */
  public static final ImportOptions DEFAULTS = of("own");

  /** Checks the id and the emotions. */
  public ImportOptions {
    if (!id.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "id: '%s' is not allowed; allowed are letters, digits and dashes in lower case"
              .formatted(id));
    }
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    labels.values().forEach(Emotion::of);
  }

  /** A corpus of which nothing is stated. */
  public static ImportOptions of(String id) {
    return new ImportOptions(id, "", Utterance.UNKNOWN_LANGUAGE, Map.of(), "");
  }
}
