package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Rejected;

/**
 * Audio files in a corpus' folder that its reader did not take as clips.
 *
 * @param corpus id of the corpus
 * @param kind why
 * @param rejected the files, each with its reason
 */
public record RejectedFiles(String corpus, Rejected.Kind kind, List<Rejected> rejected)
    implements Finding {

  /** Copies the list. */
  public RejectedFiles {
    rejected = List.copyOf(rejected);
  }

  @Override
  public Severity severity() {
    return switch (kind) {
      case NAME, UNREADABLE -> Severity.WARNING;
      case COPY, LEFT_OUT -> Severity.INFO;
    };
  }

  @Override
  public String message() {
    String what =
        switch (kind) {
          case NAME -> "with a name that does not tell the label";
          case COPY -> "that are copies of clips by name";
          case LEFT_OUT -> "of another part of the corpus";
          case UNREADABLE -> "that is missing or cannot be decoded";
        };
    return "%s: %s %s; %s: %s"
        .formatted(
            corpus,
            Words.count(rejected.size(), "file"),
            what,
            rejected.get(0).path().getFileName(),
            rejected.get(0).reason());
  }

  @Override
  public String remedy() {
    return switch (kind) {
      case NAME -> "Rename them by the corpus' rules, or move them away.";
      case COPY -> "Remove the copies, or leave them: they are not read.";
      case LEFT_OUT -> "Nothing need be done: they are not read.";
      case UNREADABLE -> "Bring them back from the original, or take them out of the manifest.";
    };
  }

  @Override
  public List<Path> files() {
    return rejected.stream().map(Rejected::path).toList();
  }
}
