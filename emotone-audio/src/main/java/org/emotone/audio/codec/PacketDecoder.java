package org.emotone.audio.codec;

import java.io.IOException;

/** Decodes a codec whose packets some container holds apart. */
public interface PacketDecoder {
  /** The codec, as {@link org.emotone.audio.AudioProperties#codec()} calls it. */
  String codec();

  /** Frames per second of what is decoded, in Hz. */
  int sampleRate();

  /** Channels of what is decoded. */
  int channels();

  /** Frames that the encoder put before the audio and that are to be dropped. */
  int delay();

  /**
   * How many frames a packet will decode to, without decoding it. Packets are asked about in their
   * order, before any of them is decoded; where nothing was asked about a packet, that is fine as
   * well.
   *
   * @param start where the packet begins in {@code data}
   * @param length bytes of the packet
   */
  int duration(byte[] data, int start, int length) throws IOException;

  /**
   * Decodes a packet.
   *
   * @param start where the packet begins in {@code data}
   * @param length bytes of the packet
   * @return frames that {@link #copy} can hand out until the next call
   */
  int decode(byte[] data, int start, int length) throws IOException;

  /**
   * Hands out frames of the last packet.
   *
   * @param from the first of them
   * @param frames how many
   * @param interleaved receives amplitudes from {@code offset} on
   */
  void copy(int from, int frames, float[] interleaved, int offset);
}
