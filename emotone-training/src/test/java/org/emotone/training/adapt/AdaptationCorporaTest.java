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
import org.emotone.training.adapt.Voices.Figures;
import org.emotone.training.adapt.Voices.Heard;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.recipe.SplitChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What adapting the default model to a voice is worth: methods and their strength are chosen on the
 * ten validation speakers of its training, on whom no weight was fitted, and measured on its 22
 * test speakers. Prints the tables of docs/adaptation.md.
 */
@Tag("corpora")
class AdaptationCorporaTest {

  private static final int[] CLIPS = {1, 3, 5};
  private static final double[] STRENGTHS = {0.1, 0.3, 1, 3, 10, 30, 100};
  private static final int DRAWS = 10;

  /** Those that the default model's card names. */
  static final List<String> VALIDATION =
      List.of(
          "cremad:1018",
          "cremad:1019",
          "cremad:1026",
          "cremad:1041",
          "cremad:1052",
          "cremad:1058",
          "emodb:16",
          "ravdess:14",
          "ravdess:15",
          "savee:JK");

  /** By speaker: UAR before, gain of UAR, fall of the log-loss. */
  private record Gain(List<Double> before, List<Double> uar, List<Double> logLoss) {
    double meanUar() {
      return uar.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double meanLoss() {
      return logLoss.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  /** A way to make a change from a few clips. */
  private interface Fit {
    LayerChange of(List<AdaptationClip> clips);
  }

  @Test
  void labelledClipsOfAVoiceHelpOnItsOtherClips() throws Exception {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder).as("EMOTONE_CORPORA, the folder of the corpora").isNotNull();
    Recipe recipe = RecipeFile.read(Path.of("../recipes/default.yaml"));
    LabelScheme scheme = recipe.labels().toScheme();
    List<String> test = ((SplitChoice.Speakers) recipe.split()).test();
    try (Recognizer recognizer = Recognizer.open(Path.of("../models/default.emotone"))) {
      Map<String, List<Heard>> chosenOn =
          Voices.of(recognizer, Path.of(folder), scheme, VALIDATION);
      Map<String, List<Heard>> measuredOn = Voices.of(recognizer, Path.of(folder), scheme, test);
      for (boolean weights : new boolean[] {false, true}) {
        double best = choose(chosenOn, weights);
        for (int clips : CLIPS) {
          Gain gain = gain(measuredOn, clips, new Refit(best, weights)::fit);
          print("test", weights, best, clips, gain);
          assertThat(gain.meanUar()).isGreaterThan(clips == 1 ? -0.02 : 0);
        }
      }
      neutral(chosenOn, measuredOn);
    }
  }

  /** The strength with the smallest log-loss over all numbers of clips. */
  private static double choose(Map<String, List<Heard>> voices, boolean weights) {
    double best = STRENGTHS[0];
    double most = Double.NEGATIVE_INFINITY;
    for (double strength : STRENGTHS) {
      double sum = 0;
      for (int clips : CLIPS) {
        Gain gain = gain(voices, clips, new Refit(strength, weights)::fit);
        print("validation", weights, strength, clips, gain);
        sum += gain.meanLoss();
      }
      if (sum > most) {
        most = sum;
        best = strength;
      }
    }
    return best;
  }

  private static Gain gain(Map<String, List<Heard>> voices, int each, Fit fit) {
    Gain gain = new Gain(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Map.Entry<String, List<Heard>> voice : voices.entrySet()) {
      Random random = new Random(voice.getKey().hashCode() + each);
      double[] sums = new double[3];
      for (int draw = 0; draw < DRAWS; draw++) {
        List<Heard> drawn = Voices.draw(voice.getValue(), each, random);
        compare(voice.getValue(), drawn, fit, sums);
      }
      gain.before.add(sums[0] / DRAWS);
      gain.uar.add(sums[1] / DRAWS);
      gain.logLoss.add(sums[2] / DRAWS);
    }
    return gain;
  }

  private static void compare(List<Heard> voice, List<Heard> drawn, Fit fit, double[] sums) {
    List<Heard> others = new ArrayList<>(voice);
    others.removeAll(drawn);
    int classes = voice.get(0).clipOf().logits().length;
    Figures before =
        Voices.figures(others, new LayerChange(new double[classes][0], new double[classes]));
    Figures after = Voices.figures(others, fit.of(drawn.stream().map(Heard::clipOf).toList()));
    sums[0] += before.uar();
    sums[1] += after.uar() - before.uar();
    sums[2] += before.logLoss() - after.logLoss();
  }

  /**
   * Neutral clips alone: the logits are moved so that those of the voice's neutral clips have, in
   * part, the mean of other voices' neutral clips.
   */
  private static void neutral(
      Map<String, List<Heard>> chosenOn, Map<String, List<Heard>> measuredOn) {
    double[] reference = meanLogits(chosenOn.values().stream().flatMap(List::stream).toList());
    for (double part : new double[] {0.25, 0.5, 1}) {
      for (int clips : CLIPS) {
        for (boolean test : new boolean[] {false, true}) {
          Gain gain = neutralGain(test ? measuredOn : chosenOn, reference, part, clips);
          System.out.printf(
              Locale.ROOT,
              "%-10s neutral clips only, %.2f of the way, %d clips: UAR %s, log-loss %s%n",
              test ? "test" : "validation",
              part,
              clips,
              Voices.interval(gain.uar),
              Voices.interval(gain.logLoss));
        }
      }
    }
  }

  private static Gain neutralGain(
      Map<String, List<Heard>> voices, double[] reference, double part, int clips) {
    Gain gain = new Gain(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Map.Entry<String, List<Heard>> voice : voices.entrySet()) {
      Random random = new Random(voice.getKey().hashCode() + clips);
      double[] sums = new double[3];
      for (int draw = 0; draw < DRAWS; draw++) {
        List<Heard> neutral =
            new ArrayList<>(voice.getValue().stream().filter(Heard::neutral).toList());
        Collections.shuffle(neutral, random);
        List<Heard> drawn = neutral.subList(0, Math.min(clips, neutral.size() - 1));
        double[] own = meanLogits(drawn);
        double[] bias = new double[own.length];
        for (int i = 0; i < bias.length; i++) {
          bias[i] = part * (reference[i] - own[i]);
        }
        LayerChange change = new LayerChange(new double[bias.length][0], bias);
        compare(voice.getValue(), drawn, any -> change, sums);
      }
      gain.before.add(sums[0] / DRAWS);
      gain.uar.add(sums[1] / DRAWS);
      gain.logLoss.add(sums[2] / DRAWS);
    }
    return gain;
  }

  private static double[] meanLogits(List<Heard> clips) {
    double[] sum = new double[clips.get(0).clipOf().logits().length];
    int count = 0;
    for (Heard clip : clips) {
      if (clip.neutral()) {
        count++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += clip.clipOf().logits()[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return sum;
  }

  private static void print(String on, boolean weights, double strength, int clips, Gain gain) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %-10s strength %5.1f, %d per class: UAR before %.3f, gain %s, log-loss falls by %s%n",
        on,
        weights ? "last layer" : "bias",
        strength,
        clips,
        gain.before.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        Voices.interval(gain.uar),
        Voices.interval(gain.logLoss));
  }
}
