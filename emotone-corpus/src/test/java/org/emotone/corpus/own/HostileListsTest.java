package org.emotone.corpus.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Folder;
import org.emotone.corpus.split.FoldList;
import org.emotone.corpus.votes.CrowdVotes;

/** Whatever stands in a list, reading it gives clips or one line that names the file. */
class HostileListsTest {

  private static final List<String> NAMES =
      List.of("manifest.csv", "manifest.tsv", "manifest.jsonl", "db.yaml", "labels.csv");

  private static final String MANIFEST =
      """
      path,label,speaker,start,end,sex,age,take,emotion,id
      a.wav,angry,anna,0.5,00:00:01.5,f,30,1,angry,x
      "a.wav","sad, ""so"" be it",ben,,,m,,,sad,
      """;
  private static final String LINES =
      """
      {"path": "a.wav", "label": "angry", "start": 1.5}
      {"path": "a.wav", "label": 7, "speaker": null}
      """;
  private static final String HEADER =
      """
      name: own
      schemes:
        emotion: {dtype: str, labels: [anger]}
        speaker: {dtype: str, labels: {anna: {gender: female}}}
      tables:
        emotion: {type: filewise, columns: {emotion: {scheme_id: emotion}, speaker: {scheme_id: speaker}}}
      """;
  private static final String TABLE = "file,emotion,speaker\na.wav,anger,anna\n";

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> damaged =
        Arbitraries.of(
                MANIFEST, MANIFEST.replace(',', '\t'), LINES, HEADER, "label,emotion\nx,sad\n")
            .flatMap(text -> Arbitraries.longs().map(seed -> damaged(text, new Random(seed))));
    return Arbitraries.oneOf(damaged, damaged, Arbitraries.strings().ofMaxLength(200));
  }

  /** A text with some characters replaced, taken out or doubled. */
  private static String damaged(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(6); i > 0 && changed.length() > 0; i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.setCharAt(at, "\",\n\t:{}[]-0x\u0000é".charAt(random.nextInt(14)));
        case 1 -> changed.deleteCharAt(at);
        case 2 -> changed.insert(at, changed.charAt(at));
        default -> changed.setLength(at);
      }
    }
    return changed.toString();
  }

  @Property(tries = 400)
  void descriptionOfOwnRecordingsGivesClipsOrOneLine(
      @ForAll("texts") String text, @ForAll Random random) throws IOException {
    Path root = Files.createTempDirectory("emotone-lists");
    try {
      Folder.with(root, "a.wav");
      Folder.text(root.resolve("db.emotion.csv"), random.nextBoolean() ? TABLE : text);
      Files.write(
          root.resolve(NAMES.get(random.nextInt(NAMES.size()))),
          text.getBytes(random.nextInt(4) > 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16));
      try {
        Import found = Import.of(root, ImportOptions.DEFAULTS);
        assertThat(found.corpus().utterances()).isNotEmpty();
      } catch (CorpusException e) {
        assertThat(e.getMessage())
            .contains(root.toString())
            .doesNotContain("java.", "com.fasterxml");
      }
    } finally {
      delete(root);
    }
  }

  @Property(tries = 200)
  void listsOfFoldsAndVotesAreReadOrRefusedInOneLine(@ForAll("texts") String text)
      throws IOException {
    Path root = Files.createTempDirectory("emotone-lists");
    try {
      Path file = Folder.text(root.resolve("list.csv"), text);
      try {
        FoldList.read(file);
      } catch (CorpusException e) {
        assertThat(e.getMessage()).contains(file.toString());
      }
      try {
        CrowdVotes.read(file);
      } catch (CorpusException e) {
        assertThat(e.getMessage()).contains(file.toString());
      }
    } finally {
      delete(root);
    }
  }

  private static void delete(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
