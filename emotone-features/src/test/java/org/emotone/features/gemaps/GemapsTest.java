package org.emotone.features.gemaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Gemaps;
import org.emotone.features.Preset;
import org.emotone.features.voice.Clips;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GemapsTest {

  @Test
  void namesAndOrderAreOpensmiles() throws IOException {
    assertThat(GemapsSet.EGEMAPS_V02.names()).isEqualTo(strings(golden().get("extended")));
    assertThat(GemapsSet.GEMAPS_V01B.names()).isEqualTo(strings(golden().get("minimal")));
    for (GemapsSet set : GemapsSet.values()) {
      assertThat(set.names()).hasSize(set.size()).doesNotHaveDuplicates();
    }
  }

  @Test
  @Tag("corpora")
  void functionalsOfRealClipsFollowOpensmiles() throws IOException {
    List<String> names = GemapsSet.EGEMAPS_V02.names();
    JsonNode cases = golden().get("cases");
    double[][] theirs = new double[names.size()][cases.size()];
    double[][] ours = new double[names.size()][cases.size()];
    for (int clip = 0; clip < cases.size(); clip++) {
      Waveform waveform = Clips.read(cases.get(clip).get("clip").asText());
      float[] values = GemapsAnalysis.of(waveform).functionals(GemapsSet.EGEMAPS_V02);
      for (int i = 0; i < values.length; i++) {
        ours[i][clip] = values[i];
        theirs[i][clip] = cases.get(clip).get("values").get(i).asDouble();
      }
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.matches("loudness_.*|mfcc\\d_.*|spectralFlux_.*|equivalent.*")) {
        assertThat(medianDifference(ours[i], theirs[i])).as(name).isLessThan(0.005);
        assertThat(correlation(ours[i], theirs[i])).as(name).isGreaterThan(0.998);
      } else if (name.matches("F0.*(amean|percentile[58]0.0)|F\\d(frequency|bandwidth).*amean")) {
        assertThat(correlation(ours[i], theirs[i])).as(name).isGreaterThan(0.98);
      }
    }
  }

  @Test
  void aToneHasItsPitchInSemitones() {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * 220 * i / 16_000;
      samples[i] = (float) (0.2 * (Math.sin(phase) + Math.sin(2 * phase) + Math.sin(3 * phase)));
    }
    GemapsAnalysis analysis = GemapsAnalysis.of(new Waveform(samples, 16_000));
    float[] values = analysis.functionals(GemapsSet.EGEMAPS_V02);
    assertThat(values[0]).isCloseTo(36f, within(0.2f));
    assertThat(values[values.length - 1])
        .as("level: three sines of amplitude 0.2")
        .isCloseTo((float) (10 * Math.log10(3 * 0.02)), within(0.05f));
    assertThat(Arrays.stream(analysis.voice().jitter()).average().orElse(1)).isLessThan(0.002);
  }

  @Test
  void silenceHasNoVoice() {
    float[] values =
        GemapsAnalysis.of(new Waveform(new float[16_000], 16_000))
            .functionals(GemapsSet.EGEMAPS_V02);
    List<String> names = GemapsSet.EGEMAPS_V02.names();
    for (String name : List.of("F0semitoneFrom27.5Hz_sma3nz_amean", "jitterLocal_sma3nz_amean")) {
      assertThat(values[names.indexOf(name)]).isZero();
    }
    assertThat(values[names.indexOf("loudness_sma3_amean")]).isZero();
  }

  @Property(tries = 25)
  void clipsOfAnyLengthAndRateHaveFiniteFunctionals(
      @ForAll @IntRange(min = 1, max = 6000) int samples,
      @ForAll @IntRange(min = 8000, max = 48_000) int sampleRate) {
    float[] noise = new float[samples];
    long state = 7;
    for (int i = 0; i < samples; i++) {
      state = (state * 1103515245L + 12345) % (1L << 31);
      noise[i] = (float) ((state >> 16) / 16384.0 - 1.0) * (i % 700 < 350 ? 0.5f : 0);
    }
    GemapsAnalysis analysis = GemapsAnalysis.of(new Waveform(noise, sampleRate));
    for (GemapsSet set : GemapsSet.values()) {
      for (float value : analysis.functionals(set)) {
        assertThat(value).isFinite();
      }
    }
    float[] contours = analysis.contours();
    assertThat(contours).hasSize(25 * GemapsAnalysis.frames(samples, sampleRate));
    for (float value : contours) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void impulseSweepAndConstantHaveFiniteFunctionals() {
    float[] impulse = new float[8000];
    impulse[4000] = 1;
    float[] constant = new float[8000];
    Arrays.fill(constant, 0.5f);
    float[] sweep = new float[16_000];
    for (int i = 0; i < sweep.length; i++) {
      sweep[i] = (float) (0.5 * Math.sin(0.00007 * i * i));
    }
    for (float[] samples : List.of(impulse, constant, sweep)) {
      FeatureMatrix row = Preset.P13.frontEnd().apply(new Waveform(samples, 16_000));
      for (float value : row.values()) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void theLargeSetHasThePublishedSize() {
    FrontEnd frontEnd = Preset.P13B.frontEnd();
    float[] samples = new float[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(0.05 * i) * Math.sin(0.001 * i));
    }
    FeatureMatrix row = frontEnd.apply(new Waveform(samples, 16_000));
    assertThat(row.frames()).isEqualTo(1);
    assertThat(row.coefficients()).isEqualTo(6500).isEqualTo(frontEnd.coefficients());
    assertThat(FrontEnd.fromJson(frontEnd.toJson())).isEqualTo(frontEnd);
  }

  @Test
  void aRateThatIsTooLowIsRefused() {
    assertThatThrownBy(() -> Gemaps.of(null).extract(new Waveform(new float[100], 6000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampleRate must be from 8000 to 384000, was 6000");
  }

  private static double medianDifference(double[] ours, double[] theirs) {
    double[] differences = new double[ours.length];
    Arrays.setAll(differences, i -> Math.abs(ours[i] - theirs[i]) / Math.abs(theirs[i]));
    Arrays.sort(differences);
    return differences[differences.length / 2];
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = GemapsTest.class.getResourceAsStream("/golden/egemaps-clips.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      assertThat(root.get("opensmile").asText()).isEqualTo("2.6.0");
      return root;
    }
  }
}
