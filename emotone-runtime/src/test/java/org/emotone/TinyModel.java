package org.emotone;

import ai.onnx.proto.OnnxMl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.features.FrontEnd;
import org.emotone.features.Length;
import org.emotone.features.LogMel;
import org.emotone.features.Normalisation;

/** A network of one dense layer over the mean of all frames, made by hand. */
public final class TinyModel {

  static final int BANDS = 8;

  /** The classes. */
  public static final List<String> CLASSES = List.of("neutral", "happy", "sad");

  /** Frames every 10 ms at 16 kHz, unnormalised, 20 to 100 of them. */
  static final FrontEnd FRONT_END =
      FrontEnd.of(
          16_000,
          null,
          LogMel.of(null, null, BANDS, null, null, null, null, null, null, null, null, null, null),
          Normalisation.NONE,
          Length.of(20, 100, null, null, null));

  private TinyModel() {}

  /** The model. */
  public static ModelBundle bundle() {
    return new ModelBundle(manifest(0.5), network(BANDS, CLASSES.size()), "# A tiny model\n");
  }

  static Manifest manifest(double uncertainBelow) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        "tiny",
        CLASSES,
        FRONT_END,
        new Calibration(1.5),
        uncertainBelow,
        List.of(new TrainingCorpus("ravdess", "CC BY-NC-SA 4.0", 12, List.of("01", "02"))),
        "speaker-independent",
        "fixed emobox-ravdess fold 1",
        Map.of("uar", 0.625, "accuracy", 0.5),
        new Provenance(null, 42, "tiny.yaml", "2026-01-31T12:00:00Z", "0.1.0", 27));
  }

  /** The weight of a band for a class. */
  static float weight(int band, int label) {
    return 0.01f * ((band * 7 + label * 5) % 11 - 5);
  }

  static byte[] network(int bands, int classes) {
    return network("features", dimension("batch"), bands, classes).toByteArray();
  }

  /** The network with its weights not in it but in a file. */
  static byte[] networkWithWeightsIn(String file) {
    OnnxMl.ModelProto.Builder model =
        network("features", dimension("batch"), BANDS, CLASSES.size()).toBuilder();
    model
        .getGraphBuilder()
        .getInitializerBuilder(0)
        .clearFloatData()
        .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            OnnxMl.StringStringEntryProto.newBuilder().setKey("location").setValue(file));
    return model.build().toByteArray();
  }

  static OnnxMl.ModelProto network(
      String input, OnnxMl.TensorShapeProto.Dimension batch, int bands, int classes) {
    OnnxMl.NodeProto mean =
        OnnxMl.NodeProto.newBuilder()
            .setOpType("ReduceMean")
            .addInput(input)
            .addOutput("mean")
            .addAttribute(
                OnnxMl.AttributeProto.newBuilder()
                    .setName("axes")
                    .setType(OnnxMl.AttributeProto.AttributeType.INTS)
                    .addInts(1))
            .addAttribute(
                OnnxMl.AttributeProto.newBuilder()
                    .setName("keepdims")
                    .setType(OnnxMl.AttributeProto.AttributeType.INT)
                    .setI(0))
            .build();
    OnnxMl.NodeProto dense =
        OnnxMl.NodeProto.newBuilder()
            .setOpType("MatMul")
            .addInput("mean")
            .addInput("weight")
            .addOutput("logits")
            .build();
    OnnxMl.GraphProto graph =
        OnnxMl.GraphProto.newBuilder()
            .setName("tiny")
            .addNode(mean)
            .addNode(dense)
            .addInitializer(weights(bands, classes))
            .addInput(value(input, List.of(batch, dimension("frames"), dimension(bands))))
            .addOutput(value("logits", List.of(batch, dimension(classes))))
            .build();
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
        .setGraph(graph)
        .build();
  }

  private static OnnxMl.TensorProto weights(int bands, int classes) {
    List<Float> values = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      for (int label = 0; label < classes; label++) {
        values.add(weight(band, label));
      }
    }
    return OnnxMl.TensorProto.newBuilder()
        .setName("weight")
        .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
        .addDims(bands)
        .addDims(classes)
        .addAllFloatData(values)
        .build();
  }

  static OnnxMl.TensorShapeProto.Dimension dimension(String name) {
    return OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
  }

  static OnnxMl.TensorShapeProto.Dimension dimension(int size) {
    return OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(size).build();
  }

  private static OnnxMl.ValueInfoProto value(
      String name, List<OnnxMl.TensorShapeProto.Dimension> shape) {
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                    OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .setShape(OnnxMl.TensorShapeProto.newBuilder().addAllDim(shape))))
        .build();
  }
}
