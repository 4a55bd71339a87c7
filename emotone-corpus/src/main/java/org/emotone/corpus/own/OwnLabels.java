package org.emotone.corpus.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.Words;

/**
 * What the labels of own recordings mean: words for emotions, and labels that {@code labels.csv}
 * (label,emotion) beside the recordings or the options explain.
 *
 * @param own emotion by label
 */
record OwnLabels(Map<String, Emotion> own) {

  /** The list's name. */
  static final String FILE = "labels.csv";

  /** Copies the map. */
  OwnLabels {
    own = Map.copyOf(own);
  }

  /**
   * Those of a folder.
   *
   * @throws CorpusException if the list is damaged
   */
  static OwnLabels in(Path root, ImportOptions options) throws CorpusException {
    Map<String, Emotion> own = new HashMap<>();
    Path file = root.resolve(FILE);
    if (Files.isRegularFile(file)) {
      Map<String, Emotion> emotions =
          Arrays.stream(Emotion.values())
              .collect(Collectors.toMap(Emotion::id, Function.identity()));
      Csv list = Csv.read(file);
      for (Csv.Row row : list.rows()) {
        own.put(list.text(row, "label"), list.oneOf(row, "emotion", emotions));
      }
    }
    options.labels().forEach((label, emotion) -> own.put(label, Emotion.of(emotion)));
    return new OwnLabels(own);
  }

  /** The emotion that a label means, empty if it is not known. */
  Optional<Emotion> emotion(String label) {
    Emotion explained = own.get(label);
    return explained == null ? Words.emotion(label) : Optional.of(explained);
  }
}
