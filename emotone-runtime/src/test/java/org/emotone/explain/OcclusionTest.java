package org.emotone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.emotone.BundleException;
import org.emotone.Recognizer;
import org.emotone.TinyModels;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class OcclusionTest {

  /** The network takes the mean over frames, so only what differs from the clip's mean matters. */
  private static FeatureMatrix bump(int frames, int band) {
    float[] values = new float[frames * TinyModels.BANDS];
    for (int frame = frames / 2; frame < frames / 2 + 10; frame++) {
      values[frame * TinyModels.BANDS + band] = 400;
    }
    return new FeatureMatrix(values, frames, TinyModels.BANDS);
  }

  @Test
  void whatTheAnswerRestsOnIsFoundInTimeAndFrequency() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.bundle())) {
      int band = 3;
      FeatureMatrix features = bump(80, band);
      String label = best(recognizer, features);
      Relevance relevance =
          new Occlusion(10, 1).relevance(recognizer, features, label, Occlusion.Listener.NONE);
      int[] time = Relevance.peak(relevance.overTime());
      assertThat(time[0]).isBetween(34, 42);
      assertThat(time[1]).isBetween(47, 56);
      assertThat(Relevance.peak(relevance.overCoefficients())).containsExactly(band, band);
      assertThat(relevance.most(0.05)[45 * TinyModels.BANDS + band]).isTrue();
      assertThat(relevance.largest()).isPositive();
    }
  }

  private static String best(Recognizer recognizer, FeatureMatrix features) {
    double[] probabilities = recognizer.clipProbabilities(features);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return TinyModels.CLASSES.get(best);
  }

  @Test
  void clipsOfSeveralWindowsAreExplainedAsAWhole() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.bundle())) {
      FeatureMatrix features = bump(260, 2);
      String label = best(recognizer, features);
      Relevance relevance =
          Occlusion.of(features).relevance(recognizer, features, label, Occlusion.Listener.NONE);
      double whole = recognizer.clipProbabilities(features)[TinyModels.CLASSES.indexOf(label)];
      assertThat(relevance.probability()).isCloseTo(whole, within(1e-6));
      assertThat(Relevance.peak(relevance.overTime())[0]).isBetween(90, 135);
    }
  }

  @Test
  void aPatchOverEverythingIsTheFallToTheBackground() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.bundle())) {
      Random random = new Random(7);
      float[] values = new float[30 * TinyModels.BANDS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      FeatureMatrix features = new FeatureMatrix(values, 30, TinyModels.BANDS);
      boolean[] all = new boolean[values.length];
      Arrays.fill(all, true);
      String label = TinyModels.CLASSES.get(0);
      double without = Occlusion.probabilityWithout(recognizer, features, label, all);
      Relevance relevance =
          new Occlusion(30, TinyModels.BANDS)
              .relevance(recognizer, features, label, Occlusion.Listener.NONE);
      assertThat((double) relevance.values().get(0, 0))
          .isCloseTo(Math.log(relevance.probability() / without), within(1e-5));
    }
  }

  @Test
  void shareOfCellsIsAsAskedAndMostAndLeastDiffer() {
    float[] values = {3, -1, 2, 0, 5, 1, -4, 0.5f, 7, 6};
    Relevance relevance = new Relevance("sad", 0.5, new FeatureMatrix(values, 5, 2));
    assertThat(relevance.most(0.2))
        .containsExactly(false, false, false, false, false, false, false, false, true, true);
    assertThat(relevance.least(0.2))
        .containsExactly(false, true, false, false, false, false, true, false, false, false);
    assertThatThrownBy(() -> relevance.most(2)).hasMessageContaining("share");
  }

  @Test
  void aClassThatIsNotThereIsNamed() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.bundle())) {
      FeatureMatrix features = bump(40, 1);
      Occlusion occlusion = Occlusion.of(features);
      assertThatThrownBy(
              () -> occlusion.relevance(recognizer, features, "bored", Occlusion.Listener.NONE))
          .hasMessageContaining("no class 'bored'");
    }
    assertThatThrownBy(() -> new Occlusion(0, 1)).hasMessageContaining("at least 1");
  }

  @Test
  void aLongClipIsRefusedAndAShortOneIsExplainedInSentences() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.bundle())) {
      Explainer explainer = new Explainer(recognizer);
      assertThatThrownBy(
              () ->
                  explainer.explain(
                      new Waveform(new float[16_000 * 31], 16_000),
                      "happy",
                      Occlusion.Listener.NONE))
          .hasMessageContaining("up to 30 s");
      float[] hum = new float[16_000];
      for (int i = 0; i < hum.length; i++) {
        double time = i / 16_000.0;
        hum[i] = (float) (0.2 * Math.sin(2 * Math.PI * 100 * time) * Math.sin(Math.PI * time));
      }
      int[] heard = new int[1];
      Explanation explanation =
          explainer.explain(
              new Waveform(hum, 16_000), "happy", (done, all) -> heard[0] = 100 * done / all);
      assertThat(heard[0]).isEqualTo(100);
      assertThat(explanation.regions()).startsWith("the answer happy rests most on").contains("Hz");
      assertThat(explanation.axes().hz()).hasSize(TinyModels.BANDS);
      assertThat(explanation.cues()).isNotBlank();
    }
  }
}
