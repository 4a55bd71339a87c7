package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of this checkout, started as a user starts it. */
@Tag("launcher")
final class LauncherTest {

  /** So that no test below meets a build. */
  @BeforeAll
  static void build() {
    assertThat(Started.emotone("--version").code()).isZero();
  }

  @Test
  void startsFromAnotherFolderThroughALink(@TempDir Path folder) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("emo"), Started.LAUNCHER);
    Started started =
        Started.run(folder, link, Map.of("JAVA_HOME", Started.JAVA_HOME), "--version");
    Files.delete(link);
    assertThat(started.err()).isEmpty();
    assertThat(started.code()).isZero();
    assertThat(started.out()).startsWith("emotone ");
  }

  @Test
  void passesArgumentsOnExactly() {
    Started started = Started.emotone("it's \"a b\" * $HOME");
    assertThat(started.code()).isEqualTo(2);
    assertThat(started.err()).contains("'it's \"a b\" * $HOME'");
  }

  @Test
  void theShippedModelHearsTheSamples() {
    Path checkout = Started.LAUNCHER.resolveSibling("");
    Map<String, String> environment = Map.of("JAVA_HOME", Started.JAVA_HOME);
    Started started = Started.run(checkout, Started.LAUNCHER, environment, "analyze", "samples");
    assertThat(started.err()).isEmpty();
    assertThat(started.code()).isZero();
    assertThat(started.out()).hasLineCount(1 + 7).contains("samples/sad-woman.wav");
  }

  @Test
  void theDoctorFindsNoFaultWhereTheTestsRun() {
    Started started = Started.emotone("doctor");
    assertThat(started.out()).doesNotContain("FAULT").containsPattern("ok +model .*intact");
    assertThat(started.code()).isZero();
  }

  /** ONNX Runtime 1.29 crashed on a command line of a few thousand letters. */
  @Test
  void hearsManyFilesNamedOneByOne(@TempDir Path folder) throws IOException {
    Path model = UntrainedModel.write(folder.resolve("m.emotone"));
    List<String> arguments = new ArrayList<>(List.of("analyze", "--csv", "--model"));
    arguments.add(model.toString());
    String long200 = "x".repeat(200);
    for (int i = 0; i < 40; i++) {
      Path clip = folder.resolve(long200 + i + ".wav");
      Files.copy(Path.of("..", "samples", "flat-man.wav"), clip);
      arguments.add(clip.toString());
    }
    Started started = Started.emotone(arguments.toArray(String[]::new));
    assertThat(started.err()).isEmpty();
    assertThat(started.code()).isZero();
    assertThat(started.out()).hasLineCount(1 + 40);
  }

  @Test
  void passesStandardInputOn(@TempDir Path folder) throws IOException {
    Path model = UntrainedModel.write(folder.resolve("m.emotone"));
    Path clip = Path.of("..", "samples", "sad-woman.wav");
    Started started =
        Started.emotoneReading(clip, "analyze", "--csv", "--model", model.toString(), "-");
    assertThat(started.err()).isEmpty();
    assertThat(started.code()).isZero();
    assertThat(started.out()).hasLineCount(2).contains("\n-,");
  }

  @Test
  void aFileThatIsNoAudioEndsInOneLineAndCodeOne(@TempDir Path folder) throws IOException {
    Path model = UntrainedModel.write(folder.resolve("m.emotone"));
    Path text = Files.writeString(folder.resolve("größe.wav"), "a letter");
    Started started = Started.emotone("analyze", "--model", model.toString(), text.toString());
    assertThat(started.code()).isEqualTo(1);
    assertThat(started.out()).isEmpty();
    assertThat(started.err()).hasLineCount(1).startsWith("emotone: ").contains("größe.wav");
  }

  @Test
  void figuresHaveADecimalPointWhateverTheLocale(@TempDir Path folder) throws IOException {
    Path model = UntrainedModel.write(folder.resolve("m.emotone"));
    Map<String, String> german =
        Map.of(
            "JAVA_HOME", Started.JAVA_HOME, "EMOTONE_JAVA_OPTS", "-Duser.language=de", "LANG", "C");
    Started started =
        Started.run(
            Path.of("..").toAbsolutePath(),
            Started.LAUNCHER,
            german,
            "analyze",
            "--model",
            model.toString(),
            "samples/sad-woman.wav");
    assertThat(started.out()).containsPattern(" 3\\.2\n");
  }

  @Test
  void passesOptionsOnToJava() {
    Started started =
        Started.run(
            Path.of("").toAbsolutePath(),
            Started.LAUNCHER,
            Map.of("JAVA_HOME", Started.JAVA_HOME, "EMOTONE_JAVA_OPTS", "-Xmx300m -showversion"),
            "--version");
    assertThat(started.err()).contains(System.getProperty("java.version"));
  }

  @Test
  void anOldJavaIsRefusedInOneLine(@TempDir Path home) throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(withJava(home).err())
        .contains("is Java 11; Emotone needs 17 or later")
        .hasLineCount(1);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");
    assertThat(withJava(home).err()).contains("is Java 8;").hasLineCount(1);
  }

  @Test
  void aJavaHomeWithoutJavaIsRefusedInOneLine(@TempDir Path home) {
    Started started = withJava(home);
    assertThat(started.code()).isEqualTo(1);
    assertThat(started.err()).contains("JAVA_HOME is " + home).hasLineCount(1);
  }

  private static Started withJava(Path home) {
    return Started.run(home, Started.LAUNCHER, Map.of("JAVA_HOME", home.toString()), "--version");
  }
}
