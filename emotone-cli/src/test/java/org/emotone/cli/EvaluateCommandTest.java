package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

  private final String model;
  private final Path corpus;
  private final Path folder;

  EvaluateCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model = UntrainedModel.write(folder.resolve("untrained.emotone")).toString();
    corpus = TinyCorpus.write(folder.resolve("clips"));
  }

  @Test
  void measuresAModelOnTheSpeakersThatItHasNotHeard() {
    Console console = Console.run("evaluate", model, "--corpus", "ravdess=" + corpus);
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("20 of ravdess, 5 speakers", "speaker-independent, 0 speakers shared");
  }

  @Test
  void measuresAFoldOfAList() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("folds.csv"),
            "clip,test_fold\n03-01-03-01-01-01-02,1\n03-01-04-01-01-01-03,2\n");
    String[] arguments = {
      "evaluate", model, "--corpus", "ravdess=" + corpus, "--split-file", list.toString(), "--fold"
    };
    assertThat(run(arguments, "2").out()).contains("1 of ravdess, 1 speakers");
    Console none = run(arguments, "3");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("folds [1, 2]").hasLineCount(1);
  }

  @Test
  void measuresAmongFewerClassesAndRefusesThoseThatTheModelDoesNotKnow() {
    String where = "ravdess=" + corpus;
    Console all = Console.run("evaluate", model, "--corpus", where);
    assertThat(all.out()).contains("20 of ravdess");
    Console two = Console.run("evaluate", model, "--corpus", where, "--classes", "happy,sad");
    assertThat(two.code()).isZero();
    assertThat(two.out()).contains("answers among happy, sad alone");
    Console unknown = Console.run("evaluate", model, "--corpus", where, "--classes", "happy,glad");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no class 'glad'; it has").hasLineCount(1);
  }

  @Test
  void withoutACorpusItIsWrongUsage() {
    Console console = Console.run("evaluate", model);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--corpus ID=FOLDER").hasLineCount(1);
    assertThat(Console.run("evaluate").err()).hasLineCount(1);
  }

  @Test
  void aCorpusThatNobodyKnowsGetsOneLineThatNamesThoseThatAreKnown() {
    Console console = Console.run("evaluate", model, "--corpus", "radvess=" + corpus);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("radvess", "ravdess").hasLineCount(1);
  }

  private static Console run(String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return Console.run(all);
  }
}
