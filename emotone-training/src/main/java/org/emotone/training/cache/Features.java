package org.emotone.training.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.scaling.Scaler;

/**
 * The features of a list of clips.
 *
 * @param utterances the clips that could be read, in the order they were asked for
 * @param matrices the features of each
 * @param digests SHA-256 of the file of each
 * @param unreadable the clips that could not be read
 */
public record Features(
    List<Utterance> utterances,
    List<FeatureMatrix> matrices,
    List<String> digests,
    List<Unreadable> unreadable) {

  /** Copies the lists. */
  public Features {
    utterances = List.copyOf(utterances);
    matrices = List.copyOf(matrices);
    digests = List.copyOf(digests);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * The same, scaled.
   *
   * @param scalers the scaler of each clip
   */
  public Features scaled(Function<Utterance, Scaler> scalers) {
    List<FeatureMatrix> scaled = new ArrayList<>();
    for (int i = 0; i < matrices.size(); i++) {
      FeatureMatrix matrix = matrices.get(i);
      Scaler scaler = scalers.apply(utterances.get(i));
      float[] values = scaler.apply(matrix.values(), matrix.frames());
      scaled.add(new FeatureMatrix(values, matrix.frames(), scaler.outputs()));
    }
    return new Features(utterances, scaled, digests, unreadable);
  }

  /**
   * A clip that could not be read.
   *
   * @param utterance the clip
   * @param reason why, in one line
   */
  public record Unreadable(Utterance utterance, String reason) {}
}
