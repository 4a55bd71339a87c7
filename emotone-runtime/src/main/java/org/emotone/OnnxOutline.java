package org.emotone;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The nodes of an ONNX file: enough to find a tensor in it and to make that tensor an output. Reads
 * the three messages of onnx.proto that it needs, so that who embeds Emotone gets no library for
 * Protocol Buffers, of which programs often have another version already.
 */
final class OnnxOutline {

  /** Fields of ModelProto, GraphProto, NodeProto, TensorProto and ValueInfoProto in onnx.proto. */
  private static final int MODEL_GRAPH = 7;

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;

  /** What may stand between the last dense layer and the logits. */
  private static final Set<String> PASSED =
      Set.of("Identity", "Add", "Softmax", "LogSoftmax", "Squeeze", "Flatten", "Reshape");

  private record Node(String operator, List<String> inputs) {}

  private final Map<String, Node> producers = new HashMap<>();
  private final Set<String> constants = new HashSet<>();

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no ONNX
   */
  OnnxOutline(byte[] network) {
    try {
      fields(
          ByteBuffer.wrap(network),
          (field, graph) -> {
            if (field == MODEL_GRAPH) {
              fields(graph, this::read);
            }
          });
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("network.onnx breaks off", e);
    }
  }

  private void read(int field, ByteBuffer message) {
    if (field == GRAPH_NODE) {
      node(message);
    } else if (field == GRAPH_INITIALIZER) {
      fields(
          message,
          (inner, name) -> {
            if (inner == TENSOR_NAME) {
              constants.add(text(name));
            }
          });
    }
  }

  private void node(ByteBuffer message) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    String[] operator = {""};
    fields(
        message,
        (field, value) -> {
          switch (field) {
            case NODE_INPUT -> inputs.add(text(value));
            case NODE_OUTPUT -> outputs.add(text(value));
            case NODE_OPERATOR -> operator[0] = text(value);
            default -> {
              // Attributes and names do not matter here.
            }
          }
        });
    outputs.forEach(output -> producers.put(output, new Node(operator[0], inputs)));
    if (operator[0].equals("Constant")) {
      constants.addAll(outputs);
    }
  }

  /**
   * The tensor that goes into the last dense layer before an output.
   *
   * @throws IllegalArgumentException if the output does not come from a dense layer
   */
  String inputOfLastDenseLayer(String output) {
    String tensor = output;
    for (int step = 0; step <= producers.size(); step++) {
      Node node = producers.get(tensor);
      if (node == null) {
        break;
      }
      boolean product = node.operator().equals("Gemm") || node.operator().equals("MatMul");
      List<String> inputs = node.inputs();
      if (product && inputs.size() > 1 && constants.contains(inputs.get(1))) {
        return inputs.get(0);
      }
      List<String> computed = inputs.stream().filter(name -> !constants.contains(name)).toList();
      if (!PASSED.contains(node.operator()) || computed.size() != 1) {
        break;
      }
      tensor = computed.get(0);
    }
    throw new IllegalArgumentException("its " + output + " do not come from a dense layer");
  }

  /**
   * The file with a tensor as a further output: parsers of Protocol Buffers merge what they find
   * twice, so that it is enough to add another graph that holds nothing but the output.
   */
  static byte[] withOutput(byte[] network, String tensor) {
    byte[] name = message(VALUE_NAME, tensor.getBytes(StandardCharsets.UTF_8));
    byte[] graph = message(MODEL_GRAPH, message(GRAPH_OUTPUT, name));
    return ByteBuffer.allocate(network.length + graph.length).put(network).put(graph).array();
  }

  private static byte[] message(int field, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((field << 3) | 2);
    int rest = content.length;
    for (; rest > 0x7f; rest >>>= 7) {
      bytes.write((rest & 0x7f) | 0x80);
    }
    bytes.write(rest);
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  /** Hands on every field that has a length, and passes over numbers. */
  private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> reader) {
    while (message.hasRemaining()) {
      int key = (int) number(message);
      switch (key & 7) {
        case 0 -> number(message);
        case 1 -> skip(message, 8);
        case 2 -> {
          long length = number(message);
          int start = message.position();
          skip(message, length);
          reader.accept(key >>> 3, message.slice(start, (int) length));
        }
        case 5 -> skip(message, 4);
        default -> throw new IllegalArgumentException("network.onnx is not ONNX");
      }
    }
  }

  private static void skip(ByteBuffer message, long length) {
    if (length < 0 || length > message.remaining()) {
      throw new BufferUnderflowException();
    }
    message.position(message.position() + (int) length);
  }

  private static long number(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = message.get();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("network.onnx is not ONNX");
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
