package org.emotone.report.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Events as protocol buffers: {@code tensorflow.Event} of TensorBoard's {@code event.proto}, {@code
 * summary.proto} and {@code tensor.proto}, as far as runs need them.
 */
final class EventCodec {

  /** {@code Event}. */
  static final int WALL_TIME = 1;

  static final int STEP = 2;
  static final int FILE_VERSION = 3;
  static final int SUMMARY = 5;
  static final int SESSION_LOG = 7;

  /** {@code Summary.value} and {@code Summary.Value}. */
  static final int VALUE = 1;

  static final int TAG = 1;
  static final int SIMPLE_VALUE = 2;
  static final int IMAGE = 4;
  static final int TENSOR = 8;
  static final int METADATA = 9;

  /** {@code Summary.Image}. */
  static final int HEIGHT = 1;

  static final int WIDTH = 2;
  static final int COLOUR_SPACE = 3;
  static final int ENCODED = 4;

  /** {@code TensorProto}. */
  static final int TYPE = 1;

  static final int SHAPE = 2;
  static final int STRING = 8;

  private static final int DT_STRING = 7;
  private static final int RGB = 3;
  private static final int STATUS_START = 1;
  private static final int DATA_CLASS_TENSOR = 2;

  private EventCodec() {}

  /** Fields of a message. */
  @FunctionalInterface
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  /** An event as bytes. */
  static byte[] encode(Event event) {
    return message(
        out -> {
          out.writeDouble(WALL_TIME, event.wallTime());
          out.writeInt64(STEP, event.step());
          content(event.content(), out);
        });
  }

  private static void content(Event.Content content, CodedOutputStream out) throws IOException {
    if (content instanceof Event.Version version) {
      out.writeString(FILE_VERSION, version.words());
    } else if (content instanceof Event.Restart) {
      nested(out, SESSION_LOG, log -> log.writeEnum(1, STATUS_START));
    } else if (content instanceof Event.Scalars scalars) {
      nested(out, SUMMARY, summary -> scalars(scalars.values(), summary));
    } else if (content instanceof Event.Text text) {
      nested(out, SUMMARY, summary -> nested(summary, VALUE, value -> text(text, value)));
    } else if (content instanceof Event.Image image) {
      nested(out, SUMMARY, summary -> nested(summary, VALUE, value -> image(image, value)));
    }
  }

  private static void scalars(Map<String, Float> values, CodedOutputStream out) throws IOException {
    for (Map.Entry<String, Float> scalar : values.entrySet()) {
      nested(
          out,
          VALUE,
          value -> {
            value.writeString(TAG, scalar.getKey());
            value.writeFloat(SIMPLE_VALUE, scalar.getValue());
          });
    }
  }

  /** A tensor of one string that the plugin {@code text} shows. */
  private static void text(Event.Text text, CodedOutputStream out) throws IOException {
    out.writeString(TAG, text.tag());
    nested(
        out,
        TENSOR,
        tensor -> {
          tensor.writeEnum(TYPE, DT_STRING);
          nested(tensor, SHAPE, shape -> nested(shape, 2, size -> size.writeInt64(1, 1)));
          tensor.writeBytes(STRING, ByteString.copyFromUtf8(text.markdown()));
        });
    nested(
        out,
        METADATA,
        metadata -> {
          nested(metadata, 1, plugin -> plugin.writeString(1, "text"));
          metadata.writeEnum(4, DATA_CLASS_TENSOR);
        });
  }

  private static void image(Event.Image image, CodedOutputStream out) throws IOException {
    out.writeString(TAG, image.tag());
    nested(
        out,
        IMAGE,
        picture -> {
          picture.writeInt32(HEIGHT, image.height());
          picture.writeInt32(WIDTH, image.width());
          picture.writeInt32(COLOUR_SPACE, RGB);
          picture.writeByteArray(ENCODED, image.png());
        });
  }

  private static void nested(CodedOutputStream out, int field, Fields fields) throws IOException {
    out.writeByteArray(field, message(fields));
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
