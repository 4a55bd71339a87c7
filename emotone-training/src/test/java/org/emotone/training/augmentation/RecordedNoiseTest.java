package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedNoiseTest {

  private static final Waveform VOICE = Sounds.voice(24_000);

  private final Path folder;

  RecordedNoiseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void write(String name, Waveform noise) throws IOException {
    WavWriter.write(folder.resolve(name), noise);
  }

  @Test
  void recordingsAreCutOrRepeatedAndReachTheirRatio() throws IOException {
    write("long.wav", Sounds.white(1, 0.05, 60_000));
    write("short.wav", Sounds.white(2, 0.01, 3000));
    for (long seed = 0; seed < 12; seed++) {
      Waveform out =
          Sounds.apply("{type: recordedNoise, folder: '" + folder + "', snrDb: 7}", VOICE, seed);
      assertThat(Sounds.snr(out, VOICE)).isCloseTo(7, within(0.1));
      assertThat(
              Sounds.apply("{type: recordedNoise, folder: '" + folder + "', snrDb: 7}", VOICE, seed)
                  .samples())
          .isEqualTo(out.samples());
    }
  }

  @Test
  void backgroundKeepsTheLevelOfItsRecording() throws IOException {
    write("hum.wav", Sounds.white(1, 0.1, 60_000));
    Waveform out =
        Sounds.apply("{type: background, folder: '" + folder + "', share: 0.1, gain: 1}", VOICE, 3);
    assertThat(Math.sqrt(Sounds.power(Sounds.difference(out, VOICE))))
        .isCloseTo(0.01, within(3e-4));
  }

  @Test
  void babbleIsMadeOfVoices() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(i + ".wav", Sounds.white(i, 0.1, 9000 + i));
    }
    Waveform out = Sounds.apply("{type: babble, folder: '" + folder + "', snrDb: 10}", VOICE, 3);
    assertThat(Sounds.snr(out, VOICE)).isCloseTo(10, within(0.1));
  }

  @Test
  void silentRecordingsChangeNothing() throws IOException {
    write("nothing.wav", new Waveform(new float[100], Sounds.RATE));
    for (String type : List.of("recordedNoise", "babble")) {
      Waveform out = Sounds.apply("{type: " + type + ", folder: '" + folder + "'}", VOICE, 3);
      assertThat(out.samples()).isEqualTo(VOICE.samples());
    }
  }

  @Test
  void folderIsTakenFromThatOfTheRecipe() throws IOException {
    Path noises = Files.createDirectory(folder.resolve("noises"));
    WavWriter.write(noises.resolve("a.wav"), Sounds.white(1, 0.1, 100));
    Chain chain =
        new Chain(
            List.of(
                Sounds.augmentation(
                    "{type: sequence, of: [{type: someOf, of: [{type: oneOf, of: [{type:"
                        + " recordedNoise, folder: noises}]}]}]}")));
    Chain placed = chain.from(folder);
    placed.check();
    assertThat(placed.toString()).contains(noises.toString());
    assertThat(Chain.words(placed.drawSound(new SplittableRandom(4)))).isNotEmpty();
  }

  @Test
  void missingOrEmptyFolderIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> Sounds.augmentation("{type: babble, folder: '" + empty + "'}").check())
        .isInstanceOf(IOException.class)
        .hasMessage(empty + ": no audio file in this folder of noise");
    assertThatThrownBy(() -> Sounds.augmentation("{type: background, folder: nowhere}").check())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "nowhere: no such folder; augmentation looks for recordings of noise there");
  }
}
