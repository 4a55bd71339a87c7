package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MfccTest {

  private static final Waveform CLIP = new Waveform(Golden.signal(8000), 16_000);

  @TestFactory
  Stream<DynamicTest> valuesAreLibrosasToFiveTenThousandths() {
    return Golden.tests("cepstra", "mfcc", MfccTest::compare);
  }

  private static void compare(JsonNode golden) {
    LogMel mel =
        LogMel.of(
            512 / 16_000.0,
            1000 / 16_000.0,
            golden.get("bands").asInt(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            80.0,
            null);
    Mfcc mfcc = Mfcc.of(mel, golden.get("coefficients").asInt(), golden.get("lifter").asDouble());
    float[] samples = Signals.named(golden.get("signal").asText(), 4000);
    FeatureMatrix matrix = mfcc.extract(new Waveform(samples, 16_000));
    assertThat(matrix.frames()).isEqualTo((int) mfcc.frames(samples.length, 16_000));
    Golden.assertClose(matrix.spectrogram().values(), golden, 1e-6, 5e-4);
  }

  @Test
  void aLouderClipDiffersInTheFirstCoefficientAlone() {
    float[] louder = new float[CLIP.length()];
    for (int i = 0; i < louder.length; i++) {
      louder[i] = CLIP.samples()[i] * 0.5f;
    }
    Mfcc mfcc = Mfcc.of(null, 13, null);
    FeatureMatrix loud = mfcc.extract(CLIP);
    FeatureMatrix soft = mfcc.extract(new Waveform(louder, 16_000));
    double step = 20 * Math.log10(0.5) * Math.sqrt(64);
    for (int frame = 0; frame < loud.frames(); frame++) {
      assertThat(soft.get(frame, 0) - loud.get(frame, 0)).isCloseTo((float) step, within(1e-3f));
      for (int n = 1; n < 13; n++) {
        assertThat(soft.get(frame, n)).isCloseTo(loud.get(frame, n), within(1e-3f));
      }
    }
  }

  @Test
  void differencesStandBehindTheCoefficientsOfTheirFrame() {
    Mfcc mfcc = Mfcc.of(null, 13, null);
    WithDeltas withDeltas = WithDeltas.of(mfcc, 2, null, null);
    FeatureMatrix plain = mfcc.extract(CLIP);
    FeatureMatrix matrix = withDeltas.extract(CLIP);
    assertThat(matrix.coefficients()).isEqualTo(withDeltas.coefficients()).isEqualTo(39);
    assertThat(matrix.get(20, 5)).isEqualTo(plain.get(20, 5));
    double slope = 0;
    for (int k = -4; k <= 4; k++) {
      slope += k * plain.get(20 + k, 5) / 60.0;
    }
    assertThat(matrix.get(20, 18)).isCloseTo((float) slope, within(1e-4f));
  }

  @Test
  void jsonNamesTheTypeAndNests() {
    String json =
        "{\"features\":{\"type\":\"withDeltas\",\"of\":{\"type\":\"mfcc\",\"coefficients\":13}}}";
    FrontEnd frontEnd = FrontEnd.fromJson(json);
    assertThat(frontEnd.features())
        .isEqualTo(WithDeltas.of(Mfcc.of(null, 13, null), null, null, null));
    assertThat(FrontEnd.fromJson(frontEnd.toJson())).isEqualTo(frontEnd);
  }

  @Test
  void moreCoefficientsThanBandsAreRefused() {
    assertThatThrownBy(() -> Mfcc.of(null, 65, null))
        .hasMessage("coefficients must be from 1 to 64, was 65");
  }
}
