package org.emotone.training.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.scaling.LinearScaler;
import org.emotone.features.scaling.PrincipalComponents;
import org.emotone.features.scaling.Scaler;
import org.emotone.features.scaling.ScalerChain;
import org.emotone.features.scaling.ScalerKind;

/** Fits what a front-end learns, on the clips of a {@link TrainingSet} and so on no others. */
public final class ScalerFitting {

  private final FeatureCache cache;
  private final FeatureCache.Progress progress;

  /** Reads features through a cache, and says how far it has come. */
  public ScalerFitting(FeatureCache cache, FeatureCache.Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /**
   * A front-end with a scaler fitted on all frames of the training clips that can be read; a scaler
   * that it has already is replaced.
   *
   * @throws IOException if the cache cannot be written
   * @throws IllegalArgumentException if no clip can be read
   */
  public FrontEnd scaled(FrontEnd frontEnd, ScalerKind kind, TrainingSet training)
      throws IOException, InterruptedException {
    FrontEnd plain = frontEnd.withScaler(null);
    return plain.withScaler(LinearScaler.fit(kind, rows(plain, training)));
  }

  /**
   * A front-end with a scaler and, behind it, as few principal components as explain a share of the
   * variance.
   *
   * @param share 0.01 to 1
   * @throws IOException if the cache cannot be written
   * @throws IllegalArgumentException if no clip can be read or the share is out of range
   */
  public FrontEnd reduced(FrontEnd frontEnd, ScalerKind kind, double share, TrainingSet training)
      throws IOException, InterruptedException {
    FrontEnd plain = frontEnd.withScaler(null);
    List<float[]> rows = rows(plain, training);
    Scaler scaler = LinearScaler.fit(kind, rows);
    List<float[]> scaled = rows.stream().map(row -> scaler.apply(row, 1)).toList();
    return plain.withScaler(
        new ScalerChain(List.of(scaler, PrincipalComponents.fit(scaled, share))));
  }

  private List<float[]> rows(FrontEnd frontEnd, TrainingSet training)
      throws IOException, InterruptedException {
    List<float[]> rows = new ArrayList<>();
    for (FeatureMatrix matrix : cache.load(training.utterances(), frontEnd, progress).matrices()) {
      for (int frame = 0; frame < matrix.frames(); frame++) {
        rows.add(matrix.slice(frame, 1).values());
      }
    }
    return rows;
  }
}
