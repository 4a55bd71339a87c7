package org.emotone.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Folder;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;

class RecognitionPropertiesTest {

  /** Corpora whose rules share names; only these may be mistaken, and then for none. */
  private static final Set<String> ALIKE = Set.of("emodb", "oreau");

  @Provide
  Arbitrary<String> corpora() {
    return Arbitraries.of(Releases.names().keySet());
  }

  @Property(tries = 150)
  void noLayoutOfOneCorpusIsRecognisedAsAnother(
      @ForAll("corpora") String id,
      @ForAll @IntRange(min = 1, max = 12) int clips,
      @ForAll @IntRange(min = 0, max = 3) int layout,
      @ForAll long seed)
      throws IOException {
    Path root = Files.createTempDirectory("emotone-layout");
    try {
      unpack(root, id, clips, layout, new Random(seed));
      List<String> candidates = Corpora.candidates(root).stream().map(CorpusReader::id).toList();
      Optional<String> recognised = Corpora.recognise(root).map(CorpusReader::id);

      assertThat(candidates).contains(id);
      if (ALIKE.contains(id)) {
        assertThat(ALIKE).containsAll(candidates);
      } else {
        assertThat(recognised).contains(id);
      }
      Corpus corpus = Corpora.byId(id).read(root);
      assertThat(corpus.utterances()).isNotEmpty();
      assertThat(corpus.utterances().stream().map(Utterance::speaker))
          .allMatch(speaker -> speaker.startsWith(id.replace("-song", "") + ":"));
      assertThat(corpus.rejected()).extracting(Rejected::kind).containsOnly(kinds(layout));
    } finally {
      delete(root);
    }
  }

  private static Rejected.Kind[] kinds(int layout) {
    return layout == 3 ? new Rejected.Kind[] {Rejected.Kind.COPY} : new Rejected.Kind[0];
  }

  /** Layouts: as it is, in a renamed folder, in two folders, twice as Kaggle's copies are. */
  private static void unpack(Path root, String id, int clips, int layout, Random random) {
    List<String> tops =
        switch (layout) {
          case 0 -> List.of("");
          case 1 -> List.of("my download 2/");
          case 2 -> List.of("data/unpacked/");
          default -> List.of("archive/", "archive/archive/");
        };
    // SAVEE's DC_a01 and DC/a01 are the same clip, of which no release has both.
    Map<String, String> names =
        Stream.generate(() -> Releases.name(id, random))
            .limit(clips)
            .collect(Collectors.toMap(n -> n.replace('/', '_'), n -> n, (first, second) -> first));
    for (String top : tops) {
      for (String name : names.values()) {
        Folder.with(root, top + name + ".wav");
      }
    }
    Releases.lists(id).forEach((path, text) -> Folder.text(root.resolve(tops.get(0) + path), text));
  }

  private static void delete(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
