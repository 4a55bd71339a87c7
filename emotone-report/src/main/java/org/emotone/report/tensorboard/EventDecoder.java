package org.emotone.report.tensorboard;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventCodec} wrote; fields that it does not write are passed over. */
final class EventDecoder {

  private double wallTime;
  private long step;
  private Event.Content content = new Event.Scalars(Map.of());
  private final Map<String, Float> scalars = new LinkedHashMap<>();

  private EventDecoder() {}

  /** Reads one field of a message. */
  @FunctionalInterface
  private interface Field {
    void read(int number, CodedInputStream in) throws IOException;
  }

  /**
   * An event.
   *
   * @throws IOException if the bytes are none
   */
  static Event decode(byte[] bytes) throws IOException {
    EventDecoder decoder = new EventDecoder();
    each(CodedInputStream.newInstance(bytes), decoder::event);
    return new Event(decoder.wallTime, decoder.step, decoder.content);
  }

  private void event(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case EventCodec.WALL_TIME -> wallTime = in.readDouble();
      case EventCodec.STEP -> step = in.readInt64();
      case EventCodec.FILE_VERSION -> content = new Event.Version(in.readString());
      case EventCodec.SUMMARY -> nested(in, this::summary);
      case EventCodec.SESSION_LOG -> {
        in.readByteArray();
        content = new Event.Restart();
      }
      default -> {}
    }
  }

  private void summary(int number, CodedInputStream in) throws IOException {
    if (number == EventCodec.VALUE) {
      Value value = new Value();
      nested(in, value::read);
      if (value.image != null) {
        content = new Event.Image(value.tag, value.width, value.height, value.image);
      } else if (value.text != null) {
        content = new Event.Text(value.tag, value.text);
      } else {
        scalars.put(value.tag, value.number);
        content = new Event.Scalars(scalars);
      }
    }
  }

  /** {@code Summary.Value}. */
  private static final class Value {
    private String tag = "";
    private float number;
    private byte @Nullable [] image;
    private @Nullable String text;
    private int width;
    private int height;

    void read(int field, CodedInputStream in) throws IOException {
      switch (field) {
        case EventCodec.TAG -> tag = in.readString();
        case EventCodec.SIMPLE_VALUE -> number = in.readFloat();
        case EventCodec.IMAGE -> nested(in, this::image);
        case EventCodec.TENSOR -> nested(in, this::tensor);
        default -> {}
      }
    }

    private void image(int field, CodedInputStream in) throws IOException {
      switch (field) {
        case EventCodec.HEIGHT -> height = in.readInt32();
        case EventCodec.WIDTH -> width = in.readInt32();
        case EventCodec.ENCODED -> image = in.readByteArray();
        default -> {}
      }
    }

    private void tensor(int field, CodedInputStream in) throws IOException {
      if (field == EventCodec.STRING) {
        text = in.readStringRequireUtf8();
      }
    }
  }

  private static void nested(CodedInputStream in, Field field) throws IOException {
    each(CodedInputStream.newInstance(in.readByteArray()), field);
  }

  /** Offers every field; what is not read is skipped. */
  private static void each(CodedInputStream in, Field field) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int before = in.getTotalBytesRead();
      field.read(WireFormat.getTagFieldNumber(tag), in);
      if (in.getTotalBytesRead() == before) {
        in.skipField(tag);
      }
    }
  }
}
