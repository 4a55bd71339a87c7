package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;

/**
 * Logits of whole clips.
 *
 * <p>Clips of the same length are computed together and no clip is padded, because padding would
 * change what the network pools over: the result for a clip is what the clip gets alone.
 */
final class Inference {

  /** Frames per batch, which bounds the memory: some 40 clips of three seconds. */
  private static final int MOST_FRAMES = 12_000;

  private Inference() {}

  /** Logits, {@code [clip][class]}. */
  static float[][] logits(Network network, Map<String, Tensor> weights, List<FeatureMatrix> clips) {
    float[][] logits = new float[clips.size()][];
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < clips.size(); i++) {
      byLength.computeIfAbsent(clips.get(i).frames(), length -> new ArrayList<>()).add(i);
    }
    byLength.forEach(
        (length, members) -> {
          int most = Math.max(1, MOST_FRAMES / length);
          for (int first = 0; first < members.size(); first += most) {
            List<Integer> batch = members.subList(first, Math.min(members.size(), first + most));
            compute(network, weights, clips, batch, logits);
          }
        });
    return logits;
  }

  private static void compute(
      Network network,
      Map<String, Tensor> weights,
      List<FeatureMatrix> clips,
      List<Integer> batch,
      float[][] logits) {
    int frames = clips.get(batch.get(0)).frames();
    int coefficients = clips.get(batch.get(0)).coefficients();
    float[] features = new float[batch.size() * frames * coefficients];
    for (int i = 0; i < batch.size(); i++) {
      float[] values = clips.get(batch.get(i)).values();
      System.arraycopy(values, 0, features, i * values.length, values.length);
    }
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor input = Tensors.create(features, batch.size(), frames, coefficients);
      float[] output = Tensors.floats(network.forward(new TorchOperations(weights, false), input));
      int classes = output.length / batch.size();
      for (int i = 0; i < batch.size(); i++) {
        logits[batch.get(i)] = Arrays.copyOfRange(output, i * classes, (i + 1) * classes);
      }
    }
  }
}
