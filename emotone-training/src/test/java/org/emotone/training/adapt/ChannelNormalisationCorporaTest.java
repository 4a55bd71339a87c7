package org.emotone.training.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.emotone.Recognizer;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.adapt.Voices.Heard;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Why adapting does not touch the features: each band of a voice is given the mean, or mean and
 * deviation, that neutral clips of other voices have in it, as five neutral clips of the voice
 * tell. On validation speakers of the default model; prints the figures of docs/adaptation.md.
 */
@Tag("corpora")
class ChannelNormalisationCorporaTest {

  private static final int CLIPS = 5;

  /** Mean and deviation of each band. */
  private record Bands(double[] mean, double[] deviation) {}

  @Test
  void normalisingBandsByNeutralClipsIsNotWorthAsMuchAsLabelledClips() throws Exception {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder).as("EMOTONE_CORPORA, the folder of the corpora").isNotNull();
    Recipe recipe = RecipeFile.read(Path.of("../recipes/default.yaml"));
    LabelScheme scheme = recipe.labels().toScheme();
    try (Recognizer recognizer = Recognizer.open(Path.of("../models/default.emotone"))) {
      Map<String, List<Heard>> voices =
          Voices.of(recognizer, Path.of(folder), scheme, AdaptationCorporaTest.VALIDATION);
      Bands reference = bands(neutral(voices.values().stream().flatMap(List::stream).toList()));
      for (boolean scale : new boolean[] {false, true}) {
        List<Double> gains = new ArrayList<>();
        for (Map.Entry<String, List<Heard>> voice : voices.entrySet()) {
          Random random = new Random(voice.getKey().hashCode());
          gains.add(gain(recognizer, voice.getValue(), reference, scale, random));
        }
        System.out.printf(
            Locale.ROOT,
            "bands given other voices' %s: UAR %s%n",
            scale ? "mean and deviation" : "mean",
            Voices.interval(gains));
        double mean = gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isLessThan(0.02);
      }
    }
  }

  private static List<Heard> neutral(List<Heard> clips) {
    return new ArrayList<>(clips.stream().filter(Heard::neutral).toList());
  }

  private static double gain(
      Recognizer recognizer, List<Heard> voice, Bands reference, boolean scale, Random random) {
    List<Heard> neutral = neutral(voice);
    Collections.shuffle(neutral, random);
    List<Heard> drawn = neutral.subList(0, Math.min(CLIPS, neutral.size() - 1));
    Bands own = bands(drawn);
    List<Heard> others = new ArrayList<>(voice);
    others.removeAll(drawn);
    List<Heard> changed = new ArrayList<>();
    for (Heard one : others) {
      FeatureMatrix features = normalised(one.features(), own, reference, scale);
      changed.add(new Heard(one.clip(), features, Voices.heard(recognizer, features, one.label())));
    }
    int classes = voice.get(0).clipOf().logits().length;
    LayerChange none = new LayerChange(new double[classes][0], new double[classes]);
    return Voices.figures(changed, none).uar() - Voices.figures(others, none).uar();
  }

  private static FeatureMatrix normalised(
      FeatureMatrix features, Bands own, Bands reference, boolean scale) {
    float[] values = features.values().clone();
    for (int i = 0; i < values.length; i++) {
      int band = i % features.coefficients();
      double factor = scale ? reference.deviation[band] / own.deviation[band] : 1;
      values[i] = (float) (reference.mean[band] + factor * (values[i] - own.mean[band]));
    }
    return new FeatureMatrix(values, features.frames(), features.coefficients());
  }

  private static Bands bands(List<Heard> clips) {
    int bands = clips.get(0).features().coefficients();
    double[] sums = new double[bands];
    double[] squares = new double[bands];
    long frames = 0;
    for (Heard clip : clips) {
      float[] values = clip.features().values();
      frames += clip.features().frames();
      for (int i = 0; i < values.length; i++) {
        sums[i % bands] += values[i];
        squares[i % bands] += (double) values[i] * values[i];
      }
    }
    for (int band = 0; band < bands; band++) {
      sums[band] /= frames;
      squares[band] = Math.sqrt(Math.max(1e-6, squares[band] / frames - sums[band] * sums[band]));
    }
    return new Bands(sums, squares);
  }
}
