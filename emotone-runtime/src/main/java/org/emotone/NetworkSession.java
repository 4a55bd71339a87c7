package org.emotone;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.jspecify.annotations.Nullable;

/** A bundle's network in ONNX Runtime. Running it is safe for several threads. */
final class NetworkSession implements AutoCloseable {

  static final String INPUT = "features";
  static final String OUTPUT = "logits";

  /**
   * Where ONNX Runtime looks for weights that a network says are in another file: set to a folder
   * that is not there, because a bundle holds all of its weights and must not read others' files.
   */
  private static final String EXTERNAL_DATA =
      "session.model_external_initializers_file_folder_path";

  private final OrtSession session;
  private final int classes;
  private final int coefficients;

  private NetworkSession(ModelBundle bundle, int threads) throws OrtException {
    coefficients = bundle.manifest().frontEnd().coefficients();
    classes = bundle.manifest().classes().size();
    session = create(bundle.network(), threads);
  }

  /** A network in ONNX Runtime that computes on this many threads and reads no other file. */
  static OrtSession create(byte[] network, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry(EXTERNAL_DATA, "none-" + UUID.randomUUID());
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return OrtEnvironment.getEnvironment().createSession(network, options);
    }
  }

  /**
   * Opens the network and checks that it fits the manifest, the last by a run on zeros.
   *
   * @throws BundleException if ONNX Runtime does not take it or it does not fit
   */
  static NetworkSession open(ModelBundle bundle, int threads) throws BundleException {
    Manifest manifest = bundle.manifest();
    FrontEnd frontEnd = manifest.frontEnd();
    NetworkSession opened = null;
    try {
      opened = new NetworkSession(bundle, threads);
      opened.checkShapes();
      int shortest = frontEnd.length().minFrames();
      float[] zeros = new float[shortest * frontEnd.coefficients()];
      opened.run(List.of(new FeatureMatrix(zeros, shortest, frontEnd.coefficients())));
      NetworkSession result = opened;
      opened = null;
      return result;
    } catch (LinkageError e) {
      throw new BundleException(
          "ONNX Runtime's native library cannot be loaded on this machine ("
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch")
              + "): "
              + firstLine(e),
          e);
    } catch (OrtException | IllegalStateException | IllegalArgumentException e) {
      throw new BundleException(
          "model " + manifest.name() + ": network.onnx cannot be used: " + firstLine(e), e);
    } finally {
      if (opened != null) {
        opened.close();
      }
    }
  }

  static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void checkShapes() throws OrtException, BundleException {
    check("input", INPUT, session.getInputInfo(), new long[] {-1, -1, coefficients});
    check("output", OUTPUT, session.getOutputInfo(), new long[] {-1, classes});
  }

  private static void check(String kind, String name, Map<String, NodeInfo> nodes, long[] shape)
      throws BundleException {
    NodeInfo node = nodes.get(name);
    if (nodes.size() != 1 || node == null) {
      throw new BundleException(
          "entry network.onnx has " + kind + "s " + nodes.keySet() + ", needed is one " + name);
    }
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.FLOAT
        || !Arrays.equals(tensor.getShape(), shape)) {
      throw new BundleException(
          "entry network.onnx: "
              + kind
              + " "
              + name
              + " is "
              + node.getInfo()
              + ", but the manifest needs float "
              + Arrays.toString(shape)
              + " (-1 for any size)");
    }
  }

  /**
   * The logits of clips of one length, a row for each.
   *
   * @throws IllegalStateException if the network fails or its answer does not fit
   */
  float[][] run(List<FeatureMatrix> clips) {
    try (OnnxTensor tensor = input(clips);
        OrtSession.Result result = session.run(Map.of(INPUT, tensor), Set.of(OUTPUT))) {
      Object logits = result.get(OUTPUT).orElseThrow().getValue();
      return checked(logits instanceof float[][] found ? found : null, clips.size());
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed: " + firstLine(e), e);
    }
  }

  /** Clips of one length as a tensor {@code [batch][frames][coefficients]}. */
  static OnnxTensor input(List<FeatureMatrix> clips) throws OrtException {
    int frames = clips.get(0).frames();
    int coefficients = clips.get(0).coefficients();
    FloatBuffer values = FloatBuffer.allocate(clips.size() * frames * coefficients);
    clips.forEach(clip -> values.put(clip.values()));
    long[] shape = {clips.size(), frames, coefficients};
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.flip(), shape);
  }

  private float[][] checked(float @Nullable [][] rows, int clips) {
    if (rows == null || rows.length != clips) {
      throw new IllegalStateException("the network did not give a row of logits for each clip");
    }
    for (float[] row : rows) {
      for (float logit : row) {
        if (row.length != classes || !Float.isFinite(logit)) {
          throw new IllegalStateException(
              "the network did not give " + classes + " finite logits but " + Arrays.toString(row));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    close(session);
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the network did not close: " + firstLine(e), e);
    }
  }
}
