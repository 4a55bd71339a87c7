package org.emotone.training.run;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
}
