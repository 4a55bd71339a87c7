package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpusReadingTest {
  private static final byte[] MONO = Sounds.fixture("mono.opus");

  @Test
  void preSkipAndPaddingAreTrimmed() throws IOException {
    Waveform read = Sounds.read(MONO);
    Waveform tone = Sounds.sine(440, 0.5, 48_000, 24_000);
    assertThat(read.sampleRate()).isEqualTo(48_000);
    assertThat(read.length()).isEqualTo(24_000);
    assertThat(Sounds.errorDb(tone.samples(), read.samples(), 4800, 19_200)).isLessThan(-15);
  }

  @Test
  void stereoKeepsItsChannels() throws IOException {
    try (AudioStream stream = Sounds.open(Sounds.fixture("stereo.opus"))) {
      assertThat(stream.properties())
          .isEqualTo(new AudioProperties("Ogg", "Opus", 48_000, 2, 0, -1));
      float[] block = new float[2 * 14_880];
      int frames = 0;
      for (int got; (got = stream.read(block, 2 * frames, Math.min(333, 14_880 - frames))) > 0; ) {
        frames += got;
        if (frames == 14_880) {
          assertThat(stream.read(new float[2], 0, 1)).isEqualTo(-1);
          break;
        }
      }
      double[] energy = new double[2];
      for (int i = 0; i < block.length; i++) {
        energy[i & 1] += block[i] * block[i] / 14_880;
      }
      assertThat(energy[0]).isCloseTo(0.125, Offset.offset(0.01));
      assertThat(energy[1]).isCloseTo(0.03125, Offset.offset(0.003));
    }
  }

  /**
   * Golden values: libopus 1.3.1 through FFmpeg 5.1 ({@code fixtures.sh}). SILK is equal to the
   * last bit; CELT is computed in floating point there and in integers by Concentus: up to 9 of 32
   * 768.
   */
  @ParameterizedTest
  @ValueSource(strings = {"mono.opus", "stereo.opus"})
  void samplesAreThoseOfLibopus(String fixture) throws IOException {
    String golden = new String(Sounds.fixture(fixture + ".txt"), StandardCharsets.US_ASCII);
    try (AudioStream stream = Sounds.open(Sounds.fixture(fixture))) {
      float[] block = new float[48_000];
      int samples = 0;
      for (int got; (got = stream.read(block, samples, 777)) > 0; ) {
        samples += got * stream.properties().channels();
      }
      List<String> lines = golden.lines().toList();
      assertThat(lines).hasSize((samples + 36) / 37);
      for (int i = 0; i < lines.size(); i++) {
        float expected = Integer.parseInt(lines.get(i)) * 0x1p-15f;
        assertThat(block[37 * i]).isCloseTo(expected, Offset.offset(12 * 0x1p-15f));
      }
    }
  }

  @Test
  void theOutputGainIsApplied() throws IOException {
    // +6.02 dB in Q7.8, at byte 16 of the header packet.
    OggFile louder = OggFile.of(MONO).patch(0, 16, (byte) 0x05, (byte) 0x06);
    float[] plain = Sounds.read(MONO).samples();
    float[] amplified = Sounds.read(louder.bytes()).samples();
    for (int i = 0; i < plain.length; i++) {
      assertThat(amplified[i]).isCloseTo(2 * plain[i], Offset.offset(2e-3f));
    }
  }

  @Test
  void aStreamThatWasJoinedLateBeginsAtItsBeginning() throws IOException {
    OggFile joined = OggFile.of(MONO).shiftGranules(480_000);
    assertThat(Sounds.read(joined.bytes()).samples()).isEqualTo(Sounds.read(MONO).samples());
  }

  @Test
  void chainedFilesAreRefused() {
    assertThatThrownBy(() -> Sounds.read(WavFile.join(MONO, MONO)))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessageContaining("Ogg holds several streams");
  }

  @Test
  void anUnknownMappingIsRefused() {
    OggFile surround = OggFile.of(MONO).patch(0, 18, (byte) 2);
    assertThatThrownBy(() -> Sounds.read(surround.bytes()))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessageContaining("mapping family 2");
  }

  @Test
  void aRecordingWithoutItsLastPageIsReadWithAWarning() throws IOException {
    OggFile file = OggFile.of(MONO);
    byte[] cut = file.without(file.pages() - 1).bytes();
    List<String> warnings = new ArrayList<>();
    Waveform read =
        Audio.read(new ByteArrayInputStream(cut), "clip", AudioOptions.DEFAULT, warnings::add);
    assertThat(read.duration()).isBetween(0.3, 0.5);
    assertThat(warnings).singleElement().asString().startsWith("clip: Ogg has no end page");
  }

  @Test
  void aFlippedBitFailsTheChecksum() {
    byte[] file = MONO.clone();
    file[file.length - 100] ^= 1;
    assertThatThrownBy(() -> Sounds.read(file))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("wrong checksum");
  }

  @Test
  void aMissingPageIsNoticed() {
    OggFile file = OggFile.of(MONO);
    assertThatThrownBy(() -> Sounds.read(file.without(file.pages() - 2).bytes()))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("lacks a page");
  }

  @Test
  void aTruncatedFileSaysSo() {
    assertThatThrownBy(() -> Sounds.read(Arrays.copyOf(MONO, MONO.length / 2)))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageContaining("is the download complete?");
  }

  @Test
  void durationIsHeldToTheLimitWhileDecoding() {
    AudioLimits limits = new AudioLimits(1 << 20, 0.4, 2, 8000, 48_000);
    assertThatThrownBy(() -> Audio.read(new ByteArrayInputStream(MONO), "clip", limits))
        .isInstanceOf(AudioLimitException.class)
        .hasMessage("clip: longer than the limit of 0.400000 s");
  }
}
