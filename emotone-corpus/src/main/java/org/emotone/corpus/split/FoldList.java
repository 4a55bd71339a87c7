package org.emotone.corpus.split;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;

/**
 * A published partition: a CSV file with the columns {@code clip} ({@link Utterance#id()}) and
 * {@code test_fold} (the fold, from 1, that has the clip in its test).
 *
 * @param file the file
 * @param foldOf fold by clip, in the file's order
 */
public record FoldList(Path file, Map<String, Integer> foldOf) {

  private static final int MAX_FOLD = 1_000_000;

  /** Copies the map. */
  public FoldList {
    foldOf = Collections.unmodifiableMap(new LinkedHashMap<>(foldOf));
  }

  /**
   * Reads a list.
   *
   * @throws CorpusException if the file is missing or damaged, or names a clip twice
   */
  public static FoldList read(Path file) throws CorpusException {
    Csv csv = Csv.read(file);
    int clip = csv.column("clip");
    Map<String, Integer> foldOf = new LinkedHashMap<>();
    for (Csv.Row row : csv.rows()) {
      String id = row.fields().get(clip);
      if (foldOf.put(id, csv.integer(row, "test_fold", 1, MAX_FOLD)) != null) {
        throw new CorpusException(
            "%s:%d: clip '%s' is listed a second time; a clip is in the test of one fold"
                .formatted(file, row.line(), id));
      }
    }
    if (foldOf.isEmpty()) {
      throw new CorpusException(file + ": lists no clips; expected lines of clip,test_fold");
    }
    return new FoldList(file, foldOf);
  }

  /** The folds that there are, ascending. */
  public SortedSet<Integer> folds() {
    return new TreeSet<>(foldOf.values());
  }

  /** Name of the list: the file's name without extension. */
  public String name() {
    return AudioFiles.stem(file);
  }

  /** The clips that one fold tests. */
  List<String> testOf(int fold) throws CorpusException {
    if (!folds().contains(fold)) {
      throw new CorpusException(
          "%s: has no fold %d; it has %s"
              .formatted(
                  file,
                  fold,
                  folds().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return foldOf.entrySet().stream()
        .filter(entry -> entry.getValue() == fold)
        .map(Map.Entry::getKey)
        .toList();
  }
}
