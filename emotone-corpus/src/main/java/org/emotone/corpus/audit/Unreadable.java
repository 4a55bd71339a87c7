package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that cannot be decoded to its end.
 *
 * @param corpus id of its corpus
 * @param file the file
 * @param reason what the decoder says of it
 */
public record Unreadable(String corpus, Path file, String reason) implements Finding {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String message() {
    return "cannot be read: " + reason;
  }

  @Override
  public String remedy() {
    return "Download the file again, or remove it from the corpus.";
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }
}
