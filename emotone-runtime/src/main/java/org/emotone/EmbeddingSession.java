package org.emotone;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.features.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A bundle's network in ONNX Runtime, run up to the input of its last dense layer. Safe for several
 * threads. It is opened when first used: few need it, and it holds the weights once more.
 */
final class EmbeddingSession implements AutoCloseable {

  private record Opened(OrtSession session, String tensor) {}

  private final ModelBundle bundle;
  private final int threads;
  private @Nullable Opened opened;

  /**
   * For a model.
   *
   * @param threads how many threads work on one embedding, at least 1
   */
  EmbeddingSession(ModelBundle bundle, int threads) {
    this.bundle = bundle;
    this.threads = threads;
  }

  private synchronized Opened open() {
    if (opened != null) {
      return opened;
    }
    try {
      byte[] network = bundle.network();
      String tensor = new OnnxOutline(network).inputOfLastDenseLayer(NetworkSession.OUTPUT);
      byte[] extended = OnnxOutline.withOutput(network, tensor);
      opened = new Opened(NetworkSession.create(extended, threads), tensor);
      return opened;
    } catch (OrtException | IllegalArgumentException e) {
      throw new UnsupportedOperationException(
          "model %s has no embeddings: %s; networks that end in a dense layer have them"
              .formatted(bundle.manifest().name(), NetworkSession.firstLine(e)),
          e);
    }
  }

  /**
   * The mean embedding of windows of one length.
   *
   * @param batch how many to run at a time
   * @throws UnsupportedOperationException if the network does not end in a dense layer
   * @throws IllegalStateException if the network fails
   */
  float[] mean(List<FeatureMatrix> windows, int batch) {
    List<float[]> rows = new ArrayList<>();
    for (int from = 0; from < windows.size(); from += batch) {
      rows.addAll(run(windows.subList(from, Math.min(windows.size(), from + batch))));
    }
    return Means.toFloats(Means.of(rows));
  }

  /**
   * What goes into the last dense layer for clips of one length; where that is still a row for each
   * frame, the mean over the frames.
   */
  private List<float[]> run(List<FeatureMatrix> clips) {
    Opened network = open();
    try (OnnxTensor input = NetworkSession.input(clips);
        OrtSession.Result result =
            network.session.run(Map.of(NetworkSession.INPUT, input), Set.of(network.tensor))) {
      return rows(result.get(0));
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed: " + NetworkSession.firstLine(e), e);
    }
  }

  /** A row for each clip of what goes into the last dense layer. */
  static List<float[]> rows(OnnxValue value) throws OrtException {
    if (value.getValue() instanceof float[][] rows) {
      return List.of(rows);
    }
    List<float[]> means = new ArrayList<>();
    if (value.getValue() instanceof float[][][] frames) {
      for (float[][] clip : frames) {
        means.add(Means.toFloats(Means.of(List.of(clip))));
      }
      return means;
    }
    throw new IllegalStateException("the network gave " + value.getInfo() + " as embedding");
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      NetworkSession.close(opened.session);
    }
  }
}
