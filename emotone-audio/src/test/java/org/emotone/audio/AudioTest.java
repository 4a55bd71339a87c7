package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotone.audio.WavFile.ascii;
import static org.emotone.audio.WavFile.chunk;
import static org.emotone.audio.WavFile.riff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioTest {
  private static final WavFile SECOND = WavFile.mono(SampleFormat.S16LE, 8000, new double[8000]);

  private final Path folder;

  AudioTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsRecognisedByContentAndNotByName() throws IOException {
    Path file = Files.write(folder.resolve("clip.mp3"), SECOND.bytes());
    assertThat(Audio.read(file).length()).isEqualTo(8000);
  }

  @Test
  void aFileOfKnownSizeTellsItsLength() throws IOException {
    Path file = Files.write(folder.resolve("clip.wav"), SECOND.bytes());
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      assertThat(stream.properties().frames()).isEqualTo(8000);
    }
  }

  @Test
  void aTruncatedWavSaysWhatIsMissing() throws IOException {
    byte[] bytes =
        riff(chunk("fmt ", SECOND.formatChunk()), chunk("data", new byte[512], 1_200_000));
    Path file = Files.write(folder.resolve("clip.wav"), bytes);
    String message =
        "clip.wav: WAV says 1 200 000 bytes of audio but the file ends after 512;"
            + " is the download complete?";
    assertThatThrownBy(() -> Audio.open(file, AudioLimits.DEFAULT))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessageEndingWith(message);
    assertThatThrownBy(
            () -> Audio.read(new ByteArrayInputStream(bytes), "clip.wav", AudioLimits.DEFAULT))
        .isInstanceOf(TruncatedAudioException.class)
        .hasMessage(message);
  }

  @Test
  void textNamedWavIsToldFromAudio() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.wav"), "Dear diary, today I recorded");
    assertThatThrownBy(() -> Audio.read(file))
        .isInstanceOf(NotAudioException.class)
        .hasMessageContaining("notes.wav: not an audio file but text; supported are WAV, AIFF, ");
  }

  @Test
  void anEmptyFileSaysSo() throws IOException {
    Path file = Files.write(folder.resolve("empty.wav"), new byte[0]);
    assertThatThrownBy(() -> Audio.read(file))
        .isInstanceOf(NotAudioException.class)
        .hasMessageEndingWith("empty.wav: the file is empty (0 bytes)");
  }

  @Test
  void aMissingFileAndAFolderSaySo() {
    assertThatThrownBy(() -> Audio.read(folder.resolve("gone.wav")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageEndingWith("gone.wav: no such file");
    assertThatThrownBy(() -> Audio.read(folder))
        .hasMessageEndingWith("is a folder, not an audio file");
  }

  @ParameterizedTest
  @CsvSource({
    "____ftypM4A_, M4A (AAC or ALAC in MP4)",
    "____ftypisom, MP4",
    "#!AMR_______, AMR",
    "RIFF____AVI_, AVI video",
  })
  void formatsOfTheOptionalModuleNameIt(String head, String name) {
    assertThatThrownBy(() -> Sounds.read(ascii(head.replace('_', ' '))))
        .isInstanceOf(UnsupportedAudioException.class)
        .hasMessage(
            "clip: this is %s, which the module emotone-audio-ffmpeg reads: add it to the class"
                + " path, or convert the file first",
            name);
  }

  @Test
  void aToleratedTruncationGivesWhatThereIsAndAWarning() throws IOException {
    byte[] whole = SECOND.bytes();
    Path file = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, 44 + 2 * 5000 + 1));
    List<String> warnings = new ArrayList<>();
    AudioOptions options = AudioOptions.DEFAULT.toleratingFaults();
    assertThat(Audio.read(file, options, warnings::add).length()).isEqualTo(5000);
    assertThat(warnings)
        .containsExactly(
            file
                + ": only the first 0.63 s could be read (WAV says 16 000 bytes of audio but the"
                + " file ends after 10 001; is the download complete?)");
  }

  @Test
  void faultsSayWhereTheyAre() {
    byte[] bytes = riff(chunk("fmt ", SECOND.formatChunk()), chunk("data", new byte[512], 1024));
    assertThatThrownBy(() -> Sounds.read(bytes))
        .isInstanceOfSatisfying(
            AudioException.class,
            e -> {
              assertThat(e.file()).isEqualTo("clip");
              assertThat(e.offset()).isEqualTo(44 + 512);
            });
  }

  @Test
  void samplesWithoutAHeaderAreReadAsStated() throws IOException {
    byte[] bytes = {0, 64, 0, -64, 0, 32, 0, 0};
    AudioOptions options = AudioOptions.DEFAULT.as(RawFormat.parse("s16le:8000:2"));
    Waveform read = Audio.read(new ByteArrayInputStream(bytes), "clip", options, warning -> {});
    assertThat(read.sampleRate()).isEqualTo(8000);
    assertThat(read.samples()).containsExactly(0, 0.125f);
  }

  @ParameterizedTest
  @CsvSource({
    "s16le, 'a raw format is SAMPLES:RATE or SAMPLES:RATE:CHANNELS, such as s16le:16000:1'",
    "pcm:16000, '''pcm'' is no sample format; there are u8, s8, s16le'",
    "s16le:fast, '''fast'' is no sample rate in Hz'",
    "s16le:8000:0, 'sample rate and channels must be positive, were 8000 Hz and 0'",
  })
  void aRawFormatThatCannotBeUnderstoodSaysWhy(String text, String message) {
    assertThatThrownBy(() -> RawFormat.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void whatUnfoldsToFarMoreThanItTakesIsRefused() {
    AudioLimits limits = AudioLimits.DEFAULT.withMaxExpansion(0.001);
    byte[] file = WavFile.mono(SampleFormat.U8, 384_000, new double[5_000_000]).bytes();
    assertThatThrownBy(() -> Audio.read(new ByteArrayInputStream(file), "clip", limits))
        .isInstanceOf(AudioLimitException.class)
        .hasMessageContaining("unfold to more than 0.00100000 samples each");
  }

  @ParameterizedTest
  @CsvSource({
    "15999, 9, 9, 1, 9999, larger than the limit of 15 999 bytes",
    "99999, 0.5, 9, 1, 9999, longer than the limit of 0.500000 s",
    "99999, 9, 0, 1, 9999, 'has 1 channels, the limit is 0'",
    "99999, 9, 9, 8001, 9999, 'has a sample rate of 8000 Hz, allowed are 8001 to 9999 Hz'",
    "99999, 9, 9, 1, 7999, 'has a sample rate of 8000 Hz, allowed are 1 to 7999 Hz'",
  })
  void limitsHoldForFilesAndForStreams(
      long bytes, double seconds, int channels, int minRate, int maxRate, String message)
      throws IOException {
    AudioLimits limits = new AudioLimits(bytes, seconds, channels, minRate, maxRate);
    Path file = Files.write(folder.resolve("clip.wav"), SECOND.bytes());
    assertThatThrownBy(() -> Audio.open(file, limits))
        .isInstanceOf(AudioLimitException.class)
        .hasMessageEndingWith("clip.wav: " + message);
    assertThatThrownBy(
            () -> Audio.read(new ByteArrayInputStream(SECOND.bytes()), "clip.wav", limits))
        .isInstanceOf(AudioLimitException.class)
        .hasMessage("clip.wav: " + message);
  }

  @Test
  void whatCannotBeOpenedIsClosed() {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayInputStream in =
        new ByteArrayInputStream(ascii("no audio at all")) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    assertThatThrownBy(() -> Audio.open(in, "clip", AudioLimits.DEFAULT))
        .isInstanceOf(NotAudioException.class);
    assertThat(closed).isTrue();
  }
}
