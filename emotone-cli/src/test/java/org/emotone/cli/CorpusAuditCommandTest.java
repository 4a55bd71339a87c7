package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusAuditCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private Path folder = Path.of("");

  @Test
  void oneRecordingUnderTwoEmotionsIsListedAndFails() throws IOException {
    copy("sad-woman.wav", "03-01-04-01-01-01-02.wav");
    copy("sad-woman.wav", "03-01-05-01-01-01-02.wav");
    Console console = audit();
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out())
        .contains("error   one recording under different emotions")
        .contains("ravdess:03-01-04-01-01-01-02 (sad)")
        .contains("03-01-05-01-01-01-02.wav")
        .contains("1 error,");
  }

  @Test
  void clipsWithoutFaultPass() throws IOException {
    differentClips();
    Console console = audit();
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("ravdess: 4 clips, 2 speakers").contains("0 errors");
  }

  @Test
  void aRandomSplitFailsForTheSpeakersThatItShares() throws IOException {
    differentClips();
    Path folds = folder.resolve("folds.csv");
    Files.writeString(
        folds,
        """
        clip,test_fold
        03-01-04-01-01-01-01,1
        03-01-04-01-01-01-02,1
        03-01-03-01-01-01-01,2
        03-01-03-01-01-01-02,2
        """);
    Console console = audit("--split", folds.toString(), "--fold", "2", "--json");
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out())
        .contains("\"type\" : \"sharedSpeakers\"")
        .contains("2 speakers in both training and test (of 2 and 2): ravdess:01, ravdess:02");
  }

  @Test
  void aSplitThatCannotBeMadeIsToldInOneLine() throws IOException {
    differentClips();
    Console console = audit("--split", "speakers", "--fold", "9");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).hasLineCount(1).contains("folds: 5 is out of range");
  }

  private void differentClips() throws IOException {
    copy("sad-woman.wav", "03-01-04-01-01-01-02.wav");
    copy("cheerful-woman.wav", "03-01-03-01-01-01-02.wav");
    copy("calm-man.wav", "03-01-04-01-01-01-01.wav");
    copy("loud-man.wav", "03-01-03-01-01-01-01.wav");
  }

  private void copy(String sample, String name) throws IOException {
    Path clips = Files.createDirectories(folder.resolve("clips"));
    Files.copy(SAMPLES.resolve(sample), clips.resolve(name));
  }

  private Console audit(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "corpus";
    arguments[1] = "audit";
    arguments[2] = "--no-cache";
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[arguments.length - 1] = folder.resolve("clips").toString();
    return Console.run(arguments);
  }
}
