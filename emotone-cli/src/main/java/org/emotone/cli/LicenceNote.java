package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emotone.ModelBundle;
import org.emotone.TrainingCorpus;

/**
 * Says once, when a model is first used, which corpora it was trained on and under which licences:
 * some of them do not allow every use.
 */
final class LicenceNote {

  private LicenceNote() {}

  /**
   * The note about a model; empty if it was given before, or if the model names no corpora.
   *
   * @param home where it is remembered that the note was given; if that cannot be written the note
   *     comes again
   */
  static Optional<String> first(ModelBundle model, Path home) {
    List<TrainingCorpus> corpora = model.manifest().corpora();
    Path told = home.resolve("told").resolve(model.id());
    if (corpora.isEmpty() || Files.exists(told)) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(told.getParent());
      Files.createFile(told);
    } catch (IOException e) {
      // A home that cannot be written is no reason to say nothing, nor to fail.
    }
    String licences =
        String.join(
            "; ", corpora.stream().map(corpus -> corpus.id() + ": " + corpus.licence()).toList());
    return Optional.of(
        ("note: %s was trained on corpora under these licences: %s. emotone model info says more;"
                + " this is said once.")
            .formatted(model.fullName(), licences));
  }
}
