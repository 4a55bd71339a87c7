package org.emotone.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The corpora that can be read. */
public final class Corpora {

  private static final List<NamedFilesReader> READERS =
      List.of(
          new NamedFilesReader(new RavdessNames(RavdessNames.Channel.SPEECH)),
          new NamedFilesReader(new RavdessNames(RavdessNames.Channel.SONG)),
          new NamedFilesReader(CremadNames.withoutDemographics()),
          new NamedFilesReader(new TessNames()),
          new NamedFilesReader(new SaveeNames()),
          new NamedFilesReader(new EmodbNames()));

  private Corpora() {}

  /** All readers. */
  public static List<CorpusReader> readers() {
    return List.copyOf(READERS);
  }

  /**
   * The reader with an id.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static CorpusReader byId(String id) {
    return readers().stream()
        .filter(reader -> reader.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no corpus is called '"
                        + id
                        + "'; there are "
                        + String.join(", ", readers().stream().map(CorpusReader::id).toList())));
  }

  /**
   * The reader for what a folder holds, told from the names of the audio files in it. A folder with
   * both RAVDESS speech and song is {@code ravdess}, which reads the speech.
   */
  public static Optional<CorpusReader> recognise(Path root) {
    List<Path> files;
    try {
      files = AudioFiles.under(root);
    } catch (CorpusException e) {
      return Optional.empty();
    }
    return READERS.stream()
        .filter(reader -> reader.recognises(files))
        .map(CorpusReader.class::cast)
        .findFirst();
  }
}
