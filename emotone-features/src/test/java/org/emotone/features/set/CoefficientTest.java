package org.emotone.features.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.features.Concatenated;
import org.emotone.features.Extractor;
import org.emotone.features.Pooled;
import org.emotone.features.Preset;
import org.emotone.features.Rms;
import org.emotone.features.WithDeltas;
import org.emotone.features.ZeroCrossings;
import org.emotone.features.functional.Functional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoefficientTest {

  private static Map<String, Integer> groups(Extractor extractor) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    Coefficient.of(extractor).forEach(c -> groups.merge(c.group(), 1, Integer::sum));
    return groups;
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyColumnOfEveryPresetHasAName(Preset preset) {
    Extractor extractor = preset.frontEnd().features();
    assertThat(Coefficient.of(extractor)).hasSize(extractor.coefficients());
  }

  @Test
  void the193MeansAreOfFiveGroupsInTheirOrder() {
    Map<String, Integer> groups = groups(Preset.P5.frontEnd().features());
    assertThat(groups.toString())
        .isEqualTo("{mfcc=40, chroma=12, melPower=128, contrast=7, tonnetz=6}");
  }

  @Test
  void functionalsNameTheFirstOfAllColumnsAndThenTheSecondOfAll() {
    Extractor both =
        new Concatenated(List.of(Rms.of(null, null, null), ZeroCrossings.of(null, null, null)));
    Extractor pooled = new Pooled(both, List.of(Functional.MEAN, Functional.MAXIMUM));
    assertThat(Coefficient.of(pooled))
        .extracting(Coefficient::name)
        .containsExactly("rms_mean", "zeroCrossings_mean", "rms_maximum", "zeroCrossings_maximum");
    assertThat(groups(pooled)).containsEntry("rms", 2).containsEntry("zeroCrossings", 2);
  }

  @Test
  void differencesAreGroupsOfTheirOwn() {
    Extractor deltas = WithDeltas.of(Rms.of(null, null, null), 2, null, null);
    assertThat(Coefficient.of(deltas))
        .containsExactly(
            new Coefficient("rms", "rms"),
            new Coefficient("rms_delta", "rms delta"),
            new Coefficient("rms_delta2", "rms delta2"));
  }

  @Test
  void functionalsOfEgemapsAreGroupedByTheirDescriptor() {
    Map<String, Integer> groups = groups(Preset.P13.frontEnd().features());
    // mfcc1 to mfcc4, of all frames and of voiced ones, mean and variation of each.
    assertThat(groups)
        .containsEntry("mfcc", 16)
        .containsEntry("loudness", 10)
        .containsEntry("F0semitoneFrom27.5Hz", 10)
        .containsEntry("F1frequency", 2)
        .containsEntry("equivalentSoundLevel", 1);
  }
}
