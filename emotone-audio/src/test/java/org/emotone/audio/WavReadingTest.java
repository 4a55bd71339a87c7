package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotone.audio.WavFile.ascii;
import static org.emotone.audio.WavFile.chunk;
import static org.emotone.audio.WavFile.join;
import static org.emotone.audio.WavFile.riff;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReadingTest {
  private static final WavFile RAMP = WavFile.mono(SampleFormat.S16LE, 16_000, 0, 0.25, -0.5, -1);

  @ParameterizedTest
  @EnumSource(
      value = SampleFormat.class,
      names = {"U8", "S16LE", "S24LE", "S32LE", "F32LE", "F64LE"})
  void everyFormatIsScaledToOne(SampleFormat format) throws IOException {
    Waveform read = Sounds.read(WavFile.mono(format, 22_050, 0, 0.25, -0.5, -1).bytes());
    assertThat(read.samples()).containsExactly(0, 0.25f, -0.5f, -1);
    assertThat(read.sampleRate()).isEqualTo(22_050);
  }

  @ParameterizedTest
  @EnumSource(
      value = SampleFormat.class,
      names = {"U8", "S16LE", "S24LE", "S32LE", "F32LE", "F64LE"})
  void extensibleFormatsAreRead(SampleFormat format) throws IOException {
    WavFile file = WavFile.mono(format, 48_000, 0.5, -0.25);
    byte[] bytes = riff(chunk("fmt ", file.extensibleChunk()), chunk("data", file.data()));
    assertThat(Sounds.read(bytes).samples()).containsExactly(0.5f, -0.25f);
  }

  @Test
  void channelsAreAveraged() throws IOException {
    WavFile stereo = new WavFile(SampleFormat.S16LE, 2, 8000, new double[] {0.5, 0.25, -0.5, 0.5});
    assertThat(Sounds.read(stereo.bytes()).samples()).containsExactly(0.375f, 0);
  }

  @Test
  void theStreamKeepsChannelsApart() throws IOException {
    WavFile stereo = new WavFile(SampleFormat.S16LE, 2, 8000, new double[] {0.5, 0.25, -0.5, 0.5});
    try (AudioStream stream = Sounds.open(stereo.bytes())) {
      assertThat(stream.properties()).isEqualTo(new AudioProperties("WAV", "PCM", 8000, 2, 16, 2));
      float[] block = new float[10];
      assertThat(stream.read(block, 2, 4)).isEqualTo(2);
      assertThat(block).containsExactly(0, 0, 0.5f, 0.25f, -0.5f, 0.5f, 0, 0, 0, 0);
      assertThat(stream.read(block, 0, 4)).isEqualTo(-1);
    }
  }

  @Test
  void unknownChunksOfOddLengthArePassedOver() throws IOException {
    byte[] bytes =
        riff(
            chunk("LIST", new byte[] {1, 2, 3}),
            chunk("fmt ", RAMP.formatChunk()),
            chunk("fact", new byte[4]),
            chunk("odd ", new byte[] {9}),
            chunk("data", RAMP.data()),
            chunk("LIST", ascii("not audio")));
    assertThat(Sounds.read(bytes).samples()).containsExactly(0, 0.25f, -0.5f, -1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xFFFF_FFFFL, 0x7FFF_F000L})
  void sizesThatAStreamingWriterCouldNotKnowMeanToTheEnd(long size) throws IOException {
    byte[] bytes = riff(chunk("fmt ", RAMP.formatChunk()), chunk("data", RAMP.data(), size));
    Arrays.fill(bytes, 4, 8, (byte) (size == 0 ? 0 : 0xFF));
    assertThat(Sounds.read(bytes).samples()).containsExactly(0, 0.25f, -0.5f, -1);
  }

  @Test
  void anEmptyDataChunkIsNoStream() {
    byte[] bytes =
        riff(
            chunk("fmt ", RAMP.formatChunk()),
            chunk("data", new byte[0]),
            chunk("LIST", ascii("tags")));
    assertThatThrownBy(() -> Sounds.read(bytes))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessage(
            "clip: WAV without any audio (0 frames); is the download complete? If it is, export it again");
  }

  @Test
  void aFrameThatIsCutShortByTheDataSizeIsLeftOut() throws IOException {
    byte[] bytes = riff(chunk("fmt ", RAMP.formatChunk()), chunk("data", RAMP.data(), 7));
    assertThat(Sounds.read(bytes).samples()).containsExactly(0, 0.25f, -0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7, 0x11, 0x55})
  void codedWavIsRefusedByItsKind(int tag) {
    byte[] format = RAMP.formatChunk();
    format[0] = (byte) tag;
    assertThatThrownBy(() -> Sounds.read(riff(chunk("fmt ", format), chunk("data", RAMP.data()))))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessageContaining("kind 0x%04X", tag)
        .hasMessageContaining("convert it first");
  }

  @Test
  void aHeaderThatContradictsItselfIsDamaged() {
    byte[] format = RAMP.formatChunk();
    format[12] = 3;
    assertThatThrownBy(() -> Sounds.read(riff(chunk("fmt ", format), chunk("data", RAMP.data()))))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("WAV says 3 bytes per frame, but 1 channels of 16 bits take 2");
    assertThatThrownBy(() -> Sounds.read(riff(chunk("data", RAMP.data()))))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("audio before its format");
    assertThatThrownBy(() -> Sounds.read(riff(chunk("fmt ", new byte[4]))))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("format chunk of 4 bytes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void samplesThatAreNoNumbersAreDamage(double value) {
    WavFile file = WavFile.mono(SampleFormat.F64LE, 1000, 0, 0, value);
    assertThatThrownBy(() -> Sounds.read(file.bytes()))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageMatching("clip: the sample at 0.002 s is (NaN|infinite), .*");
  }

  @Test
  void aChunkThatClaimsGigabytesTakesNone() {
    byte[] bytes = join(ascii("RIFF....WAVE"), chunk("junk", new byte[10], 0xFFFF_FFF0L));
    assertThatThrownBy(() -> Sounds.read(bytes))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageContaining("before its audio begins");
  }
}
