package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PresetTest {

  /** Rows and columns of 4 s; −1 where the number of rows depends on the clip. */
  private static final Map<Preset, int[]> SHAPES =
      Map.ofEntries(
          Map.entry(Preset.P1, new int[] {1, 40}),
          Map.entry(Preset.P2, new int[] {1, 128}),
          Map.entry(Preset.P3, new int[] {1, 162}),
          Map.entry(Preset.P4, new int[] {1, 180}),
          Map.entry(Preset.P5, new int[] {1, 193}),
          Map.entry(Preset.P6, new int[] {216, 1}),
          Map.entry(Preset.P7, new int[] {259, 1}),
          Map.entry(Preset.P8, new int[] {339, 15}),
          Map.entry(Preset.P8B, new int[] {352, 15}),
          Map.entry(Preset.P9, new int[] {282, 40}),
          Map.entry(Preset.P10, new int[] {-1, 128}),
          Map.entry(Preset.P11, new int[] {-1, 46}),
          Map.entry(Preset.P12, new int[] {1, 153}));

  /** Of how many frames the golden values hold one. */
  private static final Map<Preset, Integer> STEPS =
      Map.of(
          Preset.P6,
          10,
          Preset.P7,
          10,
          Preset.P8,
          20,
          Preset.P9,
          30,
          Preset.P10,
          40,
          Preset.P11,
          6);

  @TestFactory
  Stream<DynamicTest> shapesAreThePublishedOnes() {
    return Arrays.stream(Preset.values())
        .filter(SHAPES::containsKey)
        .map(preset -> DynamicTest.dynamicTest(preset.id(), () -> assertShape(preset)));
  }

  private static void assertShape(Preset preset) {
    FrontEnd frontEnd = preset.frontEnd();
    int rate = frontEnd.sampleRate();
    int[] shape = Objects.requireNonNull(SHAPES.get(preset));
    for (int samples : new int[] {rate / 100, 4 * rate}) {
      FeatureMatrix matrix = frontEnd.apply(new Waveform(Golden.signal(samples), rate));
      assertThat(matrix.coefficients()).isEqualTo(shape[1]).isEqualTo(frontEnd.coefficients());
      if (shape[0] > 0) {
        assertThat(matrix.frames()).isEqualTo(shape[0]);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> vectorsAreWhatThePublishedCodeComputes() {
    return Stream.of(Preset.P4, Preset.P5, Preset.P8, Preset.P9, Preset.P10, Preset.P11, Preset.P12)
        .flatMap(preset -> Golden.tests("presets", preset.id(), golden -> compare(preset, golden)));
  }

  /** Of 2 s, or of 1 s at 48 kHz; neither trimmed nor cut, which publications do by themselves. */
  private static void compare(Preset preset, JsonNode golden) {
    FrontEnd frontEnd = preset.frontEnd();
    int rate = frontEnd.sampleRate();
    Waveform clip = new Waveform(Golden.signal(rate == 48_000 ? rate : 2 * rate), rate);
    assertClose(preset, frontEnd.features().extract(clip), golden);
  }

  @TestFactory
  Stream<DynamicTest> cutVectorsAreWhatThePublishedCodeComputes() {
    return Stream.of(Preset.P1, Preset.P2, Preset.P3, Preset.P6, Preset.P7)
        .flatMap(
            preset -> Golden.tests("presets", preset.id(), golden -> compareCut(preset, golden)));
  }

  private static void compareCut(Preset preset, JsonNode golden) {
    FrontEnd frontEnd = preset.frontEnd();
    int rate = frontEnd.sampleRate();
    assertClose(preset, frontEnd.apply(new Waveform(Golden.signal(4 * rate), rate)), golden);
  }

  private static void assertClose(Preset preset, FeatureMatrix matrix, JsonNode golden) {
    double[] some = new double[golden.get("values").size()];
    int step = STEPS.getOrDefault(preset, 1);
    for (int i = 0; i < some.length; i++) {
      some[i] = matrix.get(step * (i / matrix.coefficients()), i % matrix.coefficients());
    }
    // Chroma and tonnetz are held to a thousandth, all else to far less.
    Golden.assertClose(some, golden, 1e-5, 1e-3);
  }

  @Test
  void jsonCanNameAPresetAndChangeIt() {
    assertThat(FrontEnd.fromJson("{\"preset\":\"p9\"}")).isEqualTo(Preset.P9.frontEnd());
    FrontEnd changed = FrontEnd.fromJson("{\"preset\":\"p9\",\"normalisation\":\"perBand\"}");
    assertThat(changed.features()).isEqualTo(Preset.P9.frontEnd().features());
    assertThat(changed.normalisation()).isEqualTo(Normalisation.PER_BAND);
    assertThat(FrontEnd.fromJson(changed.toJson())).isEqualTo(changed);
  }

  @Test
  void anUnknownPresetNamesThoseThatExist() {
    assertThat(Preset.byId("p5")).isEqualTo(Preset.P5);
    assertThatThrownBy(() -> Preset.byId("p99"))
        .hasMessageContaining("preset \"p99\" is unknown; allowed are p1, p2, p3");
    assertThatThrownBy(() -> FrontEnd.fromJson("{\"preset\":\"p99\"}"))
        .hasMessageContaining("preset: \"p99\" is unknown; allowed are p1, p10");
  }
}
