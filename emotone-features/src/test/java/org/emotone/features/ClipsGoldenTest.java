package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.spectral.Decibels;
import org.emotone.features.spectral.SpectralContrast;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Tuning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** librosa's answers for 52 real clips, of which statistics and sampled cells are kept. */
@Tag("corpora")
class ClipsGoldenTest {

  @TestFactory
  Stream<DynamicTest> realClipsHaveLibrosasFeatures() throws IOException {
    List<Path> files = files();
    List<DynamicTest> tests =
        StreamSupport.stream(Golden.cases("clips").spliterator(), false)
            .map(
                golden -> {
                  String name = golden.get("clip").asText();
                  return DynamicTest.dynamicTest(name, () -> compare(golden, find(files, name)));
                })
            .toList();
    assertThat(tests).hasSizeGreaterThanOrEqualTo(50);
    return tests.stream();
  }

  /**
   * The tuning is the fullest bin of a histogram; where two are level, rounding decides, and chroma
   * follow it.
   */
  @Test
  void theTuningOfNearlyAllClipsIsLibrosas() throws IOException {
    List<Path> files = files();
    int same = 0;
    for (JsonNode golden : Golden.cases("clips")) {
      Waveform clip = Audio.read(find(files, golden.get("clip").asText()));
      Spectrogram power = Stft.LIBROSA.power(clip.samples());
      double tuning = Tuning.estimate(power, clip.sampleRate(), 12);
      same += Math.abs(tuning - golden.get("tuning").asDouble()) < 1e-9 ? 1 : 0;
    }
    assertThat(same).isGreaterThanOrEqualTo(50);
  }

  private static List<Path> files() throws IOException {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException("set EMOTONE_CORPORA to the folder that holds ravdess/");
    }
    try (Stream<Path> paths = Files.walk(Path.of(folder, "ravdess"))) {
      return paths.toList();
    }
  }

  private static Path find(List<Path> files, String name) {
    return files.stream()
        .filter(path -> path.getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not in ravdess/"));
  }

  private static void compare(JsonNode golden, Path file) throws IOException {
    Waveform clip = Audio.read(file);
    assertThat(clip.length()).isEqualTo(golden.get("samples").asInt());
    JsonNode expected = golden.get("features");
    Spectrogram power = Stft.LIBROSA.power(clip.samples());
    double loudest = Arrays.stream(power.values()).max().orElseThrow();
    assertCells(power, expected.get("power"), 1e-5, 1e-12 * loudest);
    LogMel mel = mel(clip.sampleRate());
    assertFeature(mel, clip, expected.get("logMel"), 1e-6, 5e-4);
    assertFeature(Mfcc.of(mel, 40, 0.0), clip, expected.get("mfcc"), 1e-6, 5e-4);
    for (ShapeMeasure measure :
        List.of(
            ShapeMeasure.CENTROID,
            ShapeMeasure.BANDWIDTH,
            ShapeMeasure.ROLLOFF,
            ShapeMeasure.FLATNESS)) {
      JsonNode cells = expected.get(measure.name().toLowerCase(Locale.ROOT));
      assertFeature(Shapes.of(null, List.of(measure)), clip, cells, 1e-5, 1e-9);
    }
    SpectralContrast bands = new SpectralContrast(200, 5, 0.02);
    assertFeature(Contrast.of(null, bands), clip, expected.get("contrast"), 1e-5, 5e-4);
    Chroma chroma = Chroma.of(null, null, null, null, golden.get("tuning").asDouble());
    assertFeature(chroma, clip, expected.get("chroma"), 0, 1e-3);
    assertFeature(Rms.of(null, null, null), clip, expected.get("rms"), 1e-5, 1e-9);
    JsonNode crossings = expected.get("zeroCrossings");
    assertFeature(ZeroCrossings.of(null, null, null), clip, crossings, 1e-5, 1e-9);
  }

  private static LogMel mel(int rate) {
    Decibels librosa = Decibels.LIBROSA;
    return LogMel.of(
        2048.0 / rate,
        512.0 / rate,
        128,
        0.0,
        rate / 2.0,
        null,
        null,
        librosa.floorDb(),
        null,
        2048,
        librosa.reference(),
        librosa.rangeDb(),
        null);
  }

  private static void assertFeature(
      Extractor extractor, Waveform clip, JsonNode golden, double relative, double absolute) {
    assertCells(extractor.extract(clip).spectrogram(), golden, relative, absolute);
  }

  /** Cells to the tolerance of their feature; mean and deviation, which show all cells, as well. */
  private static void assertCells(
      Spectrogram actual, JsonNode golden, double relative, double absolute) {
    assertThat(actual.frames()).isEqualTo(golden.get("frames").asInt());
    assertThat(actual.bins()).isEqualTo(golden.get("width").asInt());
    for (JsonNode cell : golden.get("cells")) {
      double value = cell.get(2).asDouble();
      assertThat(actual.get(cell.get(0).asInt(), cell.get(1).asInt()))
          .isCloseTo(value, within(absolute + relative * Math.abs(value)));
    }
    double mean = Arrays.stream(actual.values()).average().orElseThrow();
    double deviation =
        Math.sqrt(
            Arrays.stream(actual.values())
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    double spread = golden.get("deviation").asDouble();
    double allowed = absolute + Math.max(relative, 1e-6) * (spread + Math.abs(mean));
    assertThat(mean).isCloseTo(golden.get("mean").asDouble(), within(allowed));
    assertThat(deviation).isCloseTo(spread, within(allowed));
  }
}
