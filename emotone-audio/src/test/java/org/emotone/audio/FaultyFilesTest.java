package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotone.audio.WavFile.ascii;
import static org.emotone.audio.WavFile.join;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that are typical of a format, and what is no fault at all. */
class FaultyFilesTest {
  private final List<String> warnings = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wav-s16le.wav", "aiff-s16be.aiff", "au-s16be.au", "flac-blocks100.flac",
            "mp3-44k-joint.mp3",
        "vorbis-pages.ogg", "opus-stereo.opus", "opus.webm", "vorbis.webm", "flac.mka"
      })
  void ofACutFileTheBeginningIsReadWhenAskedFor(String name) throws IOException {
    byte[] whole = fixture(name);
    byte[] cut = Arrays.copyOf(whole, whole.length * 9 / 10);
    assertThatThrownBy(() -> Sounds.read(cut))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageEndingWith("is the download complete?");
    float[] part = tolerantly(cut).samples();
    float[] all = Sounds.read(whole).samples();
    assertThat(part.length).isBetween(1, all.length);
    assertThat(part).isEqualTo(Arrays.copyOf(all, part.length));
    assertThat(warnings).last().asString().contains(": only the first ");
  }

  @Test
  void bytesBetweenTheFramesOfAnMp3ArePassedOverWithAWarning() throws IOException {
    byte[] file = fixture("mp3-bare.mp3");
    int at = frame(file, 5);
    byte[] spoiled =
        join(Arrays.copyOf(file, at), new byte[1000], Arrays.copyOfRange(file, at, file.length));
    assertThat(tolerantly(spoiled).samples()).isEqualTo(Sounds.read(file).samples());
    assertThat(warnings)
        .containsExactly(
            "clip: MP3 has 1000 bytes that are no frame, from byte %d on, which were passed over"
                .formatted(at));
  }

  /** Where a frame begins; at 64 kbit/s and 44.1 kHz they have 208 and, if padded, 209 bytes. */
  private static int frame(byte[] file, int number) {
    int at = 0;
    for (int i = 0; i < number; i++) {
      at += 208 + ((file[at + 2] >> 1) & 1);
    }
    return at;
  }

  @Test
  void tagsAroundAnMp3AreNoFault() throws IOException {
    byte[] file = fixture("mp3-bare.mp3");
    byte[] ape = join(ascii("APETAGEX"), new byte[24], new byte[40]);
    ape[12] = 40;
    byte[] id3v1 = Arrays.copyOf(ascii("TAG"), 128);
    byte[] tagged = join(ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 0, 100}, new byte[100], file);
    assertThat(tolerantly(join(tagged, ape, id3v1)).samples())
        .isEqualTo(Sounds.read(file).samples());
    assertThat(warnings).isEmpty();
  }

  @Test
  void aTagWithoutAudioBehindItSaysSo() {
    byte[] tag = join(ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 1, 100}, new byte[20]);
    assertThatThrownBy(() -> Sounds.read(tag))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageContaining("within the tag before its audio");
  }

  @Test
  void theSumOfTheWholeFlacIsCompared() {
    byte[] file = fixture("flac-s16.flac");
    file[30] ^= 1;
    assertThatThrownBy(() -> Sounds.read(file))
        .isInstanceOf(DamagedAudioException.class)
        .hasMessageContaining("FLAC decodes to other audio than was encoded (MD5 differs)");
  }

  @Test
  void couplingThatJOrbisReadsWronglyIsRefused() {
    assertThatThrownBy(() -> Sounds.read(fixture("vorbis-surround.ogg")))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessageContaining("couples 6 channels, of which JOrbis can read 1, 2, 4 and 8");
  }

  @Test
  void aFileThatUnfoldsWithoutEndIsRefused() {
    AudioLimits limits = AudioLimits.DEFAULT.withMaxSeconds(0.05);
    for (String name : List.of("mp3-44k-vbr.mp3", "vorbis-stereo.ogg", "opus.webm", "flac.mka")) {
      assertThatThrownBy(() -> Audio.read(new ByteArrayInputStream(fixture(name)), "clip", limits))
          .as(name)
          .isInstanceOf(AudioLimitException.class);
    }
  }

  private Waveform tolerantly(byte[] file) throws IOException {
    AudioOptions options = AudioOptions.DEFAULT.toleratingFaults();
    return Audio.read(new ByteArrayInputStream(file), "clip", options, warnings::add);
  }

  private static byte[] fixture(String name) {
    return Sounds.fixture("conformance/" + name);
  }
}
