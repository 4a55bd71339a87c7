package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AugmentCommandTest {

  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  @TempDir private Path folder = Path.of("");

  private static Console augment(Object... arguments) {
    String[] words =
        Stream.concat(Stream.of("augment"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new);
    return Console.run(words);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesOneOfEveryKindAndSaysWhatWasDrawn() throws IOException {
    Console console = augment("-o", folder, CLIP);
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(written())
        .hasSize(16)
        .contains("sad-woman-pitch.wav", "sad-woman-noise.wav", "sad-woman-noise2.wav");
    assertThat(console.out())
        .containsPattern("sad-woman-pitch.wav  pitch [+-]\\d\\.\\d semitones")
        .containsPattern("sad-woman-noise2.wav  pink noise at \\d+\\.\\d dB SNR")
        .containsPattern("sad-woman-phone.wav  telephone, µ-law, 300 to 3400 Hz");
    assertThat(Audio.read(folder.resolve("sad-woman-vtlp.wav")).length())
        .isEqualTo(Audio.read(CLIP).length());
  }

  @Test
  void chainIsDoneTogetherAndRepeatsBySeed() throws IOException {
    Object[] arguments = {
      "--with", "{type: speed, factor: 2}, {type: gain, db: -6}", "--versions", 2, CLIP
    };
    Path again = folder.resolve("again");
    assertThat(augment(with(arguments, "-o", folder.resolve("one"))).code()).isZero();
    Console console = augment(with(arguments, "-o", again, "--plot"));
    assertThat(console.out()).contains("sad-woman-2.wav  speed 2.00, gain -6.0 dB");
    Waveform half = Audio.read(again.resolve("sad-woman-1.wav"));
    assertThat(half.duration()).isCloseTo(Audio.read(CLIP).duration() / 2, within(0.001));
    assertThat(Files.readAllBytes(again.resolve("sad-woman-1.wav")))
        .isEqualTo(Files.readAllBytes(folder.resolve("one").resolve("sad-woman-1.wav")));
    assertThat(ImageIO.read(again.resolve("sad-woman-1.png").toFile()).getHeight()).isEqualTo(2240);
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return Stream.concat(Stream.of(more), Stream.of(arguments)).toArray();
  }

  @Test
  void mistakesAreNamedBeforeAnythingIsWritten() throws IOException {
    Console typo = augment("-o", folder, "--with", "{type: pich}", CLIP);
    assertThat(typo.code()).isEqualTo(1);
    assertThat(typo.err())
        .startsWith(
            "emotone: --with:1: augmentation[0].type: there is no 'pich'; did you mean 'pitch'?");
    Console features = augment("-o", folder, "--with", "{type: specAugment}", CLIP);
    assertThat(features.code()).isEqualTo(2);
    assertThat(features.err()).contains("all of these work on features and cannot be heard");
    Console missing = augment("-o", folder, "--with", "{type: babble, folder: nowhere}", CLIP);
    assertThat(missing.err()).contains("nowhere: no such folder");
    Console recipe =
        augment(
            "-o", folder, "--recipe", "../recipes/default.yaml", "--with", "{type: noise}", CLIP);
    assertThat(recipe.code()).isEqualTo(2);
    assertThat(written()).isEmpty();
  }
}
