package org.emotone.training.classical;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.emotone.features.FeatureMatrix;

/** A model's graph in ONNX Runtime. */
record Onnx(OrtSession session) implements AutoCloseable {

  static Onnx of(ClassicalModel model) throws OrtException {
    byte[] file = ScoreGraph.export(model, Map.of("model", "test"));
    return new Onnx(OrtEnvironment.getEnvironment().createSession(file));
  }

  double[] probabilities(FeatureMatrix clip) throws OrtException {
    long[] shape = {1, clip.frames(), clip.coefficients()};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(clip.values()), shape);
        OrtSession.Result result = session.run(Map.of("features", input))) {
      float[] logits = ((float[][]) result.get(0).getValue())[0];
      double[] scores = new double[logits.length];
      for (int k = 0; k < scores.length; k++) {
        scores[k] = logits[k];
      }
      return Softmax.of(scores);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
