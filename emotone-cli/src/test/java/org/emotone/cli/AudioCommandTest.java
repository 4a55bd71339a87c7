package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Loudness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AudioCommandTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path CLIP = SAMPLES.resolve("sad-woman.wav");

  @TempDir private Path folder = Path.of("");

  private static Console audio(Object... arguments) {
    String[] words =
        Stream.concat(Stream.of("audio"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new);
    return Console.run(words);
  }

  @Test
  void infoSaysWhatARecordingIs() throws IOException {
    Console text = audio("info", CLIP);
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("WAV PCM 16 bit, 3.15 s, loudness -29", "16 kHz, mono, peak");
    JsonNode clips = new ObjectMapper().readTree(audio("info", "--json", SAMPLES).out());
    assertThat(clips).hasSize(7);
    assertThat(clips.get(0).get("quality").get("sampleRate").intValue()).isEqualTo(16_000);
  }

  @Test
  void convertChangesRateLevelAndEncodingAndKeepsChannels() throws IOException {
    Path stereo = folder.resolve("stereo.wav");
    Waveform voice = Audio.read(CLIP);
    WavFile.write(stereo, voice, Level.gain(voice, -6));
    Path out = folder.resolve("out");
    Console console =
        audio(
            "convert",
            "--rate",
            22_050,
            "--loudness",
            -20,
            "--encoding",
            "f32",
            "--out",
            out,
            stereo);
    assertThat(console.err()).isEmpty();
    try (AudioStream stream = Audio.open(out.resolve("stereo.wav"), AudioLimits.DEFAULT)) {
      assertThat(stream.properties().channels()).isEqualTo(2);
      assertThat(stream.properties().sampleRate()).isEqualTo(22_050);
      assertThat(stream.properties().codec()).isEqualTo("IEEE float");
      int frames = (int) stream.properties().frames();
      assertThat(frames / 22_050.0).isCloseTo(voice.duration(), within(0.001));
      float[] all = new float[2 * frames];
      int got = 0;
      for (int more;
          (more = stream.read(all, 2 * got, Math.max(1, frames - got))) > 0
              && got + more < frames; ) {
        got += more;
      }
      Loudness loudness = new Loudness(22_050, 2);
      loudness.add(all, frames);
      assertThat(loudness.integrated()).isCloseTo(-20, within(0.3));
    }
  }

  @Test
  void aPartIsTakenToTheSample() throws IOException {
    Path out = folder.resolve("out");
    audio("convert", "--offset", 1, "--duration", 0.5, "--out", out, CLIP);
    float[] part = Audio.read(out.resolve("sad-woman.wav")).samples();
    float[] whole = Audio.read(CLIP).samples();
    assertThat(part).hasSize(8000);
    for (int i = 0; i < part.length; i++) {
      assertThat(part[i]).isEqualTo(whole[16_000 + i]);
    }
    Console beyond = audio("convert", "--offset", 60, "--out", out.resolve("b"), CLIP);
    assertThat(beyond.code()).isEqualTo(1);
    assertThat(beyond.err()).contains("ends before 60.0 s");
  }

  @Test
  void nothingIsReplacedUnlessForced() throws IOException {
    Path out = folder.resolve("out");
    assertThat(audio("convert", "--out", out, CLIP).code()).isZero();
    Console again = audio("convert", "--out", out, CLIP);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is already there; --force replaces it");
    assertThat(audio("convert", "--force", "--out", out, CLIP).code()).isZero();
    Path source = Files.copy(CLIP, folder.resolve("a.wav"));
    Console itself = audio("convert", "--force", "--out", folder, source);
    assertThat(itself.err()).contains("would replace the recording itself");
    assertThat(Audio.read(source).length()).isEqualTo(Audio.read(CLIP).length());
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void foldersKeepTheirLayoutAndPatternsAreResolved() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("in/deep"));
    Files.copy(CLIP, inner.resolve("a.wav"));
    Files.copy(CLIP, folder.resolve("in/b.wav"));
    Path out = folder.resolve("out");
    assertThat(audio("convert", "--out", out, folder.resolve("in")).code()).isZero();
    assertThat(out.resolve("deep/a.wav")).exists();
    assertThat(out.resolve("b.wav")).exists();
    Path other = folder.resolve("other");
    assertThat(audio("convert", "--out", other, folder + "/in/**.wav").code()).isZero();
    assertThat(other.resolve("a.wav")).exists();
    Console none = audio("convert", "--out", other, folder + "/in/*.flac");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no file matches this pattern");
  }

  @Test
  void trimKeepsWhatLibrosaKeeps() throws IOException {
    float[] samples = new float[32_000];
    System.arraycopy(Audio.read(CLIP).samples(), 8000, samples, 10_000, 12_000);
    Path clip = folder.resolve("padded.wav");
    WavFile.write(clip, new Waveform(samples, 16_000));
    Console told = audio("trim", "--top-db", 30, clip);
    assertThat(told.out()).containsPattern("padded.wav  0\\.\\d\\d s to 1\\.\\d\\d s of 2\\.00 s");
    Path out = folder.resolve("out");
    assertThat(audio("trim", "--top-db", 30, "--out", out, clip).code()).isZero();
    assertThat(Audio.read(out.resolve("padded.wav")).duration()).isBetween(0.5, 1.0);
  }

  @Test
  void splitWritesEveryStretchOfSpeech() throws IOException {
    float[] voice = Audio.read(CLIP).samples();
    float[] twice = new float[2 * voice.length + 32_000];
    System.arraycopy(voice, 0, twice, 0, voice.length);
    System.arraycopy(voice, 0, twice, voice.length + 32_000, voice.length);
    Path clip = folder.resolve("twice.wav");
    WavFile.write(clip, new Waveform(twice, 16_000));
    Path out = folder.resolve("out");
    Console console = audio("split", "--speech", "--plot", "--out", out, clip);
    assertThat(console.err()).isEmpty();
    List<String> lines = console.out().lines().toList();
    assertThat(lines.size()).isBetween(2, 6);
    for (int i = 1; i <= lines.size(); i++) {
      assertThat(out.resolve("twice-%03d.wav".formatted(i))).exists();
    }
    assertThat(ImageIO.read(out.resolve("twice.png").toFile()).getWidth()).isEqualTo(2000);
  }

  @Test
  void noiseIsMixedAndTakenOut() throws IOException {
    Path noisy = folder.resolve("noisy");
    Console mixed = audio("mix", "--noise", "white", "--snr", 5, "--seed", 3, "--out", noisy, CLIP);
    assertThat(mixed.code()).isZero();
    Level before = Level.of(Audio.read(CLIP));
    Level after = Level.of(Audio.read(noisy.resolve("sad-woman.wav")));
    assertThat(after.rmsDb() - before.rmsDb())
        .isCloseTo(10 * Math.log10(1 + Math.pow(10, -0.5)), within(0.1));
    Path clean = folder.resolve("clean");
    assertThat(audio("denoise", "--method", "wiener", "--out", clean, noisy).code()).isZero();
    Level reduced = Level.of(Audio.read(clean.resolve("sad-woman.wav")));
    assertThat(reduced.rmsDb()).isLessThan(after.rmsDb());
    assertThat(
            audio("mix", "--noise", SAMPLES, "--snr", 0, "--out", folder.resolve("b"), CLIP).code())
        .isZero();
  }

  @Test
  void wrongUseIsSaidInOneLine() {
    assertThat(audio("convert", CLIP).err()).contains("--out FOLDER is missing");
    assertThat(audio("info", "--plot", CLIP).err()).contains("--plot needs --out FOLDER");
    assertThat(audio("convert", "--rate", 5, "--out", folder, CLIP).code()).isEqualTo(2);
    assertThat(audio("trim", "--top-db", -1, CLIP).code()).isEqualTo(2);
    assertThat(audio().code()).isEqualTo(2);
    Console missing = audio("mix", "--noise", "nothere.wav", "--snr", 1, "--out", folder, CLIP);
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("nothere.wav: there is no such file");
  }

  @Test
  void whatCannotBeReadDoesNotStopTheOthers() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.wav"), "Dear Sir");
    Path out = folder.resolve("out");
    Console console = audio("convert", "--out", out, letter, CLIP);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("letter.wav: not an audio file").hasLineCount(1);
    assertThat(out.resolve("sad-woman.wav")).exists();
    assertThat(out.resolve("letter.wav")).doesNotExist();
  }
}
