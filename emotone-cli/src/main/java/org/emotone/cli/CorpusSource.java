package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.reader.Corpora;
import org.jspecify.annotations.Nullable;

/** Reads a folder that the user says is a corpus. */
final class CorpusSource {

  private CorpusSource() {}

  /**
   * Reads a folder.
   *
   * @param id the corpus that it holds, null to tell it from the names of its files
   * @throws IOException if the folder is missing or holds no such corpus
   */
  static Corpus read(Path folder, @Nullable String id) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return reader(folder, id).read(folder);
  }

  private static CorpusReader reader(Path folder, @Nullable String id) throws CorpusException {
    if (id != null) {
      return Corpora.byId(id);
    }
    List<CorpusReader> fitting = Corpora.candidates(folder);
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    throw new CorpusException(
        fitting.isEmpty()
            ? folder
                + ": holds no corpus that can be told by the names of its files; name one with"
                + " --as, out of "
                + ids(Corpora.readers())
            : folder
                + ": by the names of its files it could be "
                + ids(fitting)
                + "; say which with --as");
  }

  private static String ids(List<CorpusReader> readers) {
    return readers.stream().map(CorpusReader::id).collect(Collectors.joining(", "));
  }
}
