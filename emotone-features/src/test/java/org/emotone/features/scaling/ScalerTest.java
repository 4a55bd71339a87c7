package org.emotone.features.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Normalisation;
import org.emotone.features.Rms;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.Test;

class ScalerTest {

  private static final List<float[]> ROWS =
      List.of(new float[] {1, 7}, new float[] {2, 7}, new float[] {3, 7}, new float[] {10, 7});

  @Test
  void standardIsByMeanAndDeviation() {
    LinearScaler scaler = LinearScaler.fit(ScalerKind.STANDARD, ROWS);
    double deviation = Math.sqrt((9 + 4 + 1 + 36) / 4.0);
    assertThat(scaler.apply(new float[] {4, 7, 10, 8}, 2))
        .containsExactly(new float[] {0, 0, (float) (6 / deviation), 1}, within(1e-6f));
  }

  @Test
  void minMaxMapsTrainingDataToZeroToOne() {
    LinearScaler scaler = LinearScaler.fit(ScalerKind.MIN_MAX, ROWS);
    assertThat(scaler.apply(new float[] {1, 7, 10, 7, 19, 7}, 3))
        .containsExactly(new float[] {0, 0, 1, 0, 2, 0}, within(1e-6f));
  }

  @Test
  void robustIsByMedianAndQuartiles() {
    LinearScaler scaler = LinearScaler.fit(ScalerKind.ROBUST, ROWS);
    // Quartiles by linear interpolation as scikit-learn's: 1.75, 2.5, 4.75.
    assertThat(scaler.apply(new float[] {2.5f, 7, 5.5f, 7}, 2))
        .containsExactly(new float[] {0, 0, 1, 0}, within(1e-6f));
  }

  @Test
  void eachSpeakerHasAScalerOfTheirOwn() {
    Map<String, LinearScaler> scalers =
        SpeakerScaling.fit(ScalerKind.STANDARD, ROWS, List.of("a", "a", "b", "b"));
    assertThat(scalers).containsOnlyKeys("a", "b");
    assertThat(Objects.requireNonNull(scalers.get("a")).apply(new float[] {2, 7}, 1))
        .containsExactly(new float[] {1, 0}, within(1e-6f));
    assertThatThrownBy(() -> SpeakerScaling.fit(ScalerKind.STANDARD, ROWS, List.of("a")))
        .hasMessageContaining("a speaker for each row, are 1 for 4 rows");
  }

  @Property(tries = 30)
  void principalComponentsKeepDistancesIfAllAreKept(@ForAll long seed) {
    List<float[]> rows = cloud(new Random(seed), 60, 5);
    PrincipalComponents all = PrincipalComponents.fit(rows, 1);
    float[] a = all.apply(rows.get(0), 1);
    float[] b = all.apply(rows.get(1), 1);
    assertThat(distance(a, b)).isCloseTo(distance(rows.get(0), rows.get(1)), within(1e-4));
    assertThat(all.shares().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(all.shares()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
  }

  @Test
  void aLineInSpaceHasOneComponent() {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(new float[] {3 * i, 4 * i, 1});
    }
    PrincipalComponents line = PrincipalComponents.fit(rows, 0.95);
    assertThat(line.outputs()).isEqualTo(1);
    assertThat(line.components().get(0).get(0)).isCloseTo(0.6, within(1e-9));
    assertThat(line.components().get(0).get(1)).isCloseTo(0.8, within(1e-9));
    assertThat(line.apply(new float[] {28.5f + 3, 38 + 4, 1}, 1)[0]).isCloseTo(5, within(1e-4f));
  }

  private static List<float[]> cloud(Random random, int count, int columns) {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = new float[columns];
      for (int c = 0; c < columns; c++) {
        row[c] = (float) (random.nextGaussian() * (c + 1));
      }
      rows.add(row);
    }
    return rows;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void aFrontEndCarriesItsScaler() {
    List<float[]> rows = List.of(new float[] {0.1f}, new float[] {0.3f});
    Scaler scaler = new ScalerChain(List.of(LinearScaler.fit(ScalerKind.STANDARD, rows)));
    FrontEnd plain = FrontEnd.of(null, null, Rms.of(400, 160, null), Normalisation.NONE, null);
    FrontEnd scaled = plain.withScaler(scaler);
    assertThat(FrontEnd.fromJson(scaled.toJson())).isEqualTo(scaled);
    Waveform clip = new Waveform(Golden.signal(2000), 16_000);
    FeatureMatrix before = plain.extract(clip);
    FeatureMatrix after = scaled.extract(clip);
    assertThat(after.get(3, 0)).isCloseTo((before.get(3, 0) - 0.2f) / 0.1f, within(1e-5f));
    assertThatThrownBy(() -> FrontEnd.SPEECH.withScaler(scaler))
        .hasMessage("scaler was fitted on 1 coefficients but the features have 64");
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> LinearScaler.fit(ScalerKind.STANDARD, List.of()))
        .hasMessageContaining("no rows");
    assertThatThrownBy(
            () -> LinearScaler.fit(ScalerKind.ROBUST, List.of(new float[] {1}, new float[] {1, 2})))
        .hasMessageContaining("row 1 has 2");
    assertThatThrownBy(() -> LinearScaler.fit(ScalerKind.MIN_MAX, List.of(new float[] {Float.NaN})))
        .hasMessageContaining("row 0 holds NaN");
    assertThatThrownBy(
            () -> LinearScaler.fit(ScalerKind.STANDARD, ROWS).apply(new float[] {1, 2, 3}, 2))
        .hasMessageContaining("fitted on 2 coefficients");
  }
}
