package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MelFilterBankTest {

  @TestFactory
  Iterable<DynamicTest> filtersAreLibrosasToAMillionth() {
    return () ->
        StreamSupport.stream(Golden.cases("mel-filters").spliterator(), false)
            .map(c -> DynamicTest.dynamicTest(c.get("n_mels") + " bands", () -> compare(c)))
            .iterator();
  }

  private static void compare(JsonNode golden) {
    MelFilterBank bank =
        new MelFilterBank(
            golden.get("sr").asInt(),
            golden.get("n_fft").asInt(),
            golden.get("n_mels").asInt(),
            golden.get("fmin").asDouble(),
            golden.get("fmax").asDouble(),
            golden.get("htk").asBoolean() ? MelScale.HTK : MelScale.SLANEY,
            golden.get("norm").isNull() ? MelNorm.NONE : MelNorm.AREA);
    double[] bandSums = new double[bank.bands()];
    double[] binSums = new double[bank.bins()];
    for (int band = 0; band < bank.bands(); band++) {
      for (int bin = 0; bin < bank.bins(); bin++) {
        bandSums[band] += bank.weight(band, bin);
        binSums[bin] += bank.weight(band, bin);
      }
    }
    assertThat(bandSums).containsExactly(Golden.doubles(golden.get("bandSums")), within(1e-6));
    assertThat(binSums).containsExactly(Golden.doubles(golden.get("binSums")), within(1e-6));
    for (int i = 0; i < golden.get("everySeventh").size(); i++) {
      int index = golden.get("everySeventhIndex").get(i).asInt();
      assertThat(bank.weight(index / bank.bins(), index % bank.bins()))
          .isCloseTo(golden.get("everySeventh").get(i).asDouble(), within(1e-6));
    }
  }

  @Property
  void applyingIsTheFullMatrixProduct(@ForAll @DoubleRange(min = 0, max = 1) double power) {
    MelFilterBank bank = new MelFilterBank(16_000, 512, 40, 0, 8000, MelScale.SLANEY, MelNorm.NONE);
    double[] spectrum = new double[bank.bins()];
    for (int bin = 0; bin < spectrum.length; bin++) {
      spectrum[bin] = power * (bin % 7);
    }
    for (int band = 0; band < bank.bands(); band++) {
      double sum = 0;
      for (int bin = 0; bin < spectrum.length; bin++) {
        sum += bank.weight(band, bin) * spectrum[bin];
      }
      assertThat(bank.apply(band, spectrum)).isCloseTo(sum, within(1e-12));
    }
  }

  @Property
  void bothScalesInvert(@ForAll @DoubleRange(min = 0, max = 24_000) double hz) {
    for (MelScale scale : MelScale.values()) {
      assertThat(scale.toHz(scale.toMel(hz))).isCloseTo(hz, within(1e-6));
    }
  }
}
