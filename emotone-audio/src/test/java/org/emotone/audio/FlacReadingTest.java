package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlacReadingTest {

  @Test
  void sixteenBitFlacIsDecodedToTheLastBit() throws IOException {
    Waveform read = Sounds.read(Sounds.fixture("mono-s16.flac"));
    Waveform tone = Sounds.sine(440, 0.5, 16_000, 8000);
    assertThat(read.sampleRate()).isEqualTo(16_000);
    assertThat(read.length()).isEqualTo(8000);
    for (int i = 0; i < 8000; i++) {
      assertThat(read.samples()[i]).isCloseTo(tone.samples()[i], within(0x1p-15));
    }
  }

  @Test
  void twentyFourBitStereoKeepsItsChannels() throws IOException {
    try (AudioStream stream = Sounds.open(Sounds.fixture("stereo-s24.flac"))) {
      assertThat(stream.properties())
          .isEqualTo(new AudioProperties("FLAC", "FLAC", 44_100, 2, 24, 4410));
      float[] block = new float[2 * 100];
      assertThat(stream.read(block, 0, 100)).isEqualTo(100);
      Waveform left = Sounds.sine(440, 0.5, 44_100, 100);
      Waveform right = Sounds.sine(660, 0.25, 44_100, 100);
      for (int i = 0; i < 100; i++) {
        assertThat(block[2 * i]).isCloseTo(left.samples()[i], within(0x1p-22));
        assertThat(block[2 * i + 1]).isCloseTo(right.samples()[i], within(0x1p-22));
      }
    }
  }

  @Test
  void aTruncatedFileSaysWhatIsMissing() {
    byte[] file = Sounds.fixture("mono-s16.flac");
    assertThatThrownBy(() -> Sounds.read(Arrays.copyOf(file, file.length - 1)))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageMatching(
            "clip: FLAC says 8 000 frames of audio but the file ends after [\\d ]+;"
                + " is the download complete\\?");
  }

  @Test
  void aFlippedBitIsNoticed() {
    byte[] file = Sounds.fixture("mono-s16.flac");
    file[file.length - 500] ^= 4;
    assertThatThrownBy(() -> Sounds.read(file)).isInstanceOf(DamagedAudioException.class);
  }

  @Test
  void theDeclaredDurationIsHeldToTheLimit() {
    AudioLimits limits = new AudioLimits(1 << 20, 0.4, 2, 8000, 48_000);
    byte[] file = Sounds.fixture("mono-s16.flac");
    assertThatThrownBy(() -> Audio.open(new ByteArrayInputStream(file), "clip", limits))
        .isInstanceOf(AudioLimitException.class);
  }

  private static org.assertj.core.data.Offset<Float> within(double offset) {
    return org.assertj.core.data.Offset.offset((float) offset);
  }
}
