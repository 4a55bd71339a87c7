package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusImportCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  private final Path folder;

  CorpusImportCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void recordings() throws IOException {
    copy("sad-woman", "rec/sad/anna/1.wav");
    copy("cheerful-woman", "rec/joy/anna/2.wav");
    copy("calm-man", "rec/sad/ben/3.wav");
    copy("loud-man", "rec/joy/ben/4.wav");
  }

  private void copy(String sample, String file) throws IOException {
    Path to = folder.resolve(file);
    Files.createDirectories(to.getParent());
    Files.copy(SAMPLES.resolve(sample + ".wav"), to);
  }

  private Console imported(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "corpus";
    all[1] = "import";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Console.run(all);
  }

  @Test
  void folderBecomesAManifestThatTheOtherCommandsTake() {
    Console console = imported(folder.resolve("rec").toString());
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    Path manifest = folder.resolve("rec/manifest.csv");
    assertThat(console.out())
        .containsPattern("read as +a folder for each class")
        .containsPattern("clips +4\n")
        .containsPattern("labels +joy \\(happy\\) 2, sad 2")
        .containsPattern("speakers +2, sex not stated")
        .contains("note: licence: not stated", "manifest      " + manifest);

    assertThat(Console.run("corpus", "inspect", "--durations", manifest.toString()).out())
        .startsWith("corpus        own, own recordings\n")
        .containsPattern("emotions +happy 2, sad 2");
    Console audit = Console.run("corpus", "audit", "--no-cache", manifest.toString());
    assertThat(audit.err()).isEmpty();
    assertThat(audit.out()).startsWith("own: 4 clips, 2 speakers");
  }

  @Test
  void withErrorsNothingIsWrittenUnlessTheyAreSkipped() throws IOException {
    Files.writeString(folder.resolve("rec/sad/ben/5.wav"), "no audio");
    copy("flat-man", "rec/meh/ben/6.wav");
    Console refused = imported(folder.resolve("rec").toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("error: label 'meh': 1 clip has it", "error: sad/ben/5: ", "--skip-bad");
    assertThat(folder.resolve("rec/manifest.csv")).doesNotExist();

    Path out = folder.resolve("out/good.jsonl");
    Console skipped =
        imported("--skip-bad", "--out", out.toString(), folder.resolve("rec").toString());
    assertThat(skipped.code()).isEqualTo(1);
    assertThat(Files.readAllLines(out)).hasSize(4);

    Console mended =
        imported("--label", "meh=other", "--skip-bad", folder.resolve("rec").toString());
    assertThat(mended.out()).containsPattern("labels +joy \\(happy\\) 2, meh \\(other\\) 1, sad 2");
  }

  @Test
  void manifestThatIsReadIsNotOverwritten() throws IOException {
    Path manifest = folder.resolve("rec/manifest.csv");
    Files.writeString(manifest, "path,label,start,end\nsad/anna/1.wav,sad,0.2,1.5\n");
    Console console = imported(manifest.toString());
    assertThat(console.code()).isZero();
    assertThat(folder.resolve("rec/manifest-clean.csv")).exists();
    assertThat(imported("--out", manifest.toString(), manifest.toString()).code()).isEqualTo(2);
    assertThat(Files.readString(manifest)).startsWith("path,label,start,end\n");
  }

  @Test
  void folderWithAManifestIsReadByItUnlessToldOtherwise() throws IOException {
    String rec = folder.resolve("rec").toString();
    assertThat(imported(rec).code()).isZero();
    copy("flat-man", "rec/sad/ben/5.wav");
    assertThat(imported(rec).out())
        .containsPattern("read as +a manifest")
        .containsPattern("clips +4\\n")
        .contains("1 audio file in it is not listed", "--form folders reads the folders");
    assertThat(imported("--form", "folders", rec).out()).containsPattern("clips +5\\n");
    assertThat(imported("--form", "pictures", rec).code()).isEqualTo(2);
  }

  @Test
  void wrongUseIsExplained() {
    String rec = folder.resolve("rec").toString();
    assertThat(imported("--id", "mine", rec).code()).isEqualTo(2);
    assertThat(imported("--label", "meh=tired", rec).err())
        .contains("no emotion is called 'tired'");
    assertThat(imported("gone").err())
        .isEqualToIgnoringNewLines("emotone: gone: there is no such file or folder");
  }
}
