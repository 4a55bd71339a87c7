package org.emotone.training.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.emotone.Recognizer;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Traits;

/** Asks a recogniser, by the way that serving goes: the bundle's ONNX network, whole clips. */
public final class Judging {

  private Judging() {}

  /**
   * Judges clips, several at a time; the results are in the order of the clips.
   *
   * @param features the extracted features of a clip
   * @param truth the index of its class
   */
  static List<Judgement> judge(
      Recognizer recognizer,
      List<Utterance> clips,
      Function<Utterance, FeatureMatrix> features,
      ToIntFunction<Utterance> truth) {
    return clips.parallelStream()
        .map(
            clip ->
                new Judgement(
                    clip.name(),
                    clip.speaker(),
                    traits(clip),
                    truth.applyAsInt(clip),
                    recognizer.clipProbabilities(features.apply(clip))))
        .toList();
  }

  /** What figures are told apart by. */
  public static Traits traits(Utterance clip) {
    Sex sex = clip.sex();
    return new Traits(clip.corpus(), sex == null ? null : sex.id(), clip.intensity());
  }

  /** The same answers at another temperature: {@code p^(1/temperature)}, scaled to sum to 1. */
  static Judgement atTemperature(Judgement judgement, double temperature) {
    double[] logits = logits(judgement);
    double highest = Arrays.stream(logits).max().orElse(0);
    double[] powers =
        Arrays.stream(logits).map(logit -> Math.exp((logit - highest) / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return new Judgement(
        judgement.clip(),
        judgement.speaker(),
        judgement.traits(),
        judgement.truth(),
        Arrays.stream(powers).map(power -> power / sum).toArray());
  }

  /** Logits up to a constant: the logarithms of the probabilities. */
  static double[] logits(Judgement judgement) {
    return IntStream.range(0, judgement.probabilities().length)
        .mapToDouble(i -> Math.log(Math.max(Float.MIN_VALUE, judgement.probabilities()[i])))
        .toArray();
  }
}
