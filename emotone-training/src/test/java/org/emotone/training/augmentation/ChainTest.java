package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static Chain chain(String... steps) {
    return new Chain(List.of(steps).stream().map(Sounds::augmentation).toList());
  }

  /** How often each combination is drawn, in a thousand. */
  private static Map<String, Integer> drawn(Chain chain) {
    Map<String, Integer> counts = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      counts.merge(Chain.words(chain.drawSound(random)), 1, Integer::sum);
    }
    return counts;
  }

  @Property(tries = 20)
  void stepIsDoneWithItsProbability(@ForAll @DoubleRange(min = 0, max = 1) double p) {
    int done = drawn(chain("{type: polarity, p: " + p + "}")).getOrDefault("turned over", 0);
    assertThat(done / 1000.0).isCloseTo(p, within(0.07));
  }

  @Test
  void stepsAreDoneInTheirOrder() {
    Chain chain =
        chain("{type: gain, db: 3}", "{type: polarity, p: 1}", "{type: speed, factor: 2}");
    List<Effect> effects = chain.drawSound(new SplittableRandom(1));
    assertThat(Chain.words(effects)).isEqualTo("gain +3.0 dB, turned over, speed 2.00");
    Waveform clip = Sounds.voice(1000);
    assertThat(Chain.apply(clip, effects).length()).isEqualTo(500);
    assertThat(Chain.apply(clip, List.of())).isSameAs(clip);
    assertThat(Chain.words(List.of())).isEqualTo("unchanged");
  }

  @Test
  void oneOfTakesOneByItsWeight() {
    Map<String, Integer> counts =
        drawn(
            chain(
                "{type: oneOf, weights: [3, 1], of: [{type: gain, db: 1}, {type: gain, db: 2}]}"));
    assertThat(counts).containsOnlyKeys("gain +1.0 dB", "gain +2.0 dB");
    assertThat(counts.get("gain +1.0 dB")).isBetween(690, 810);
    assertThat(
            drawn(chain("{type: oneOf, of: [{type: gain, db: 1}, {type: gain, db: 2}]}"))
                .get("gain +1.0 dB"))
        .isBetween(430, 570);
  }

  @Test
  void someOfTakesAnyNumberInBetweenAlikeAndKeepsTheOrder() {
    String of = "of: [{type: gain, db: 1}, {type: gain, db: 2}, {type: gain, db: 3}]}";
    Map<String, Integer> counts = drawn(chain("{type: someOf, atLeast: 1, atMost: 2, " + of));
    assertThat(counts)
        .containsOnlyKeys(
            "gain +1.0 dB",
            "gain +2.0 dB",
            "gain +3.0 dB",
            "gain +1.0 dB, gain +2.0 dB",
            "gain +1.0 dB, gain +3.0 dB",
            "gain +2.0 dB, gain +3.0 dB");
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(120, 215));
  }

  @Test
  void sequencesGoTogetherAndMayBeNested() {
    Chain chain =
        chain(
            "{type: oneOf, of: [{type: sequence, of: [{type: gain, db: 1}, {type: gain, db: 2}]},"
                + " {type: sequence, p: 0, of: [{type: gain, db: 3}]}]}");
    assertThat(drawn(chain)).containsOnlyKeys("gain +1.0 dB, gain +2.0 dB", "unchanged");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> chain("{type: oneOf, of: []}"))
        .hasMessageContaining("of must hold at least one augmentation");
    assertThatThrownBy(() -> chain("{type: oneOf, of: [{type: noise}], weights: [1, 2]}"))
        .hasMessageContaining("weights must be as many as augmentations, 1, were 2");
    assertThatThrownBy(() -> chain("{type: someOf, of: [{type: noise}], atMost: 2}"))
        .hasMessageContaining("atLeast and atMost must be numbers of augmentations out of 1");
  }
}
