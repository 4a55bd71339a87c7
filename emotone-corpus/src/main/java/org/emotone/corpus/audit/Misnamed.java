package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * A file whose name promises another format than its content has, as two AIFF files in TESS that
 * are named {@code .wav}.
 *
 * @param corpus id of its corpus
 * @param file the file
 * @param extension what the name promises
 * @param content what the file holds
 * @param readable whether it can be read for all that
 */
public record Misnamed(String corpus, Path file, String extension, String content, boolean readable)
    implements Finding {

  @Override
  public Severity severity() {
    return readable ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public String message() {
    return "%s: holds %s, not what its name promises%s"
        .formatted(file.getFileName(), content, readable ? "" : ", and cannot be read");
  }

  @Override
  public String remedy() {
    return readable
        ? "Rename the file: programs that trust names will fail on it or read noise."
        : "Convert the file to WAV under its name; as it is, it is missing from the corpus.";
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }
}
