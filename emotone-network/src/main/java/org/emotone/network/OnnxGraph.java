package org.emotone.network;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An ONNX graph in the making: nodes in order of computation, constants by name. */
final class OnnxGraph {

  /** ONNX 1.8, the first with operator set 13. */
  private static final int IR_VERSION = 7;

  /** Axes of Unsqueeze and ReduceSum are inputs, those of ReduceMean an attribute. */
  private static final int OPERATOR_SET = 13;

  /** The type of 32-bit floating-point numbers, as Cast wants it. */
  static final Long FLOAT = (long) TensorProto.DataType.FLOAT.getNumber();

  /** The type of 64-bit whole numbers, as Cast wants it. */
  static final Long INT64 = (long) TensorProto.DataType.INT64.getNumber();

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("emotone");
  private final Set<String> names = new HashSet<>();

  /** Declares an input of the graph; dimensions are numbers, or names where dynamic. */
  void input(String name, Object... dimensions) {
    names.add(name);
    graph.addInput(value(name, FLOAT, dimensions));
  }

  /** Declares an input of whole numbers. */
  void lengths(String name, Object... dimensions) {
    names.add(name);
    graph.addInput(value(name, INT64, dimensions));
  }

  /** Declares an output of the graph. */
  void output(String name, Object... dimensions) {
    graph.addOutput(value(name, FLOAT, dimensions));
  }

  private static ValueInfoProto value(String name, Long type, Object... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dimension : dimensions) {
      if (dimension instanceof Number extent) {
        shape.addDimBuilder().setDimValue(extent.longValue());
      } else {
        shape.addDimBuilder().setDimParam(dimension.toString());
      }
    }
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    value.getTypeBuilder().getTensorTypeBuilder().setElemType(type.intValue()).setShape(shape);
    return value.build();
  }

  /** A name that nothing in the graph has yet. */
  String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /**
   * Appends a node with one output.
   *
   * @param output its name, which is the node's, too
   * @param attributes values are {@link Long}, {@link Float}, {@link String}, {@code long[]},
   *     {@code float[]} or lists of texts
   */
  void node(String operator, String output, List<String> inputs, Map<String, Object> attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output);
    new TreeMap<>(attributes).forEach((name, value) -> node.addAttribute(attribute(name, value)));
    graph.addNode(node);
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long number) {
      attribute.setType(AttributeProto.AttributeType.INT).setI(number);
    } else if (value instanceof Float number) {
      attribute.setType(AttributeProto.AttributeType.FLOAT).setF(number);
    } else if (value instanceof String text) {
      attribute.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    } else if (value instanceof List<?> texts) {
      attribute.setType(AttributeProto.AttributeType.STRINGS);
      texts.forEach(text -> attribute.addStrings(ByteString.copyFromUtf8(text.toString())));
    } else if (value instanceof float[] numbers) {
      attribute.setType(AttributeProto.AttributeType.FLOATS);
      for (float number : numbers) {
        attribute.addFloats(number);
      }
    } else {
      attribute.setType(AttributeProto.AttributeType.INTS);
      Arrays.stream((long[]) value).forEach(attribute::addInts);
    }
    return attribute.build();
  }

  /** Stores a tensor of the network. */
  void constant(String name, Tensor tensor) {
    names.add(name);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(4, tensor.values().length))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    addConstant(name, TensorProto.DataType.FLOAT, bytes, tensor.shape());
  }

  /** A single number, stored once for all its uses. */
  String scalar(float value) {
    String name = "scalar/" + value;
    if (!names.contains(name)) {
      constant(name, new Tensor(new long[0], new float[] {value}));
    }
    return name;
  }

  /** Values that are part of the network's definition, under a name of their own. */
  String fixed(Tensor tensor) {
    if (tensor.shape().length == 0) {
      return scalar(tensor.values()[0]);
    }
    String name = unique("fixed/" + Arrays.toString(tensor.shape()));
    constant(name, tensor);
    return name;
  }

  /** A single whole number, stored once for all its uses. */
  String integer(long value) {
    String name = "integer/" + value;
    if (names.add(name)) {
      ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
      addConstant(name, TensorProto.DataType.INT64, bytes);
    }
    return name;
  }

  /** A vector of whole numbers, stored once for all its uses. */
  String integers(long... values) {
    String name =
        "integers/"
            + Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
    if (names.add(name)) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asLongBuffer().put(values);
      addConstant(name, TensorProto.DataType.INT64, bytes, values.length);
    }
    return name;
  }

  private void addConstant(
      String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    Arrays.stream(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor);
  }

  /** The finished model; the same bytes for the same calls. */
  byte[] toByteArray(Map<String, String> metadata) {
    OnnxMl.ModelProto.Builder model =
        OnnxMl.ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("emotone")
            .setGraph(graph);
    model.addOpsetImportBuilder().setDomain("").setVersion(OPERATOR_SET);
    new TreeMap<>(metadata)
        .forEach((key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
    return model.build().toByteArray();
  }
}
