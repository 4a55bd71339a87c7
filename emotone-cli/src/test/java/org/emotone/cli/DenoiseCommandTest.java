package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Noise;
import org.emotone.audio.signal.SignalToDistortion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DenoiseCommandTest {

  private static final Path SHIPPED = Path.of("..", "models", "denoiser.onnx");
  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  @TempDir private Path folder = Path.of("");

  private static Console denoise(Object... arguments) {
    String[] words =
        Stream.concat(Stream.of("denoise"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new);
    return Console.run(words);
  }

  private Path noisy(double snrDb) throws IOException {
    Waveform clip = Audio.read(CLIP);
    Waveform noise = Noise.white(clip.length(), clip.sampleRate(), 3);
    Path file = folder.resolve("noisy" + (int) snrDb + ".wav");
    WavFile.write(file, Mixture.of(clip, noise, snrDb, 1).waveform());
    return file;
  }

  @Test
  void theShippedDenoiserImprovesASampleAndDrawsIt() throws IOException {
    Waveform clip = Audio.read(CLIP);
    Path out = folder.resolve("clean");
    Path five = noisy(5);
    Path zero = noisy(0);
    Console console = denoise("--model", SHIPPED, "--plot", "--out", out, five, zero);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).hasLineCount(2).contains("noisy5.wav");
    for (Path file : new Path[] {five, zero}) {
      Waveform clean = Audio.read(out.resolve(file.getFileName()));
      assertThat(SignalToDistortion.db(clip, clean))
          .as("%s", file)
          .isGreaterThan(SignalToDistortion.db(clip, Audio.read(file)) + 4);
    }
    assertThat(ImageIO.read(out.resolve("noisy0.png").toFile()).getHeight()).isEqualTo(2240);
  }

  @Test
  void channelsAndRateStayAndTheOtherNameDoesTheSame() throws IOException {
    Path stereo = folder.resolve("stereo.wav");
    Waveform left = new Waveform(Noise.pink(44_100, 44_100, 1).samples(), 44_100);
    WavFile.write(stereo, left, Noise.white(44_100, 44_100, 2));
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(denoise("--model", SHIPPED, "--out", one, stereo).code()).isZero();
    String[] other = {"audio", "denoise", "--model", SHIPPED + "", "--out", two + "", stereo + ""};
    assertThat(Console.run(other).code()).isZero();
    assertThat(one.resolve("stereo.wav")).hasSameBinaryContentAs(two.resolve("stereo.wav"));
    try (AudioStream stream = Audio.open(one.resolve("stereo.wav"), AudioLimits.DEFAULT)) {
      assertThat(stream.properties().channels()).isEqualTo(2);
      assertThat(stream.properties().sampleRate()).isEqualTo(44_100);
      assertThat(stream.properties().frames()).isEqualTo(44_100);
    }
  }

  @Test
  void wrongUseIsSaidInOneLine() throws IOException {
    assertThat(denoise().code()).isEqualTo(2);
    assertThat(denoise().err()).contains("'FILE'").hasLineCount(1);
    assertThat(denoise("--model", SHIPPED, CLIP).err()).contains("--out FOLDER is missing");
    Console both = denoise("--method", "gate", "--model", SHIPPED, "--out", folder, CLIP);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--model is for --method learned").hasLineCount(1);
    Path letter = Files.writeString(folder.resolve("letter.onnx"), "Dear Sir");
    Console no = denoise("--model", letter, "--out", folder, CLIP);
    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).contains("letter.onnx: cannot be used as a denoiser").hasLineCount(1);
    Console gone = denoise("--model", folder.resolve("gone.onnx"), "--out", folder, CLIP);
    assertThat(gone.err()).contains("gone.onnx: there is no such file").hasLineCount(1);
  }

  @Test
  void trainingSaysWhatItNeeds() throws IOException {
    Path recipe = Path.of("..", "recipes", "denoiser.yaml");
    Console none = denoise("train", recipe);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("add --corpus ravdess=FOLDER").hasLineCount(1);
    Console other = denoise("train", recipe, "--corpus", "savee=" + folder);
    assertThat(other.err()).contains("the recipe uses ravdess, cremad").hasLineCount(1);
    Console help = denoise("train", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("emotone denoise train recipes/denoiser.yaml");
  }

  @Test
  void evaluationRefusesWhatItCannotMeasure() throws IOException {
    String corpus = "ravdess=" + TinyCorpus.write(folder.resolve("clips"));
    Console one = denoise("evaluate", SHIPPED, "--corpus", corpus, "--clips", 1);
    assertThat(one.code()).isEqualTo(2);
    assertThat(one.err()).contains("--clips must be at least 2").hasLineCount(1);
    Console loud = denoise("evaluate", SHIPPED, "--corpus", corpus, "--snr", "0,99");
    assertThat(loud.code()).isEqualTo(2);
    assertThat(loud.err()).contains("--snr must be from -30 to 60 dB, was 99.0").hasLineCount(1);
    // Of the six actors the shipped denoiser has heard all but one.
    Console known = denoise("evaluate", SHIPPED, "--corpus", corpus);
    assertThat(known.code()).isEqualTo(1);
    assertThat(known.err())
        .contains("babble needs clips of at least two speakers, and 4 clips could be read")
        .hasLineCount(1);
  }

  @Test
  void evaluationCountsTheAnswersOfARecogniser() throws IOException {
    String model = UntrainedModel.write(folder.resolve("untrained.emotone")).toString();
    Path clips = TinyCorpus.write(folder.resolve("clips"));
    // Actors 11 and 20 were held out of the shipped denoiser's training.
    for (int actor : new int[] {11, 20}) {
      Path own = Files.createDirectories(clips.resolve("Actor_" + actor));
      for (String emotion : new String[] {"03", "04"}) {
        Files.copy(CLIP, own.resolve("03-01-%s-01-01-01-%02d.wav".formatted(emotion, actor)));
      }
    }
    Object[] arguments = {
      "evaluate",
      SHIPPED,
      "--recogniser",
      model,
      "--snr",
      "0",
      "--corpus",
      "ravdess=" + clips,
      "--json"
    };
    Console console = denoise(arguments);
    assertThat(console.code()).as(console.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(console.out());
    assertThat(report.at("/speakers").intValue()).isEqualTo(2);
    assertThat(report.at("/scores")).hasSize(12);
    assertThat(report.at("/scores/5/method").asText()).isEqualTo("denoiser");
    assertThat(report.at("/scores/5/siSdrGain").doubleValue()).isGreaterThan(2);
    assertThat(report.at("/scores/5/uar").isNumber()).isTrue();
    assertThat(denoise(arguments).out()).isEqualTo(console.out());
  }
}
