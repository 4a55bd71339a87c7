package org.emotone.corpus.own;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A user's description of recordings, before it is checked.
 *
 * @param columns what it says of clips at all
 * @param rows the clips
 */
record OwnClips(Set<String> columns, List<Row> rows) {

  static final String ID = "id";
  static final String LABEL = "label";
  static final String EMOTION = "emotion";
  static final String SPEAKER = "speaker";
  static final String START = "start";
  static final String END = "end";
  static final String SEX = "sex";
  static final String AGE = "age";
  static final String LANGUAGE = "language";
  static final String SENTENCE = "sentence";
  static final String INTENSITY = "intensity";
  static final String TAKE = "take";
  static final String LICENCE = "licence";

  /** Copies the collections. */
  OwnClips {
    columns = Set.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One clip.
   *
   * @param where where it stands, for messages
   * @param path its file
   * @param texts what is said of it, by column, without empty texts
   */
  record Row(String where, Path path, Map<String, String> texts) {

    Row {
      Map<String, String> filled = new LinkedHashMap<>();
      texts.forEach(
          (column, text) -> {
            if (!text.isBlank()) {
              filled.put(column, text.strip());
            }
          });
      texts = filled;
    }
  }
}
