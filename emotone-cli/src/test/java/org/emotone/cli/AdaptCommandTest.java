package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.Adaptation;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdaptCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";
  private static String clips = "";

  @BeforeAll
  static void makeAModelAndClips() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
    Path folder = shared.resolve("me");
    copy(folder, "neutral", "flat-man", "calm-man");
    copy(folder, "happy", "cheerful-woman", "loud-man");
    copy(folder, "sad", "sad-woman", "fearful-woman");
    clips = folder.toString();
  }

  private static void copy(Path folder, String label, String... names) throws IOException {
    Path own = Files.createDirectories(folder.resolve(label));
    for (String name : names) {
      Files.copy(SAMPLES.resolve(name + ".wav"), own.resolve(name + ".wav"));
    }
  }

  private static Console adapt(String... arguments) {
    String[] all = new String[arguments.length + 4];
    List.of("adapt", model, "--clips", clips).toArray(all);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Console.run(all);
  }

  @Test
  void theNewModelSaysWhatItWasMadeOfAndAnswersOtherwise() throws IOException {
    Path out = shared.resolve("my.emotone");
    Console console = adapt("-o", out.toString(), "--strength", "0.1");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("6: happy 2, neutral 2, sad 2", "last layer", "recognised", "own voice", "my@");
    Manifest manifest = ModelBundle.read(out).manifest();
    assertThat(manifest.name()).isEqualTo("my");
    assertThat(manifest.metrics()).isEmpty();
    assertThat(manifest.neutralVoices()).hasSize(1);
    Adaptation adaptation = Objects.requireNonNull(manifest.adaptation());
    assertThat(adaptation.digests()).hasSize(6);
    assertThat(adaptation.from()).startsWith("untrained@");
    assertThat(ModelBundle.read(out).card()).contains("## Adapted to a voice");
    assertThat(Console.run("model", "info", out.toString()).out())
        .contains("adapted from     untrained@");
    String before = Console.run("analyze", "--csv", "--model", model, clips).out();
    String after = Console.run("analyze", "--csv", "--model", out.toString(), clips).out();
    assertThat(after).isNotEqualTo(before);
    assertThat(Console.run("analyze", "--csv", "--model", out.toString(), clips + "/sad").out())
        .containsPattern("sad-woman.wav,sad,");
    Console why =
        Console.run(
            "analyze",
            "--model",
            out.toString(),
            "--explain-out",
            shared.resolve("why").toString(),
            clips + "/sad/sad-woman.wav");
    assertThat(why.out()).contains("your own neutral voice");
  }

  @Test
  void theBiasLeavesTheNetworkAsItIs() throws IOException {
    Path out = shared.resolve("bias.emotone");
    assertThat(adapt("-o", out.toString(), "--method", "bias").code()).isZero();
    ModelBundle adapted = ModelBundle.read(out);
    assertThat(adapted.network()).isEqualTo(ModelBundle.read(Path.of(model)).network());
    assertThat(adapted.manifest().calibration().bias()).hasSize(4);
  }

  @Test
  void neutralClipsAloneChangeTheExplanationsOnly() throws IOException {
    Path out = shared.resolve("neutral.emotone");
    Console console =
        Console.run("adapt", model, "--clips", copyOf("neutral").toString(), "-o", out.toString());
    assertThat(console.out()).contains("stay as they are");
    ModelBundle adapted = ModelBundle.read(out);
    assertThat(adapted.network()).isEqualTo(ModelBundle.read(Path.of(model)).network());
    assertThat(adapted.manifest().calibration().bias()).isNull();
    assertThat(adapted.manifest().neutralVoices()).hasSize(1);
  }

  private static Path copyOf(String label) throws IOException {
    Path folder = shared.resolve("only-" + label);
    copy(folder, label, "flat-man", "calm-man");
    return folder;
  }

  @Test
  void wrongUseIsNamed() throws IOException {
    Path out = Files.writeString(shared.resolve("there.emotone"), "x");
    Console there = adapt("-o", out.toString());
    assertThat(there.code()).isEqualTo(1);
    assertThat(there.err()).contains("is already there; --force replaces it");
    Console magic = adapt("-o", shared.resolve("a").toString(), "--method", "magic");
    assertThat(magic.code()).isEqualTo(2);
    assertThat(magic.err()).contains("there are bias, lastLayer");
    Console nobody = adapt("-o", shared.resolve("a").toString(), "--speaker", "own:eve");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err()).contains("no clip by own:eve");
    Console missing = Console.run("adapt", model, "--clips", "nowhere", "-o", "a");
    assertThat(missing.err()).contains("nowhere: there is no such file or folder");
  }
}
