package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeaturesCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path CLIP = SAMPLES.resolve("sad-woman.wav");

  @TempDir private Path folder = Path.of("");

  private static Console features(Object... arguments) {
    return Console.run(
        Stream.concat(Stream.of("features"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  @Test
  void egemapsOfAFolderIsATableWithARowForEachRecording() {
    Console console = features("--set", "egemaps", SAMPLES);
    assertThat(console.code()).isZero();
    List<String> lines = console.out().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).startsWith("file,F0semitoneFrom27.5Hz_sma3nz_amean,");
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(89));
  }

  @Test
  void framesOfOneRecordingGoToStandardOutputWithTheirTimes() {
    List<String> lines = features("--set", "mfcc", CLIP).out().lines().toList();
    assertThat(lines.get(0)).startsWith("seconds,mfcc_0,mfcc_1");
    assertThat(lines.get(2)).startsWith("0.01,");
  }

  @Test
  void framesAreFramesThoughARecordingIsTooShortForMoreThanOne() throws IOException {
    Path click = folder.resolve("click.wav");
    WavWriter.write(click, new Waveform(new float[80], 16_000));
    List<String> lines = features("--set", "mfcc", click).out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("seconds,mfcc_0,");
    assertThat(lines.get(1)).startsWith("0.0,");
    assertThat(features("--set", "mfcc", "--format", "png", "--out", folder, click).err())
        .contains("click.wav: the recording has one frame of the set mfcc, too short");
  }

  @Test
  void anArrayHasNumpysHeaderAndARowForEachRecording() throws IOException {
    assertThat(features("--set", "gemaps", "--format", "npy", "--out", folder, SAMPLES).code())
        .isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve("gemaps.npy"));
    int header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    assertThat(new String(bytes, 10, header, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (7, 62), }")
        .endsWith("\n");
    assertThat(bytes).hasSize(10 + header + 4 * 7 * 62);
    assertThat((10 + header) % 64).isZero();
    assertThat(Files.readAllLines(folder.resolve("gemaps.files.txt"))).hasSize(7);
  }

  @Test
  void aWekaFileNamesEveryAttribute() throws IOException {
    assertThat(features("--format", "arff", "--out", folder, CLIP).code()).isZero();
    String text = Files.readString(folder.resolve("egemaps.arff"));
    assertThat(text).startsWith("@relation egemaps\n\n@attribute file string\n");
    assertThat(text.lines().filter(line -> line.startsWith("@attribute"))).hasSize(89);
  }

  @Test
  void picturesAreDrawnOfMapsCurvesAndTheSoundItself() throws IOException {
    for (String set : List.of("logmel", "mfcc", "chroma", "pitch", "sound")) {
      Path out = folder.resolve(set);
      Console console = features("--set", set, "--format", "png", "--out", out, CLIP);
      assertThat(console.err()).isEmpty();
      Path picture =
          out.resolve(set.equals("sound") ? "sad-woman.png" : "sad-woman." + set + ".png");
      assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2000);
    }
  }

  @Test
  void aFileThatIsNoSoundIsNamedAndTheOthersGoOn() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.wav"), "Dear reader, this is no sound.");
    Console console = features(text, CLIP);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("letter.wav: not an audio file");
    assertThat(console.out().lines()).hasSize(2);
  }

  @Test
  void aSetThatDoesNotExistIsWrongUsageAndTheOthersAreNamed() {
    Console console = features("--set", "gmaps", CLIP);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("no set is called \"gmaps\"; there are egemaps, gemaps,");
  }

  @Test
  void whatIsThereIsNotReplacedUnlessForced() {
    Object[] arguments = {"--format", "arff", "--out", folder, CLIP};
    assertThat(features(arguments).code()).isZero();
    Console again = features(arguments);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("egemaps.arff", "--force");
  }

  @Test
  void theListNamesEverySet() {
    assertThat(features("--list").out())
        .contains("egemaps ", "pitch ", "p13b ", "sound ", "6500 functionals");
  }
}
