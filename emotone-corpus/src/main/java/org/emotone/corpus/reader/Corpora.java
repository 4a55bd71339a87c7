package org.emotone.corpus.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.own.OwnReader;

/** The corpora that can be read. */
public final class Corpora {

  private static final List<NamedFilesReader> READERS =
      Stream.of(
              List.of(
                  new RavdessNames(RavdessNames.Channel.SPEECH),
                  new RavdessNames(RavdessNames.Channel.SONG),
                  CremadNames.withoutDemographics(),
                  new TessNames(),
                  SaveeNames.rule(),
                  EmodbNames.rule()),
              EnglishNames.rules(),
              RomanceNames.rules(),
              EuropeanNames.rules(),
              AsianNames.rules(),
              OtherNames.rules(),
              List.of(
                  NemoNames.rule(),
                  IemocapNames.rule(),
                  MeldNames.rule(),
                  EmozionalmenteNames.rule(),
                  MspPodcastNames.rule()))
          .flatMap(List::stream)
          .map(NamedFilesReader::new)
          .toList();

  private Corpora() {}

  /** All readers; the last is {@code own}, for the user's own recordings. */
  public static List<CorpusReader> readers() {
    List<CorpusReader> all = new ArrayList<>(READERS);
    all.add(new OwnReader(OwnReader.ID));
    return List.copyOf(all);
  }

  /** Whether {@link #byId} has a reader for an id. */
  public static boolean knows(String id) {
    return OwnReader.owns(id) || READERS.stream().anyMatch(reader -> reader.id().equals(id));
  }

  /**
   * The reader with an id. Besides those of {@link #readers} there are {@code own-NAME}, for
   * several corpora of own recordings.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static CorpusReader byId(String id) {
    if (OwnReader.owns(id)) {
      return new OwnReader(id);
    }
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
   * The reader for what a folder holds, told from the names of the audio files in it and the lists
   * beside them. A folder with both RAVDESS speech and song is {@code ravdess}, which reads the
   * speech. A manifest, and a folder with one that is no published corpus, are {@code own}. Empty
   * if nothing fits, or if several corpora fit equally well.
   */
  public static Optional<CorpusReader> recognise(Path root) {
    List<CorpusReader> fitting = candidates(root);
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /**
   * The readers that fit a folder best: none, one, or several where names alone cannot tell corpora
   * apart, as in a folder of a few sad clips that could be EmoDB's or Oréau's. Then only the user
   * can say which it is.
   */
  public static List<CorpusReader> candidates(Path root) {
    List<CorpusReader> published = published(root);
    CorpusReader own = new OwnReader(OwnReader.ID);
    return published.isEmpty() && own.recognises(root) ? List.of(own) : published;
  }

  private static List<CorpusReader> published(Path root) {
    List<Path> files;
    try {
      files = Files.isDirectory(root) ? AudioFiles.under(root) : List.of();
    } catch (CorpusException e) {
      return List.of();
    }
    if (files.isEmpty()) {
      return List.of();
    }
    int best = 1;
    List<CorpusReader> fitting = new ArrayList<>();
    for (NamedFilesReader reader : READERS) {
      int clips = reader.clips(root, files);
      if (clips > best) {
        best = clips;
        fitting.clear();
      }
      if (clips == best) {
        fitting.add(reader);
      }
    }
    return List.copyOf(fitting);
  }
}
