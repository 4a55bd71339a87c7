package org.emotone.training.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;

/**
 * Logits of whole clips.
 *
 * <p>Clips of similar lengths are computed together, padded to the longest of them where the
 * network keeps padding apart, and those of one length where it does not: the result for a clip is
 * what the clip gets alone.
 */
final class Inference {

  /** Frames per batch, which bounds the memory: some 40 clips of three seconds. */
  private static final int MOST_FRAMES = 12_000;

  private Inference() {}

  /** Part of the longest clip of a batch that the shortest has at least. */
  private static final double LEAST_FILLED = 0.8;

  /** Logits, {@code [clip][class]}. */
  static float[][] logits(Network network, Map<String, Tensor> weights, List<FeatureMatrix> clips) {
    float[][] logits = new float[clips.size()][];
    double filled = network.takesPadding() ? LEAST_FILLED : 1;
    List<Integer> sorted =
        IntStream.range(0, clips.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> -clips.get(i).frames()))
            .toList();
    for (int first = 0; first < sorted.size(); ) {
      int longest = clips.get(sorted.get(first)).frames();
      int last = first + 1;
      while (last < sorted.size()
          && (last + 1 - first) * (long) longest <= MOST_FRAMES
          && clips.get(sorted.get(last)).frames() >= filled * longest) {
        last++;
      }
      compute(network, weights, clips, sorted.subList(first, last), logits);
      first = last;
    }
    return logits;
  }

  /** Computes clips of which the first is the longest. */
  private static void compute(
      Network network,
      Map<String, Tensor> weights,
      List<FeatureMatrix> clips,
      List<Integer> batch,
      float[][] logits) {
    int width = clips.get(batch.get(0)).values().length;
    float[] features = new float[batch.size() * width];
    int[] lengths = new int[batch.size()];
    for (int i = 0; i < batch.size(); i++) {
      FeatureMatrix clip = clips.get(batch.get(i));
      System.arraycopy(clip.values(), 0, features, i * width, clip.values().length);
      lengths[i] = clip.frames();
    }
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      TorchOperations operations = new TorchOperations(weights, false);
      Batch padded = new Batch(features, new float[0], batch.size(), lengths);
      float[] output = Tensors.floats(Forward.logits(network, operations, padded));
      int classes = output.length / batch.size();
      for (int i = 0; i < batch.size(); i++) {
        logits[batch.get(i)] = Arrays.copyOfRange(output, i * classes, (i + 1) * classes);
      }
    }
  }
}
