package org.emotone.training.classical;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph in the making, from {@code features} {@code [batch][frames][coefficients]} to
 * {@code logits} {@code [batch][classes]}. Between them it computes in double precision, so that
 * distances and sums over thousands of values agree with Java's; trees alone compare floats.
 */
public final class ScoreGraph {

  /** ONNX 1.8, the first with operator set 13. */
  private static final int IR_VERSION = 7;

  private static final int OPERATOR_SET = 13;

  /** Version 1 of the operators for machine learning holds the trees. */
  private static final int MACHINE_LEARNING_SET = 1;

  private static final String MACHINE_LEARNING = "ai.onnx.ml";

  private final GraphProto.Builder graph;
  private final String prefix;
  private int count;
  private @Nullable String rows;
  private @Nullable String frames;

  private ScoreGraph(String name, String prefix) {
    this.graph = GraphProto.newBuilder().setName(name);
    this.prefix = prefix;
  }

  /**
   * A model as an ONNX file.
   *
   * @param metadata kept in the file
   */
  public static byte[] export(ClassicalModel model, Map<String, String> metadata) {
    ScoreGraph whole = new ScoreGraph("emotone", "");
    whole.graph.addInput(
        value("features", DataType.FLOAT, "batch", "frames", model.coefficients()));
    String scores = model.write(whole);
    whole.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .setName("logits")
            .addInput(scores)
            .addOutput("logits")
            .addAttribute(attribute("to", (long) DataType.FLOAT.getNumber())));
    whole.graph.addOutput(value("logits", DataType.FLOAT, "batch", model.classes()));
    OnnxMl.ModelProto.Builder file =
        OnnxMl.ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("emotone")
            .setGraph(whole.graph);
    file.addOpsetImportBuilder().setDomain("").setVersion(OPERATOR_SET);
    file.addOpsetImportBuilder().setDomain(MACHINE_LEARNING).setVersion(MACHINE_LEARNING_SET);
    new TreeMap<>(metadata)
        .forEach((key, text) -> file.addMetadataPropsBuilder().setKey(key).setValue(text));
    return file.build().toByteArray();
  }

  private static ValueInfoProto value(String name, DataType type, Object... dimensions) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    OnnxMl.TypeProto.Tensor.Builder tensor = value.getTypeBuilder().getTensorTypeBuilder();
    tensor.setElemType(type.getNumber());
    for (Object dimension : dimensions) {
      if (dimension instanceof Number extent) {
        tensor.getShapeBuilder().addDimBuilder().setDimValue(extent.longValue());
      } else {
        tensor.getShapeBuilder().addDimBuilder().setDimParam(dimension.toString());
      }
    }
    return value.build();
  }

  /** The features as they come, in double precision: {@code [batch][frames][coefficients]}. */
  String frames() {
    if (frames == null) {
      frames = cast("features", DataType.DOUBLE);
    }
    return frames;
  }

  /** The mean of each clip over its frames, in double precision: {@code [batch][coefficients]}. */
  String rows() {
    if (rows == null) {
      String mean =
          node("ReduceMean", Map.of("axes", new long[] {1}, "keepdims", 0L), List.of(frames()));
      rows = cast(cast(mean, DataType.FLOAT), DataType.DOUBLE);
    }
    return rows;
  }

  /** The number of frames, in double precision. */
  String frameCount() {
    String shape = node("Shape", "features");
    return toDouble(node("Gather", Map.of("axis", 0L), List.of(shape, constant(1L))));
  }

  /**
   * The forward variables after the last frame: each time the log-sum over where a step may come
   * from, plus the density.
   *
   * @param start {@code [1][chains][states]}
   * @param densities {@code [batch][frames][chains][states]}
   * @param steps {@code [1][chains][from][to]}
   * @return {@code [batch][chains][states]}
   */
  String scan(String start, String densities, String steps) {
    String none = node("Mul", firstOf(densities), scalar(0));
    String first = node("Add", none, start);
    ScoreGraph body = new ScoreGraph("step", prefix + "step" + count + "_");
    body.graph.addInput(value("before", DataType.DOUBLE));
    body.graph.addInput(value("density", DataType.DOUBLE));
    String ways = body.node("Unsqueeze", "before", body.constant(3L));
    String sums =
        body.node(
            "ReduceLogSumExp",
            Map.of("axes", new long[] {2}, "keepdims", 0L),
            List.of(body.node("Add", ways, steps)));
    String after = body.node("Add", sums, "density");
    body.graph.addOutput(value(after, DataType.DOUBLE));
    return node(
        "Scan",
        Map.of(
            "body", body.graph.build(), "num_scan_inputs", 1L, "scan_input_axes", new long[] {1}),
        List.of(first, densities));
  }

  /** Of the first frame of {@code [batch][frames][…]}: {@code [batch][…]}. */
  private String firstOf(String input) {
    String index = store(DataType.INT64, bytes(8));
    return node("Gather", Map.of("axis", 1L), List.of(input, index));
  }

  /** A value in single precision. */
  String toFloat(String input) {
    return cast(input, DataType.FLOAT);
  }

  /** A value in double precision. */
  String toDouble(String input) {
    return cast(input, DataType.DOUBLE);
  }

  private String cast(String input, DataType type) {
    return node("Cast", Map.of("to", (long) type.getNumber()), List.of(input));
  }

  /** Appends an operator without attributes; returns the name of its output. */
  String node(String operator, String... inputs) {
    return node(operator, Map.of(), List.of(inputs));
  }

  /** Appends an operator; returns the name of its first output. */
  String node(String operator, Map<String, Object> attributes, List<String> inputs) {
    return nodes(operator, "", attributes, inputs, 1).get(0);
  }

  /** Appends an operator for machine learning; returns the name of its output. */
  String learned(String operator, Map<String, Object> attributes, String input) {
    return nodes(operator, MACHINE_LEARNING, attributes, List.of(input), 1).get(0);
  }

  /** Appends an operator with several outputs; returns their names. */
  List<String> nodes(
      String operator,
      String domain,
      Map<String, Object> attributes,
      List<String> inputs,
      int outputs) {
    String name = prefix + operator + "_" + count++;
    List<String> names =
        IntStream.range(0, outputs).mapToObj(i -> outputs == 1 ? name : name + "." + i).toList();
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(domain)
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(names);
    new TreeMap<>(attributes).forEach((key, value) -> node.addAttribute(attribute(key, value)));
    graph.addNode(node);
    return names;
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long number) {
      attribute.setType(AttributeType.INT).setI(number);
    } else if (value instanceof String text) {
      attribute.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    } else if (value instanceof long[] numbers) {
      attribute.setType(AttributeType.INTS);
      Arrays.stream(numbers).forEach(attribute::addInts);
    } else if (value instanceof float[] numbers) {
      attribute.setType(AttributeType.FLOATS);
      for (float number : numbers) {
        attribute.addFloats(number);
      }
    } else if (value instanceof String[] texts) {
      attribute.setType(AttributeType.STRINGS);
      Arrays.stream(texts).forEach(text -> attribute.addStrings(ByteString.copyFromUtf8(text)));
    } else {
      attribute.setType(AttributeType.GRAPH).setG((GraphProto) value);
    }
    return attribute.build();
  }

  /** Stores whole numbers. */
  String constant(long... values) {
    ByteBuffer bytes = bytes(8L * values.length);
    bytes.asLongBuffer().put(values);
    return store(DataType.INT64, bytes, values.length);
  }

  /** Stores a scalar. */
  String scalar(double value) {
    ByteBuffer bytes = bytes(8);
    bytes.putDouble(0, value);
    return store(DataType.DOUBLE, bytes);
  }

  /** Stores a vector. */
  String constant(double[] values) {
    return constant(new double[][] {values}, values.length);
  }

  /** Stores rows, which together have the values of a shape. */
  String constant(double[][] values, long... shape) {
    ByteBuffer bytes = bytes(8 * Arrays.stream(shape).reduce(1, Math::multiplyExact));
    for (double[] row : values) {
      for (double value : row) {
        bytes.putDouble(value);
      }
    }
    return store(DataType.DOUBLE, bytes.rewind(), shape);
  }

  /** Stores rows of equal length in single precision, and gives them in double precision. */
  String constant(float[][] values) {
    ByteBuffer bytes = bytes(Math.multiplyExact(4L * values.length, values[0].length));
    for (float[] row : values) {
      for (float value : row) {
        bytes.putFloat(value);
      }
    }
    return toDouble(store(DataType.FLOAT, bytes.rewind(), values.length, values[0].length));
  }

  private static ByteBuffer bytes(long size) {
    return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String store(DataType type, ByteBuffer bytes, long... shape) {
    String name = prefix + "constant_" + count++;
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    Arrays.stream(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }
}
