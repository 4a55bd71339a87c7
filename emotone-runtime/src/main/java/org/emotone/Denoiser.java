package org.emotone;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.NoiseReduction;
import org.emotone.audio.signal.SpectralMask;
import org.emotone.audio.signal.WindowedReduction;

/**
 * Noise reduction that was learned: an ONNX file whose metadata says what it does and what it was
 * trained on. Using it is safe for several threads.
 *
 * <p>There are two kinds. A {@code mask} gets features {@code [1][frames][257]} of {@link
 * SpectralMask} and gives gains {@code [1][257][frames]}; {@code windows} gets {@code
 * [windows][samples][1]} and gives {@code [windows][1][samples]}, see {@link WindowedReduction}.
 */
public final class Denoiser implements AutoCloseable {

  /** The metadata that says what the network is: {@code mask} or {@code windows}. */
  public static final String KIND = "emotone.denoiser";

  /** The metadata with the samples of a window, of a network of windows. */
  public static final String LENGTH = "emotone.length";

  /** The metadata with the name of the model. */
  public static final String NAME = "emotone.name";

  /** The metadata with the corpora that it was trained on and their licences. */
  public static final String CORPORA = "emotone.corpora";

  /** What a network that answers every frame is asked for. */
  private static final String OUTPUT = "sequence";

  private static final int MOST_BYTES = 64 << 20;
  private static final int LONGEST_WINDOW = 1 << 16;

  private final OrtSession session;
  private final Map<String, String> facts;
  private final NoiseReduction reduction;

  private Denoiser(OrtSession session) throws OrtException, BundleException {
    this.session = session;
    this.facts = new TreeMap<>(session.getMetadata().getCustomMetadata());
    String kind = facts.getOrDefault(KIND, "");
    if (kind.equals("mask")) {
      check(SpectralMask.BINS, SpectralMask.BINS);
      reduction = new SpectralMask(this::masks);
    } else if (kind.equals("windows")) {
      check(1, 1);
      reduction = new WindowedReduction(length(), this::windows);
    } else {
      throw new BundleException(
          "is no denoiser of this version: its metadata "
              + KIND
              + " is '"
              + kind
              + "', needed is"
              + " mask or windows; make one with emotone denoise train");
    }
  }

  /**
   * Reads a denoiser.
   *
   * @throws BundleException if the file is missing or is no denoiser
   */
  public static Denoiser open(Path file) throws BundleException {
    return open(file, 0);
  }

  /**
   * Reads a denoiser.
   *
   * @param threads that it computes on, 0 for one per core
   * @throws BundleException if the file is missing or is no denoiser
   */
  public static Denoiser open(Path file, int threads) throws BundleException {
    byte[] bytes = ModelFile.read(file, MOST_BYTES, "a denoiser");
    return of(bytes, file.toString(), threads);
  }

  /**
   * A denoiser in memory.
   *
   * @param onnx the whole file
   * @param name what to call it in messages
   * @param threads that it computes on, 0 for one per core
   * @throws BundleException if it is no denoiser
   */
  public static Denoiser of(byte[] onnx, String name, int threads) throws BundleException {
    ModelFile.checkSize(onnx, name, MOST_BYTES, "a denoiser");
    OrtSession session = null;
    try {
      session = NetworkSession.create(onnx, threads);
      Denoiser denoiser = new Denoiser(session);
      session = null;
      return denoiser;
    } catch (BundleException e) {
      throw new BundleException(name + ": " + e.getMessage(), e);
    } catch (OrtException | IllegalStateException e) {
      throw new BundleException(
          name + ": cannot be used as a denoiser: " + NetworkSession.firstLine(e), e);
    } catch (LinkageError e) {
      throw new BundleException(
          "ONNX Runtime's native library cannot be loaded on this machine: "
              + NetworkSession.firstLine(e),
          e);
    } finally {
      if (session != null) {
        NetworkSession.close(session);
      }
    }
  }

  /** The metadata of the file, by key. */
  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  /** What takes out noise, for as long as this is open. */
  public NoiseReduction reduction() {
    return reduction;
  }

  /** The waveform with less noise, of the same length and rate. */
  public Waveform apply(Waveform noisy) {
    return reduction.apply(noisy);
  }

  private int length() throws BundleException {
    String words = facts.getOrDefault(LENGTH, "");
    try {
      int length = Integer.parseInt(words);
      if (length >= 2 && length <= LONGEST_WINDOW) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new BundleException("its metadata " + LENGTH + " is '" + words + "', no number", e);
    }
    throw new BundleException("its metadata " + LENGTH + " is " + words + ", needed is 2 or more");
  }

  private void check(int coefficients, int outputs) throws OrtException, BundleException {
    check(session.getInputInfo(), NetworkSession.INPUT, 2, coefficients);
    check(session.getOutputInfo(), OUTPUT, 1, outputs);
  }

  private static void check(Map<String, NodeInfo> nodes, String name, int dimension, int extent)
      throws BundleException {
    NodeInfo node = nodes.get(name);
    if (node == null
        || !(node.getInfo() instanceof TensorInfo tensor)
        || tensor.getShape().length != 3
        || tensor.getShape()[dimension] != extent) {
      throw new BundleException(
          "its network has %s, needed is %s with an extent of %d in dimension %d"
              .formatted(nodes.values(), name, extent, dimension));
    }
  }

  private float[][] masks(float[][] features) {
    float[][] rows = run(features, 1, features.length, SpectralMask.BINS)[0];
    float[][] masks = new float[features.length][SpectralMask.BINS];
    for (int frame = 0; frame < masks.length; frame++) {
      for (int bin = 0; bin < SpectralMask.BINS; bin++) {
        masks[frame][bin] = rows[bin][frame];
      }
    }
    return masks;
  }

  private float[][] windows(float[][] noisy) {
    float[][][] answers = run(noisy, noisy.length, noisy[0].length, 1);
    float[][] clean = new float[noisy.length][];
    for (int window = 0; window < clean.length; window++) {
      clean[window] = answers[window][0];
    }
    return clean;
  }

  private float[][][] run(float[][] rows, long... shape) {
    FloatBuffer values = FloatBuffer.allocate(rows.length * rows[0].length);
    for (float[] row : rows) {
      values.put(row);
    }
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.flip(), shape);
        OrtSession.Result result =
            session.run(Map.of(NetworkSession.INPUT, tensor), Set.of(OUTPUT))) {
      if (result.get(OUTPUT).orElseThrow().getValue() instanceof float[][][] answers
          && answers.length == shape[0]
          && answers[0][0].length == shape[1]) {
        return answers;
      }
      throw new IllegalStateException("the network does not answer every frame");
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed: " + NetworkSession.firstLine(e), e);
    }
  }

  @Override
  public void close() {
    NetworkSession.close(session);
  }
}
