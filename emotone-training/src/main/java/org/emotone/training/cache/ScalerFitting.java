package org.emotone.training.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.scaling.LinearScaler;
import org.emotone.features.scaling.PrincipalComponents;
import org.emotone.features.scaling.Scaler;
import org.emotone.features.scaling.ScalerChain;
import org.emotone.features.scaling.ScalerKind;
import org.emotone.features.scaling.SpeakerScaling;
import org.jspecify.annotations.Nullable;

/** Fits what scales features, on the clips of a {@link TrainingSet} and so on no others. */
public final class ScalerFitting {

  private final Features features;
  private final Set<String> training = new HashSet<>();

  /**
   * Prepares to fit.
   *
   * @param features of the training clips and of any others, which are not looked at, but by {@link
   *     #perSpeaker}
   * @throws IllegalArgumentException if none of them is of a training clip
   */
  public ScalerFitting(Features features, TrainingSet training) {
    this.features = features;
    training.utterances().forEach(clip -> this.training.add(clip.name()));
    if (rows(features).isEmpty()) {
      throw new IllegalArgumentException("there is no training clip to fit a scaler on");
    }
  }

  /**
   * A scaler of all frames of the training clips.
   *
   * @param limit how many spreads from the centre a value is at most; null for any number
   */
  public Scaler scaler(ScalerKind kind, @Nullable Double limit) {
    return LinearScaler.fit(kind, rows(features)).withLimit(limit);
  }

  /**
   * The features with each clip scaled by the statistics of all clips of its speaker, also of those
   * that are not for training; no label has a say in that.
   *
   * @param limit as for {@link #scaler}
   */
  public Features perSpeaker(ScalerKind kind, @Nullable Double limit) {
    List<float[]> rows = new ArrayList<>();
    List<String> speakers = new ArrayList<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      FeatureMatrix matrix = features.matrices().get(i);
      for (int frame = 0; frame < matrix.frames(); frame++) {
        rows.add(matrix.slice(frame, 1).values());
        speakers.add(features.utterances().get(i).speaker());
      }
    }
    Map<String, Scaler> scalers = new HashMap<>();
    SpeakerScaling.fit(kind, rows, speakers)
        .forEach((speaker, scaler) -> scalers.put(speaker, scaler.withLimit(limit)));
    return features.scaled(clip -> Objects.requireNonNull(scalers.get(clip.speaker())));
  }

  /**
   * As few principal components of scaled training clips as explain a share of their variance.
   *
   * @param scaled these features, scaled
   * @param share 0.01 to 1
   * @throws IllegalArgumentException if the share is out of range or there are more than 1024
   *     coefficients
   */
  public Scaler components(Features scaled, double share) {
    return PrincipalComponents.fit(rows(scaled), share);
  }

  /** One scaler behind another. */
  public static Scaler chain(Scaler first, Scaler second) {
    return new ScalerChain(List.of(first, second));
  }

  private List<float[]> rows(Features of) {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < of.utterances().size(); i++) {
      Utterance clip = of.utterances().get(i);
      FeatureMatrix matrix = of.matrices().get(i);
      for (int frame = 0; training.contains(clip.name()) && frame < matrix.frames(); frame++) {
        rows.add(matrix.slice(frame, 1).values());
      }
    }
    return rows;
  }
}
