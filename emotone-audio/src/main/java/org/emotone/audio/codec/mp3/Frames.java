package org.emotone.audio.codec.mp3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.emotone.audio.AudioSource;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a file, one after the other. Tags between and behind them are passed over, and so
 * is anything else, which gets a warning.
 */
final class Frames {
  private static final int ID3V1_BYTES = 128;
  private static final int APE_HEADER_BYTES = 32;

  private final AudioSource in;
  private @Nullable FrameHeader first;
  private @Nullable FrameHeader header;
  private byte[] frame = new byte[0];
  private long foreign;
  private long foreignAt;

  Frames(AudioSource in) {
    this.in = in;
  }

  /** Header of the current frame. */
  FrameHeader header() {
    if (header == null) {
      throw new IllegalStateException("there is no frame yet");
    }
    return header;
  }

  /** All bytes of the current frame. */
  byte[] frame() {
    return frame;
  }

  /** Goes to the next frame; false after the last one. */
  boolean next() throws IOException {
    while (true) {
      byte[] start = in.peek(FrameHeader.BYTES);
      if (start.length == 0) {
        tellForeign();
        return false;
      }
      FrameHeader found = FrameHeader.of(start, 0);
      if (found != null && isFrame(found)) {
        tellForeign();
        take(found);
        return true;
      }
      if (!passTag()) {
        if (foreign == 0) {
          foreignAt = in.position();
        }
        foreign++;
        in.pass(1);
      }
    }
  }

  /** Whether it belongs to the stream and is no chance likeness between the frames. */
  private boolean isFrame(FrameHeader found) throws IOException {
    if (first != null && !found.goesWith(first)) {
      return false;
    }
    if (first != null && foreign == 0) {
      return true;
    }
    int bytes = found.frameBytes();
    byte[] shown = in.peek(bytes + FrameHeader.BYTES);
    if (shown.length < bytes + FrameHeader.BYTES) {
      return true;
    }
    FrameHeader behind = FrameHeader.of(shown, bytes);
    return behind != null && behind.goesWith(found);
  }

  private void take(FrameHeader found) throws IOException {
    frame = new byte[found.frameBytes()];
    if (in.fill(frame) < frame.length) {
      throw in.truncated("MP3 ends after %d bytes, within a frame".formatted(in.position()));
    }
    header = found;
    if (first == null) {
      first = found;
    }
  }

  /** Passes over ID3v1 (128 bytes), ID3v2 and APE tags, each of which says how long it is. */
  private boolean passTag() throws IOException {
    byte[] start = in.peek(APE_HEADER_BYTES);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("TAG")) {
      in.pass(ID3V1_BYTES);
      return true;
    }
    if (text.startsWith("ID3") && start.length >= 10) {
      long size = 0;
      for (int i = 6; i < 10; i++) {
        size = (size << 7) | (start[i] & 0x7F);
      }
      in.pass(10 + size);
      return true;
    }
    if (text.startsWith("APETAGEX") && start.length == APE_HEADER_BYTES) {
      long size = 0;
      for (int i = 15; i >= 12; i--) {
        size = (size << 8) | (start[i] & 0xFF);
      }
      in.pass(APE_HEADER_BYTES + size);
      return true;
    }
    return false;
  }

  private void tellForeign() {
    if (foreign > 0) {
      in.warn(
          "MP3 has %d bytes that are no frame, from byte %d on, which were passed over"
              .formatted(foreign, foreignAt));
      foreign = 0;
    }
  }
}
