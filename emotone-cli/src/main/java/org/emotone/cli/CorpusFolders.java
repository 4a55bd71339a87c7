package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --corpus}, which says where a corpus is. */
final class CorpusFolders {

  @Option(
      names = "--corpus",
      paramLabel = "ID=FOLDER",
      description =
          "Where a corpus is; once for each (see corpus list for the ids). For recordings of your"
              + " own: own=FOLDER or own=MANIFEST (see corpus import).")
  private Map<String, Path> folders = new LinkedHashMap<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Folders by id, in the order in which they were given. */
  Map<String, Path> folders() {
    return folders;
  }

  /**
   * Checks that there is one.
   *
   * @throws ParameterException if none was given
   */
  void required() {
    if (folders.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "a corpus is missing: add --corpus ID=FOLDER");
    }
  }

  /** Reads them, in the order in which they were given. */
  List<Corpus> read() throws IOException {
    List<Corpus> read = new ArrayList<>();
    for (Map.Entry<String, Path> corpus : folders.entrySet()) {
      read.add(Corpora.byId(corpus.getKey()).read(corpus.getValue()));
    }
    return read;
  }
}
