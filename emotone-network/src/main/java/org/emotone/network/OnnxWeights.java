package org.emotone.network;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads weights back out of networks that {@link OnnxExporter} wrote. */
public final class OnnxWeights {

  private OnnxWeights() {}

  /**
   * The floating-point constants of a network by name, the weights among them.
   *
   * @param onnx a file that {@link OnnxExporter#export} gave
   * @throws IOException if it is not ONNX or a constant is damaged
   */
  public static Map<String, Tensor> read(byte[] onnx) throws IOException {
    OnnxMl.ModelProto model;
    try {
      model = OnnxMl.ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("the network is not ONNX: " + e.getMessage(), e);
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
        weights.put(tensor.getName(), tensor(tensor));
      }
    }
    return weights;
  }

  private static Tensor tensor(TensorProto tensor) throws IOException {
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    try {
      return new Tensor(shape, values);
    } catch (IllegalArgumentException e) {
      throw new IOException("the constant " + tensor.getName() + ": " + e.getMessage(), e);
    }
  }
}
