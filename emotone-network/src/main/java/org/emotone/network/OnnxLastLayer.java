package org.emotone.network;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The last dense layer of a network that {@link OnnxExporter} wrote, to be read and replaced: a
 * {@code Gemm} with its weights as constants, and nothing but {@code Identity} after it.
 */
public final class OnnxLastLayer {

  private final OnnxMl.ModelProto model;
  private final int weightIndex;
  private final int biasIndex;

  private OnnxLastLayer(OnnxMl.ModelProto model, int weightIndex, int biasIndex) {
    this.model = model;
    this.weightIndex = weightIndex;
    this.biasIndex = biasIndex;
  }

  /**
   * Finds the layer.
   *
   * @param onnx the network
   * @throws IllegalArgumentException if it is not ONNX or does not end in a dense layer
   */
  public static OnnxLastLayer of(byte[] onnx) {
    OnnxMl.ModelProto model;
    try {
      model = OnnxMl.ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the network is not ONNX: " + e.getMessage(), e);
    }
    NodeProto dense = dense(model.getGraph());
    Map<String, Integer> constants = new HashMap<>();
    for (int i = 0; i < model.getGraph().getInitializerCount(); i++) {
      constants.put(model.getGraph().getInitializer(i).getName(), i);
    }
    Integer weight = dense.getInputCount() == 3 ? constants.get(dense.getInput(1)) : null;
    Integer bias = dense.getInputCount() == 3 ? constants.get(dense.getInput(2)) : null;
    if (weight == null || bias == null || !turned(dense)) {
      throw new IllegalArgumentException(
          "the network's last layer is not a dense layer as Emotone writes it");
    }
    return new OnnxLastLayer(model, weight, bias);
  }

  private static NodeProto dense(OnnxMl.GraphProto graph) {
    Map<String, NodeProto> producers = new HashMap<>();
    graph.getNodeList().forEach(node -> producers.put(node.getOutput(0), node));
    NodeProto node = producers.get(OnnxExporter.OUTPUT);
    for (int i = 0; node != null && node.getOpType().equals("Identity"); i++) {
      node = i > graph.getNodeCount() ? null : producers.get(node.getInput(0));
    }
    if (node == null || !node.getOpType().equals("Gemm")) {
      throw new IllegalArgumentException(
          "the network ends in "
              + (node == null ? "nothing" : node.getOpType())
              + " and not in a dense layer");
    }
    return node;
  }

  private static boolean turned(NodeProto dense) {
    return dense.getAttributeCount() == 1
        && dense.getAttribute(0).getName().equals("transB")
        && dense.getAttribute(0).getType() == AttributeProto.AttributeType.INT
        && dense.getAttribute(0).getI() == 1;
  }

  /** The weights, {@code [units][inputs]}; a copy. */
  public float[][] weights() {
    TensorProto tensor = model.getGraph().getInitializer(weightIndex);
    float[] values = floats(tensor);
    int units = (int) tensor.getDims(0);
    float[][] rows = new float[units][];
    int inputs = values.length / units;
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * inputs, (i + 1) * inputs));
    return rows;
  }

  /** The bias of each unit; a copy. */
  public float[] bias() {
    return floats(model.getGraph().getInitializer(biasIndex));
  }

  /**
   * The network with another last layer.
   *
   * @throws IllegalArgumentException if the sizes differ from those that are there
   */
  public byte[] replaced(float[][] weights, float[] bias) {
    float[][] before = weights();
    if (weights.length != before.length
        || bias.length != before.length
        || Arrays.stream(weights).anyMatch(row -> row.length != before[0].length)) {
      throw new IllegalArgumentException(
          "the last layer has %d units of %d inputs".formatted(before.length, before[0].length));
    }
    float[] flat = new float[before.length * before[0].length];
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(weights[i], 0, flat, i * before[0].length, before[0].length);
    }
    OnnxMl.ModelProto.Builder changed = model.toBuilder();
    changed.getGraphBuilder().getInitializerBuilder(weightIndex).setRawData(bytes(flat));
    changed.getGraphBuilder().getInitializerBuilder(biasIndex).setRawData(bytes(bias));
    return changed.build().toByteArray();
  }

  private static float[] floats(TensorProto tensor) {
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static ByteString bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return ByteString.copyFrom(bytes);
  }
}
