package org.emotone.audio.codec.mp3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder wrote into a first frame without audio: the tag of Xing with the extension of
 * LAME (LAME's {@code VbrTag.c}), or that of Fraunhofer.
 *
 * @param frames frames of audio, 0 where it is not said
 * @param delay samples that the encoder put before the audio; −1 where it is not said
 * @param padding samples that it put behind it
 */
record EncoderInfo(long frames, int delay, int padding) {
  private static final int VBRI_AT = 36;
  private static final int TOC_BYTES = 100;

  /** From the beginning of the extension to the delay. */
  private static final int DELAY_AT = 21;

  /** What a frame says; null where it is one with audio. */
  static @Nullable EncoderInfo of(FrameHeader header, byte[] frame) {
    if (header.layer() != 3) {
      return null;
    }
    if (text(frame, VBRI_AT, 4).equals("VBRI") && frame.length >= VBRI_AT + 18) {
      long frames = Integer.toUnsignedLong(ByteBuffer.wrap(frame).getInt(VBRI_AT + 14));
      return new EncoderInfo(frames, -1, 0);
    }
    int at = FrameHeader.BYTES + header.sideBytes();
    String tag = text(frame, at, 4);
    return tag.equals("Xing") || tag.equals("Info") ? xing(frame, at + 4) : null;
  }

  private static EncoderInfo xing(byte[] frame, int at) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    if (frame.length < at + 8) {
      return new EncoderInfo(0, -1, 0);
    }
    int flags = bytes.getInt(at);
    int next = at + 4;
    long frames = (flags & 1) != 0 ? Integer.toUnsignedLong(bytes.getInt(next)) : 0;
    next += (flags & 1) != 0 ? 4 : 0;
    next += (flags & 2) != 0 ? 4 : 0;
    next += (flags & 4) != 0 ? TOC_BYTES : 0;
    next += (flags & 8) != 0 ? 4 : 0;
    String encoder = text(frame, next, 4);
    boolean known = encoder.equals("LAME") || encoder.equals("Lavf") || encoder.equals("Lavc");
    if (!known || frame.length < next + DELAY_AT + 3) {
      return new EncoderInfo(frames, -1, 0);
    }
    int packed = bytes.getInt(next + DELAY_AT - 1) & 0xFFFFFF;
    return new EncoderInfo(frames, packed >> 12, packed & 0xFFF);
  }

  private static String text(byte[] frame, int at, int length) {
    return frame.length < at + length
        ? ""
        : new String(frame, at, length, StandardCharsets.ISO_8859_1);
  }
}
