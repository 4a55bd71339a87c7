package org.emotone.training.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefitTest {

  /** Three classes in a space of twenty, which the logits know nothing of. */
  private static List<AdaptationClip> clips(int each, long seed) {
    Random random = new Random(seed);
    List<AdaptationClip> clips = new ArrayList<>();
    for (int i = 0; i < 3 * each; i++) {
      float[] embedding = new float[20];
      for (int j = 0; j < embedding.length; j++) {
        embedding[j] = (float) (5 + random.nextGaussian() + (j == i % 3 ? 4 : 0));
      }
      clips.add(new AdaptationClip(embedding, new double[3], i % 3));
    }
    return clips;
  }

  private static int right(List<AdaptationClip> clips, LayerChange change) {
    int right = 0;
    for (AdaptationClip clip : clips) {
      double[] logits = change.apply(clip.embedding(), clip.logits());
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      right += best == clip.label() ? 1 : 0;
    }
    return right;
  }

  @Test
  void aFewClipsTeachWhatSetsClassesApart() {
    LayerChange change = new Refit(0.1, true).fit(clips(5, 1));
    assertThat(right(clips(5, 1), change)).isEqualTo(15);
    assertThat(right(clips(100, 2), change)).isGreaterThan(270);
  }

  @Test
  void theBiasLeansToWhatIsHeardMoreOften() {
    List<AdaptationClip> clips = new ArrayList<>(clips(2, 3));
    clips.removeIf(clip -> clip.label() == 1);
    LayerChange change = new Refit(0.5, false).fit(clips);
    assertThat(change.weights()[0]).isEmpty();
    assertThat(change.bias()[0]).isPositive();
    assertThat(change.bias()[1]).isNegative();
    assertThat(change.bias()[0]).isCloseTo(change.bias()[2], within(1e-6));
  }

  @Test
  void aStrongHoldChangesLittle() {
    LayerChange weak = new Refit(0.1, true).fit(clips(3, 4));
    LayerChange strong = new Refit(1e5, true).fit(clips(3, 4));
    AdaptationClip clip = clips(1, 5).get(0);
    assertThat(strong.apply(clip.embedding(), clip.logits()))
        .containsExactly(clip.logits(), within(1e-3));
    double moved = weak.apply(clip.embedding(), clip.logits())[0];
    assertThat(Math.abs(moved)).isGreaterThan(0.5);
  }

  @Test
  void theFitIsWhereTheGradientVanishes() {
    List<AdaptationClip> clips = clips(2, 6);
    double strength = 1;
    LayerChange change = new Refit(strength, true).fit(clips);
    double[] mean = new double[20];
    clips.forEach(
        clip -> {
          for (int i = 0; i < mean.length; i++) {
            mean[i] += clip.embedding()[i] / 6;
          }
        });
    double scale = 0;
    for (AdaptationClip clip : clips) {
      for (int i = 0; i < mean.length; i++) {
        scale += Math.pow(clip.embedding()[i] - mean[i], 2) / 6;
      }
    }
    double[] gradient = new double[20];
    for (AdaptationClip clip : clips) {
      double error =
          Refit.softmax(change.apply(clip.embedding(), clip.logits()))[0]
              - (clip.label() == 0 ? 1 : 0);
      for (int i = 0; i < mean.length; i++) {
        gradient[i] += error * (clip.embedding()[i] - mean[i]);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      assertThat(gradient[i] + strength * scale * change.weights()[0][i])
          .isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Refit(0, true)).hasMessageContaining("strength");
    Refit refit = new Refit(1, true);
    assertThatThrownBy(() -> refit.fit(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new AdaptationClip(new float[0], new double[2], 2))
        .hasMessageContaining("label");
    assertThatThrownBy(() -> AdaptationMethod.of("magic")).hasMessageContaining("bias, lastLayer");
  }
}
