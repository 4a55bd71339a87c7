package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that are read, though their names break the corpus' own rule, as {@code OA_bite_neutral} in
 * TESS. Code that takes speaker or label out of names may lose or mistake them.
 *
 * @param corpus id of the corpus
 * @param files the files
 * @param ids what each should be named
 */
public record OddNames(String corpus, List<Path> files, List<String> ids) implements Finding {

  /** Copies the lists. */
  public OddNames {
    files = List.copyOf(files);
    ids = List.copyOf(ids);
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String message() {
    return "%s: %s odd: %s"
        .formatted(corpus, Words.count(files.size(), "name"), Words.list(ids, "read as "));
  }

  @Override
  public String remedy() {
    return "Rename them, if other programs are to read the corpus; here they are read rightly.";
  }
}
