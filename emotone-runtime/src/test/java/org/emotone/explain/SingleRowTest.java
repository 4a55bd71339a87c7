package org.emotone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotone.BundleException;
import org.emotone.Recognizer;
import org.emotone.TinyModels;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class SingleRowTest {

  @Test
  void aSingleRowIsExplainedCoefficientByCoefficient() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.functionals(true))) {
      int size = recognizer.model().manifest().frontEnd().coefficients();
      float[] values = new float[size];
      values[7] = 300;
      FeatureMatrix row = new FeatureMatrix(values, 1, size);
      String label = TinyModels.CLASSES.get(1);
      Relevance relevance =
          Occlusion.of(row).relevance(recognizer, row, label, Occlusion.Listener.NONE);
      assertThat(relevance.values().get(0, 7)).isPositive();
      assertThat(relevance.values().get(0, 8)).isZero();
      assertThat(relevance.overTime()).hasSize(1);
    }
  }

  @Test
  void aSingleRowThatNothingScalesIsRefused() throws BundleException {
    try (Recognizer recognizer = Recognizer.of(TinyModels.functionals(false))) {
      int size = recognizer.model().manifest().frontEnd().coefficients();
      FeatureMatrix row = new FeatureMatrix(new float[size], 1, size);
      Occlusion occlusion = Occlusion.of(row);
      assertThatThrownBy(
              () ->
                  occlusion.relevance(
                      recognizer, row, TinyModels.CLASSES.get(0), Occlusion.Listener.NONE))
          .hasMessageContaining("models with a scaler can be explained");
    }
  }
}
